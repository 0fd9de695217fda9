import { EventEmitter } from 'node:events'

/**
 * Wakes whoever waits for news on a topic. News itself is read from the database, so a lost wake-up costs at most `waitMs`.
 */
export type Live = {
  wake(topic: string): void
  /** Resolves on the next wake-up, after `waitMs`, or on abort, whichever is first. */
  wait(topic: string, waitMs: number, signal: AbortSignal): Promise<void>
}

/** Wakes within this process. */
export function createLive(): Live {
  const hub = new EventEmitter()
  hub.setMaxListeners(0)
  return {
    wake: (topic) => void hub.emit(topic),
    wait: (topic, waitMs, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve()
        const done = () => {
          clearTimeout(timer)
          hub.removeListener(topic, done)
          signal.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, waitMs)
        hub.once(topic, done)
        signal.addEventListener('abort', done, { once: true })
      }),
  }
}
