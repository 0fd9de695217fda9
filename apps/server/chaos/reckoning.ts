import { setTimeout as sleep } from 'node:timers/promises'
import type { Asker } from '#chaos/asking.ts'
import { type Tally, titleOf } from '#chaos/load.ts'

/** One promise, and how it was kept. */
export type Count = { what: string; of: number; broken: number; examples: string[] }

/** How long what was begun may take to come to its end once all parts are up again. */
const settleMs = 120_000

/** Looks at what is there against what was promised. */
export async function reckon(asker: Asker, { baseId, tally }: { baseId: string; tally: Tally }): Promise<Count[]> {
  const counts: Count[] = []
  const note = (what: string, of: number, broken: readonly string[]) => counts.push({ what, of, broken: broken.length, examples: broken.slice(0, 5) })

  const items = await listAll((cursor) => asker.ask((api) => api.knowledge.listItems({ baseId, limit: 100, ...(cursor ? { cursor } : {}) })))
  const byTitle = Map.groupBy(items, (it) => it.title)
  const acknowledged = [...tally.writes].filter((it): it is [string, string] => it[1] !== undefined)
  note(
    'acknowledged writes lost',
    acknowledged.length,
    acknowledged.flatMap(([key, id]) => (byTitle.get(titleOf(key))?.some((it) => it.id === id) ? [] : [key])),
  )
  note(
    'keys with more than one effect',
    tally.writes.size,
    [...tally.writes.keys()].filter((key) => (byTitle.get(titleOf(key))?.length ?? 0) > 1),
  )

  // An event for each write that stands, heard once.
  const wanted = items.filter((it) => it.title.startsWith('Fact ')).map((it) => `item:${it.id}`)
  const heard = await settled(
    async () =>
      (await listAll((cursor) => asker.ask((api) => api.audit.listEntries({ action: 'add-item', limit: 100, ...(cursor ? { cursor } : {}) })))).map(
        (it) => it.subject,
      ),
    (subjects) => wanted.every((it) => new Set(subjects).has(it)),
  )
  const bySubject = Map.groupBy(heard, (it) => it)
  note(
    'events lost',
    wanted.length,
    wanted.filter((it) => !bySubject.has(it)),
  )
  note(
    'events that took effect twice',
    wanted.length,
    [...bySubject].filter(([, all]) => all.length > 1).map(([subject]) => subject),
  )
  const chain = await asker.ask((api) => api.audit.verifyChain({}))
  note(
    'places where the audit chain is not whole',
    chain.entries,
    chain.problems.map((it) => it.sentence),
  )

  const begun = [...tally.creations].filter((it): it is [string, string] => it[1] !== undefined)
  const unfinished = await settled(
    async () => {
      const states = await Promise.all(
        begun.map(async ([key, creationId]) => `${key} ${(await asker.ask((api) => api.agents.getCreation({ creationId }))).status}`),
      )
      return states.filter((it) => !it.endsWith(' done'))
    },
    (left) => left.length === 0,
  )
  note('jobs that did not come to their end', begun.length, unfinished)
  const agents = await listAll((cursor) => asker.ask((api) => api.agents.listAgents({ limit: 100, ...(cursor ? { cursor } : {}) })))
  const byName = Map.groupBy(agents, (it) => it.name)
  note(
    'jobs that took effect twice',
    begun.length,
    begun.map(([key]) => `Agent ${key}`).filter((name) => (byName.get(name)?.length ?? 0) !== 1),
  )

  const lostTurns: string[] = []
  let shown = 0
  for (const [callId, turns] of tally.calls) {
    const standing = new Set((await asker.ask((api) => api.calls.getCall({ callId }))).turns.map((it) => it.id))
    shown += turns.size
    for (const id of turns.keys()) if (!standing.has(id)) lostTurns.push(`${callId} ${id}`)
  }
  note('turns of calls that were shown and are lost', shown, lostTurns)
  note('writes refused that should not have been', tally.writes.size + tally.creations.size, tally.refused)
  return counts
}

async function listAll<T>(page: (cursor: string | undefined) => Promise<{ items: T[]; next?: string | undefined }>): Promise<T[]> {
  const all: T[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await page(cursor)
    all.push(...items)
    if (next === undefined) return all
    cursor = next
  }
}

/** Asks again until it is as it should be, or patience ends. */
async function settled<T>(ask: () => Promise<T>, isWell: (it: T) => boolean): Promise<T> {
  const giveUpAt = performance.now() + settleMs
  for (;;) {
    const now = await ask()
    if (isWell(now) || performance.now() > giveUpAt) return now
    await sleep(2_000)
  }
}
