/**
 * Writes what comes in while a write is under way together in the next one, so that load makes batches and calm adds no delay.
 * The promise of each item settles with the write it was part of.
 */
export function createCollector<T>(write: (items: T[]) => Promise<void>, atMost = 500): (item: T) => Promise<void> {
  type Entry = { item: T; resolve(): void; reject(error: unknown): void }
  const queue: Entry[] = []
  let writing = false
  const drain = async () => {
    writing = true
    while (queue.length) {
      const batch = queue.splice(0, atMost)
      try {
        await write(batch.map((it) => it.item))
        for (const it of batch) it.resolve()
      } catch (error) {
        for (const it of batch) it.reject(error)
      }
    }
    writing = false
  }
  return (item) =>
    new Promise<void>((resolve, reject) => {
      queue.push({ item, resolve, reject })
      queueMicrotask(() => {
        if (!writing) void drain()
      })
    })
}
