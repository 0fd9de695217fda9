import type { Handle } from '#context.ts'
import { createEntryQueries } from '#store/entry-queries.ts'
import { chainedEntry } from '#store/present.ts'

const entriesAtOnce = 500

/** Exports entries as JSON lines with hashes and signatures, oldest first, a few hundred at a time. */
export const exportEntries: Handle<'exportEntries'> = async function* (filter, { db, caller, tenantId }) {
  for (let after = 0; ; ) {
    const rows = await db.inTenant(caller, (tx) => createEntryQueries(tx, tenantId).listAfter(after, entriesAtOnce, filter))
    if (rows.length > 0) yield Buffer.from(`${rows.map((it) => JSON.stringify(chainedEntry(it))).join('\n')}\n`)
    if (rows.length < entriesAtOnce) return
    after = rows.at(-1)!.sequence
  }
}
