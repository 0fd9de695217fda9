import { PortFault } from '@myna/ports/fault'
import { type PluginGround, PluginProcess } from '#plugin-process.ts'

/** Whose processes: one organisation's use of one plugin. Processes are never shared between two. */
export type PluginOwner = object

type Entry = { process: PluginProcess; owner: PluginOwner; mark: string; isBusy: boolean; idle?: NodeJS.Timeout }
type Waiting = { owner: PluginOwner; go(): void }

/** A process is replaced after so many runs, so that what a plugin leaks stays little. */
const mostRuns = 200

export type PluginPool = ReturnType<typeof createPluginPool>

/** Processes of plugins: at most `most` at a time and `mostOfOwner` of one owner, kept for `idleMs` after their last run. */
export function createPluginPool({ most, mostOfOwner, idleMs }: { most: number; mostOfOwner: number; idleMs: number }) {
  const entries = new Set<Entry>()
  const waiting: Waiting[] = []

  const drop = (entry: Entry) => {
    clearTimeout(entry.idle)
    entries.delete(entry)
    // One that was told to stop has a moment left to do so.
    if (!entry.process.isOver) entry.process.end()
  }
  const isRoomFor = (owner: PluginOwner) =>
    [...entries].filter((it) => it.owner === owner).length < mostOfOwner && (entries.size < most || [...entries].some((it) => !it.isBusy))
  const next = () => {
    const at = waiting.findIndex(({ owner }) => isRoomFor(owner) || [...entries].some((it) => it.owner === owner && !it.isBusy))
    if (at !== -1) waiting.splice(at, 1)[0]!.go()
  }
  const release = (entry: Entry) => {
    entry.isBusy = false
    if (entry.process.isOver || entry.process.runCount >= mostRuns) drop(entry)
    else entry.idle = setTimeout(() => drop(entry), idleMs).unref()
    next()
  }
  const take = (owner: PluginOwner, mark: string, ground: PluginGround): Entry | undefined => {
    for (const it of entries) if (!it.isBusy && (it.process.isOver || (it.owner === owner && it.mark !== mark))) drop(it)
    const idle = [...entries].find((it) => !it.isBusy && it.owner === owner)
    if (idle) {
      clearTimeout(idle.idle)
      return idle
    }
    if (!isRoomFor(owner)) return undefined
    // A set keeps the order of arrival: the first idle one is the oldest.
    if (entries.size >= most) drop([...entries].find((it) => !it.isBusy)!)
    const entry: Entry = { process: new PluginProcess(ground), owner, mark, isBusy: true }
    entries.add(entry)
    return entry
  }

  return {
    /**
     * Lends a process of the owner to `work`; `mark` tells which state of the plugin's files it must have loaded. Throws `PortFault` when none is free until
     * the signal is aborted.
     */
    async lend<R>(
      it: { owner: PluginOwner; mark: string; ground: PluginGround; signal: AbortSignal },
      work: (process: PluginProcess) => Promise<R>,
    ): Promise<R> {
      let entry = take(it.owner, it.mark, it.ground)
      while (!entry) {
        await turn(waiting, it.owner, it.signal)
        entry = take(it.owner, it.mark, it.ground)
      }
      entry.isBusy = true
      try {
        return await work(entry.process)
      } finally {
        release(entry)
      }
    },
    /** How many processes there are. */
    count: () => entries.size,
    /** Ends the processes of an owner, or all. */
    end(owner?: PluginOwner): void {
      for (const it of entries) if (owner === undefined || it.owner === owner) drop(it)
      next()
    },
  }
}

async function turn(waiting: Waiting[], owner: PluginOwner, signal: AbortSignal): Promise<void> {
  const busy = () => new PortFault('All plugins are busy. Please try again.', { retryable: true })
  if (signal.aborted) throw busy()
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      const at = waiting.indexOf(place)
      if (at !== -1) waiting.splice(at, 1)
      reject(busy())
    }
    const place: Waiting = {
      owner,
      go() {
        signal.removeEventListener('abort', stop)
        resolve()
      },
    }
    signal.addEventListener('abort', stop, { once: true })
    waiting.push(place)
  })
}
