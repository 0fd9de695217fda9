import type { Log } from '@myna/kernel'

type Engine = { close(): Promise<void> }
type Entry = { engine: Engine; tenantId: string; revision: number; users: number; left: AbortController }

/** An engine that stays open as long as somebody holds it. */
export type Kept<E> = {
  engine: E
  /** Aborted when its vendor was changed or removed: who listens through it goes to another. */
  leaving: AbortSignal
  /** Gives what lets it go again; safe to call twice. */
  hold(): () => void
}

/** Engines of tenants, made once for each revision of a vendor; beyond `most` those used longest ago that nobody holds are closed. */
export function createKeptEngines({ log, most }: { log: Log; most: number }) {
  /** In the order of their last use. */
  const entries = new Map<string, Entry>()
  const closing = new Set<Promise<void>>()

  const close = (key: string, { engine }: Entry) => {
    const done = engine
      .close()
      .catch((error: unknown) => log.warn({ error, key }, 'an engine could not be closed'))
      .finally(() => closing.delete(done))
    closing.add(done)
  }
  const retire = (key: string, entry: Entry) => {
    entries.delete(key)
    const isIdle = entry.users === 0
    // Whoever holds it may let it go at once, and closes it.
    entry.left.abort()
    if (isIdle) close(key, entry)
  }
  const makeRoom = () => {
    for (const [key, entry] of entries) {
      if (entries.size < most) return
      if (entry.users === 0) retire(key, entry)
    }
  }
  const hold = (key: string, entry: Entry) => {
    let held = true
    entry.users++
    return () => {
      if (!held) return
      held = false
      entry.users--
      if (entry.users === 0 && entry.left.signal.aborted) close(key, entry)
    }
  }
  return {
    /** The engine of this key and revision, made if there is none. A key says whose engine it is and of what trade. */
    of<E extends Engine>(key: string, it: { tenantId: string; revision: number; make: () => E }): Kept<E> {
      let entry = entries.get(key)
      if (entry && entry.revision !== it.revision) {
        retire(key, entry)
        entry = undefined
      }
      if (entry) entries.delete(key)
      else {
        makeRoom()
        entry = { engine: it.make(), tenantId: it.tenantId, revision: it.revision, users: 0, left: new AbortController() }
      }
      entries.set(key, entry)
      const own = entry
      return { engine: own.engine as E, leaving: own.left.signal, hold: () => hold(key, own) }
    },
    /** Lets the engines of a tenant go that are not among these; each is closed when nobody holds it any more. */
    keepOnly(tenantId: string, keys: ReadonlyMap<string, number>): void {
      for (const [key, entry] of entries) if (entry.tenantId === tenantId && keys.get(key) !== entry.revision) retire(key, entry)
    },
    get size(): number {
      return entries.size
    },
    /** Closes all, held or not. */
    async close(): Promise<void> {
      for (const [key, entry] of entries) {
        // Held ones are closed by whoever lets them go, or never: they need not be waited for.
        entry.users = Infinity
        retire(key, entry)
        close(key, entry)
      }
      await Promise.all(closing)
    },
  }
}
