import { auditEvents } from '@myna/contracts/audit'
import { reaction } from '@myna/kernel'
import type { Context } from '#context.ts'
import { firstHash, hashOf, signatureOf } from '#domain/chain.ts'
import { createEntryQueries } from '#store/entry-queries.ts'

/** Appends an act to the chain of its tenant; an act heard before is left alone. */
export const onActNoted = reaction(auditEvents.actNoted, async (act, { db, caller, tenantId, ports }: Context) => {
  const head = await db.inTenant(caller, async (tx) => {
    const queries = createEntryQueries(tx, tenantId)
    const before = await queries.lockHead()
    if (await queries.hasEntry(act.id)) return undefined
    const previousHash = before?.hash ?? firstHash
    const entry = { ...act, sequence: (before?.sequence ?? 0) + 1 }
    const hash = hashOf(tenantId, entry, previousHash)
    await queries.append({ ...entry, previousHash, hash, signature: signatureOf(hash, ports.signingKey) })
    return { sequence: entry.sequence, hash }
  })
  if (head) await ports.anchors.remember(tenantId, head)
})
