import type { Counters } from '@myna/ports/counters'
import { PortFault } from '@myna/ports/fault'

/** Windows in this process's memory. When there are `maxKeys` (100,000), those that are over make room, or else the one that began first. */
export function createMemoryCounters(options: { maxKeys?: number; now?: () => number } = {}): Counters {
  const now = options.now ?? (() => performance.now())
  const maxKeys = options.maxKeys ?? 100_000
  // In the order in which they began.
  const windows = new Map<string, { used: number; until: number }>()
  function makeRoom(at: number) {
    for (const [key, { until }] of windows) if (until <= at) windows.delete(key)
    // A tenth at a time, so that a flood of new keys does not walk all windows for each.
    let surplus = windows.size - Math.floor(maxKeys * 0.9)
    for (const key of windows.keys()) {
      if (surplus-- <= 0) break
      windows.delete(key)
    }
  }
  return {
    name: 'memory',
    async add(key, points, windowMs) {
      if (!Number.isSafeInteger(points) || points < 0) throw new PortFault(`${points} is no number of points.`, { retryable: false })
      const at = now()
      const running = windows.get(key)
      if (running !== undefined && running.until > at) {
        running.used += points
        return { used: running.used, resetsInMs: Math.ceil(running.until - at) }
      }
      if (points === 0) return { used: 0, resetsInMs: 0 }
      windows.delete(key)
      if (windows.size >= maxKeys) makeRoom(at)
      windows.set(key, { used: points, until: at + windowMs })
      return { used: points, resetsInMs: Math.ceil(windowMs) }
    },
    async reset(keys) {
      for (const key of keys) windows.delete(key)
    },
    async close() {
      windows.clear()
    },
  }
}
