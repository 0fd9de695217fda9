import { Fault } from '#seam/fault.ts'

/** How long a request is waited for: until one of these says no. Listeners are taken off by `end`, so that signals that live long gather none. */
export type Patience = { signal: AbortSignal; end(): void }

/**
 * A signal that is aborted when the caller goes away (`request.cancelled`), at a deadline in ms since 1970 (`request.deadline`), or when the instance that is
 * asked is found to be away (`server.unavailable`).
 */
export function patienceUntil(callers: readonly (AbortSignal | undefined)[], deadline: number | undefined, away: AbortSignal | undefined): Patience {
  const controller = new AbortController()
  const offs: (() => void)[] = []
  const heed = (signal: AbortSignal, reason: () => unknown) => {
    const heard = () => controller.abort(reason())
    if (signal.aborted) return heard()
    signal.addEventListener('abort', heard, { once: true })
    offs.push(() => signal.removeEventListener('abort', heard))
  }
  for (const it of callers) if (it) heed(it, () => (it.reason instanceof Fault ? it.reason : new Fault('request.cancelled', {}, { cause: it.reason })))
  if (away) heed(away, () => new Fault('server.unavailable', { why: 'the instance went away meanwhile' }))
  if (deadline !== undefined) {
    const timer = setTimeout(() => controller.abort(new Fault('request.deadline')), Math.max(0, deadline - Date.now()))
    offs.push(() => clearTimeout(timer))
  }
  return {
    signal: controller.signal,
    end() {
      for (const off of offs) off()
    },
  }
}
