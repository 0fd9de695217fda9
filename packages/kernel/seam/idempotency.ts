import { createHash } from 'node:crypto'
import type { Caller } from '@myna/contracts/caller'
import { newId } from '#db/ids.ts'
import type { ServiceDb } from '#db/service-db.ts'
import { Fault } from '#seam/fault.ts'
import type { Vault } from '#vault.ts'

/** Runs a write at most once per key and subject, for a day; later askers get the first answer. */
export type Idempotency = {
  once(caller: Caller, key: string, operation: string, input: unknown, work: () => Promise<unknown>): Promise<unknown>
}

type Tables = {
  idempotency: { tenant_id: string; id: string; subject: string; key: string; operation: string; request_hash: string; answer: string | null; created_at: Date }
}

const keptMs = 86_400_000
/** A write that left no answer for this long died with its process, and may run again. */
const abandonedMs = 120_000

/** Idempotency over a database. Answers are kept sealed, since some hold a secret shown once. */
export function createIdempotency(db: ServiceDb<Tables>, vault: Vault): Idempotency {
  return {
    async once(caller, key, operation, input, work) {
      const requestHash = createHash('sha256')
        .update(JSON.stringify([operation, input]))
        .digest('base64url')
      const tenantId = caller.tenantId!
      const claimed = await db.inTenant(caller, async (tx) => {
        await tx
          .deleteFrom('idempotency')
          .where('created_at', '<', new Date(Date.now() - keptMs))
          .execute()
        await tx
          .deleteFrom('idempotency')
          .where('answer', 'is', null)
          .where('created_at', '<', new Date(Date.now() - abandonedMs))
          .execute()
        const id = newId()
        const mine = await tx
          .insertInto('idempotency')
          .values({ tenant_id: tenantId, id, subject: caller.subject, key, operation, request_hash: requestHash, answer: null, created_at: new Date() })
          .onConflict((it) => it.columns(['tenant_id', 'subject', 'key']).doNothing())
          .executeTakeFirst()
        if (mine.numInsertedOrUpdatedRows === 1n) return { id }
        return tx.selectFrom('idempotency').selectAll().where('subject', '=', caller.subject).where('key', '=', key).executeTakeFirstOrThrow()
      })
      if ('answer' in claimed) {
        if (claimed.request_hash !== requestHash) throw new Fault('request.key_reused')
        if (claimed.answer === null) throw new Fault('request.in_progress')
        return JSON.parse(vault.open(tenantId, claimed.answer))
      }
      const rowOf = { tenant_id: tenantId, id: claimed.id }
      try {
        const answer = await work()
        const sealed = vault.seal(tenantId, JSON.stringify(answer))
        await db.inTenant(caller, (tx) => tx.updateTable('idempotency').set({ answer: sealed }).where('id', '=', rowOf.id).execute())
        return answer
      } catch (error) {
        await db.inTenant(caller, (tx) => tx.deleteFrom('idempotency').where('id', '=', rowOf.id).execute())
        throw error
      }
    },
  }
}
