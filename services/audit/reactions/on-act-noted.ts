import { auditEvents } from '@myna/contracts/audit'
import { reaction } from '@myna/kernel'
import type { Context } from '#context.ts'
import { firstHash, hashOf, signatureOf } from '#domain/chain.ts'
import { storableAct } from '#domain/storable-act.ts'
import { watchAct } from '#reactions/signals/watch-act.ts'
import { createEntryQueries } from '#store/entry-queries.ts'

/**
 * Appends an act to the chain of its tenant; an act heard before is left alone. The head is remembered outside the database only while the
 * chain still holds the head remembered before: new acts must not cover up that the chain was cut.
 */
export const onActNoted = reaction(auditEvents.actNoted, async (noted, context: Context) => {
  const { db, caller, tenantId, ports, log } = context
  const act = storableAct(noted)
  const anchor = await ports.anchors.recall(tenantId)
  const { head, follows } = await db.inTenant(caller, async (tx) => {
    const queries = createEntryQueries(tx, tenantId)
    const before = await queries.lockHead()
    const known = !anchor ? undefined : before?.sequence === anchor.sequence ? before.hash : await queries.readHash(anchor.sequence)
    if (await queries.hasEntry(act.id)) return { head: before, follows: known === anchor?.hash }
    const previousHash = before?.hash ?? firstHash
    const entry = { ...act, sequence: (before?.sequence ?? 0) + 1 }
    const hash = hashOf(tenantId, entry, previousHash)
    await queries.append({ ...entry, previousHash, hash, signature: signatureOf(hash, ports.signingKey) })
    return { head: { sequence: entry.sequence, hash }, follows: known === anchor?.hash }
  })
  if (!follows) log.error({ anchor }, 'the audit chain no longer holds the entry remembered outside the database; run "myna audit verify"')
  else if (head) await ports.anchors.remember(tenantId, { sequence: head.sequence, hash: head.hash })
  await watchAct(context, act)
})
