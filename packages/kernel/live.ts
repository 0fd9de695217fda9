import { EventEmitter } from 'node:events'
import type { FanOut } from '@myna/ports/fan-out'

/**
 * Wakes whoever waits for news on a topic, in every process that shares a fan-out. News itself is read from the database, so a lost wake-up costs at most `waitMs`.
 */
export type Live = {
  wake(topic: string): void
  /** Resolves on the next wake-up, after `waitMs`, or on abort, whichever is first. */
  wait(topic: string, waitMs: number, signal: AbortSignal): Promise<void>
}

const wakeUps = 'live'

/** Wakes within this process, and by the fan-out in others; when that was away, everyone who waits looks again. */
export function createLive(fanOut?: FanOut): Live {
  const hub = new EventEmitter()
  hub.setMaxListeners(0)
  fanOut?.subscribe(wakeUps, (topic) => void hub.emit(topic))
  fanOut?.onReturn(() => {
    for (const topic of hub.eventNames()) hub.emit(topic)
  })
  return {
    wake: fanOut ? (topic) => fanOut.publish(wakeUps, topic) : (topic) => void hub.emit(topic),
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
