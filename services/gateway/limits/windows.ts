import type { Counters } from '@myna/ports/counters'

/** What one key has used of its window, as this process knows. */
export type Window = {
  readonly key: string
  /** What all processes had settled when this one heard last. */
  used: number
  /** Admitted here since, and not told yet. */
  pending: number
  /** Admitted here, and on its way to the shared counter. */
  telling: number
  resetsAt: number
  settling: Promise<void> | undefined
}

export type Windows = ReturnType<typeof createWindows>

export type WindowsOptions = {
  /** Undefined: this process counts alone. */
  counters: Counters | undefined
  now?(): number
  windowMs?: number
  /** How often what was admitted is told to the shared counter. */
  settleMs?: number
  /** How long the shared counter is left alone after it could not be reached. */
  restMs?: number
  /** Most keys held; beyond it the oldest are forgotten. */
  keysAtMost?: number
}

/** How much of a limit a process may admit without having told the shared counter: a twentieth, at least one. */
export function sliceOf(limit: number): number {
  return Math.max(1, Math.floor(limit / 20))
}

/**
 * Counts what keys use within fixed windows, in memory, and settles with the shared counter in the background: a request waits for no round trip unless its
 * process has admitted a slice of the limit within one settlement.
 *
 * One process alone never admits more than the limit within a window. `n` processes together admit at most the limit and `n` slices: each is wrong by no
 * more than what others have not told it yet, and asks before it has more than a slice untold. Whoever cannot reach the shared counter counts alone.
 */
export function createWindows(options: WindowsOptions) {
  const { counters } = options
  const now = options.now ?? Date.now
  const windowMs = options.windowMs ?? 60_000
  const settleMs = options.settleMs ?? 100
  const restMs = options.restMs ?? 1_000
  const keysAtMost = options.keysAtMost ?? 100_000
  const windows = new Map<string, Window>()
  const untold = new Set<Window>()
  let timer: NodeJS.Timeout | undefined
  let isAway = false
  let restsUntil = 0
  let sweptAt = now()

  function windowOf(key: string): Window {
    let window = windows.get(key)
    if (window === undefined) {
      if (windows.size >= keysAtMost) makeRoom()
      window = { key, used: 0, pending: 0, telling: 0, resetsAt: now() + windowMs, settling: undefined }
      windows.set(key, window)
    }
    return window
  }

  /** Forgets windows that are over, and the oldest one when none is; looks at all of them at most once in a window. */
  function makeRoom(): void {
    const at = now()
    if (at - sweptAt >= windowMs / 4) {
      sweptAt = at
      for (const [key, it] of windows) if (it.resetsAt <= at && it.telling === 0) windows.delete(key)
    }
    if (windows.size >= keysAtMost) windows.delete(windows.keys().next().value!)
  }

  /** Begins a new window where the old one is over. */
  function turn(window: Window): void {
    if (now() < window.resetsAt) return
    window.used = 0
    window.pending = 0
    window.resetsAt = now() + windowMs
  }

  async function tell(window: Window): Promise<void> {
    const points = window.pending
    window.pending = 0
    window.telling = points
    untold.delete(window)
    const { resetsAt } = window
    try {
      const { used, resetsInMs } = await counters!.add(window.key, points, windowMs)
      window.used = used
      window.resetsAt = now() + (resetsInMs > 0 ? resetsInMs : windowMs)
      isAway = false
    } catch {
      // Whether they were counted there nobody knows: here they are, until the window is over.
      isAway = true
      restsUntil = now() + restMs
      if (window.resetsAt === resetsAt) {
        window.pending += points
        untold.add(window)
      }
    } finally {
      window.telling = 0
      window.settling = undefined
    }
  }

  function settle(window: Window): Promise<void> {
    window.settling ??= tell(window)
    return window.settling
  }

  function settleAll(): void {
    timer = undefined
    if (now() >= restsUntil)
      for (const window of untold) {
        turn(window)
        if (window.pending === 0) untold.delete(window)
        else if (!window.settling) void settle(window)
        // One question is enough to learn whether the engine is there again.
        if (isAway) break
      }
    if (untold.size > 0) schedule()
  }

  function schedule(): void {
    timer ??= setTimeout(settleAll, settleMs).unref()
  }

  return {
    windowOf,
    /** How much of a limit is left, by what this process knows; 0 or less: nothing. */
    left(window: Window, limit: number): number {
      turn(window)
      return limit - window.used - window.pending - window.telling
    },
    /** Resolves when it is known well enough what is left; undefined when it is already. */
    sure(window: Window, limit: number): Promise<void> | undefined {
      if (!counters || isAway || window.pending + window.telling < sliceOf(limit)) return undefined
      return settle(window)
    },
    /** Counts one admission; only after `left` and `sure`, in the same breath. */
    take(window: Window): void {
      window.pending++
      if (!counters) return
      untold.add(window)
      schedule()
    },
    resetsInMs: (window: Window): number => Math.max(0, window.resetsAt - now()),
    /** Whether the shared counter could not be reached when it was last asked. */
    isAlone: (): boolean => isAway,
    /** Tells what is untold, as far as that is possible. */
    async close(): Promise<void> {
      clearTimeout(timer)
      if (now() >= restsUntil) await Promise.allSettled([...untold].map((it) => settle(it)))
    },
  }
}
