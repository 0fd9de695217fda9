import type { Handle } from '#context.ts'
import { createChainWalk } from '#domain/chain.ts'
import { createEntryQueries } from '#store/entry-queries.ts'
import { chainedEntry } from '#store/present.ts'

const entriesAtOnce = 500

/** Walks the chain of the tenant up to the head it has now; what is appended meanwhile is left for the next time. */
export const verifyChain: Handle<'verifyChain'> = async (_input, { db, caller, tenantId, ports }) => {
  const anchor = await ports.anchors.recall(tenantId)
  const head = await db.inTenant(caller, (tx) => createEntryQueries(tx, tenantId).readHead())
  const end = head?.sequence ?? 0
  const walk = createChainWalk(tenantId, ports.signingKey)
  for (let after = 0, more = true; more; ) {
    const rows = await db.inTenant(caller, (tx) => createEntryQueries(tx, tenantId).listAfter(after, entriesAtOnce, { upTo: end }))
    for (const row of rows) walk.step(chainedEntry(row))
    more = rows.length === entriesAtOnce
    after = rows.at(-1)?.sequence ?? after
  }
  // Entries behind the head are new ones when the head has moved on, and intruders when it has not.
  const behind = await db.inTenant(caller, async (tx) => {
    const queries = createEntryQueries(tx, tenantId)
    const moved = (await queries.readHead())?.sequence !== head?.sequence
    return moved ? [] : queries.listAfter(end, entriesAtOnce)
  })
  for (const row of behind) walk.step(chainedEntry(row))
  const problems = walk.end(head, anchor)
  return { intact: problems.length === 0, entries: walk.count, problems }
}
