import { createHash } from 'node:crypto'
import type { Caller } from '@myna/contracts/caller'
import { sql, type Transaction } from 'kysely'
import { newId } from '#db/ids.ts'
import type { ServiceDb } from '#db/service-db.ts'
import { guardWrites } from '#db/write-guard.ts'
import { Fault } from '#seam/fault.ts'
import type { Vault } from '#vault.ts'

/**
 * Runs a write at most once per key and subject, for a day; later askers get the first answer. One that broke off with its process runs again if none of its
 * transactions had changed anything; otherwise askers get `request.outcome_unknown`.
 */
export type Idempotency = {
  once(caller: Caller, key: string, operation: string, input: unknown, work: () => Promise<unknown>): Promise<unknown>
}

type Tables = {
  idempotency: {
    tenant_id: string
    id: string
    subject: string
    key: string
    operation: string
    request_hash: string
    answer: string | null
    touched: boolean
    held_until: Date
    created_at: Date
  }
}

const keptMs = 86_400_000
/** A write without an answer whose process has not been heard of for this long broke off. */
const leaseMs = 15_000
const renewMs = 5_000

// By the clock of the database, which all processes share.
const now = sql<Date>`clock_timestamp()`
const lease = () => sql<Date>`clock_timestamp() + ${leaseMs}::int * interval '1 millisecond'`

/** Idempotency over a database. Answers are kept sealed, since some hold a secret shown once. */
export function createIdempotency(db: ServiceDb<Tables>, vault: Vault): Idempotency {
  return {
    async once(caller, key, operation, input, work) {
      const requestHash = createHash('sha256')
        .update(JSON.stringify([operation, input]))
        .digest('base64url')
      const tenantId = caller.tenantId!
      // Not the caller of the work, whose transactions pass the guard.
      const own = { tenantId }
      const claimed = await db.inTenant(own, async (tx) => {
        await tx
          .deleteFrom('idempotency')
          .where('created_at', '<', new Date(Date.now() - keptMs))
          .execute()
        await tx.deleteFrom('idempotency').where('answer', 'is', null).where('touched', '=', false).where('held_until', '<', now).execute()
        const id = newId()
        const mine = await tx
          .insertInto('idempotency')
          .values({
            tenant_id: tenantId,
            id,
            subject: caller.subject,
            key,
            operation,
            request_hash: requestHash,
            answer: null,
            touched: false,
            held_until: lease(),
            created_at: new Date(),
          })
          .onConflict((it) => it.columns(['tenant_id', 'subject', 'key']).doNothing())
          .executeTakeFirst()
        if (mine.numInsertedOrUpdatedRows === 1n) return { id }
        return tx
          .selectFrom('idempotency')
          .selectAll()
          .select((it) => it('held_until', '<', now).as('broken_off'))
          .where('subject', '=', caller.subject)
          .where('key', '=', key)
          .executeTakeFirstOrThrow()
      })
      if ('answer' in claimed) {
        if (claimed.request_hash !== requestHash) throw new Fault('request.key_reused')
        if (claimed.answer === null) throw new Fault(claimed.touched && claimed.broken_off ? 'request.outcome_unknown' : 'request.in_progress')
        return JSON.parse(vault.open(tenantId, claimed.answer))
      }
      guardWrites(caller, (tx) => noteTouched(tx, claimed.id))
      const renewing = setInterval(() => {
        // One renewal that is missed is made up for by the next.
        db.inTenant(own, (tx) => tx.updateTable('idempotency').set({ held_until: lease() }).where('id', '=', claimed.id).execute()).catch(() => {})
      }, renewMs).unref()
      try {
        const answer = await work()
        const sealed = vault.seal(tenantId, JSON.stringify(answer))
        await db.inTenant(own, (tx) => tx.updateTable('idempotency').set({ answer: sealed }).where('id', '=', claimed.id).execute())
        return answer
      } catch (error) {
        // A refusal is an answer, whatever went before it. After anything else, such as a commit nobody heard the end of, what was changed must not be changed again.
        const isRefusal = error instanceof Fault && error.status < 500
        await db.inTenant(own, (tx) =>
          tx
            .deleteFrom('idempotency')
            .where('id', '=', claimed.id)
            .$if(!isRefusal, (it) => it.where('touched', '=', false))
            .execute(),
        )
        throw error
      } finally {
        clearInterval(renewing)
      }
    },
  }
}

/**
 * Notes, in a transaction that changes something, that the write of this claim has done so: both are there or neither. Throws when the claim is gone because
 * this process was held up for so long that another does the write now. PostgreSQL numbers a transaction when it first writes.
 */
async function noteTouched(tx: Transaction<any>, claim: string): Promise<void> {
  const { rows } = await sql<{ changed: boolean; claimed: boolean }>`
    with now as (select pg_current_xact_id_if_assigned() is not null as changed),
    noted as (update kernel.idempotency set touched = true where id = ${claim}::uuid and (select changed from now) returning 1)
    select changed, exists (select from noted) as claimed from now`.execute(tx)
  if (rows[0]?.changed && !rows[0].claimed) throw new Fault('request.cancelled', { why: 'another process does this write by now' })
}
