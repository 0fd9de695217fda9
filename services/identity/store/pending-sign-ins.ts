import { Fault } from '@myna/kernel'
import type { Kysely } from 'kysely'
import type { Context } from '#context.ts'
import { hashOf } from '#domain/api-key.ts'
import { type DirectoryTx, directoryOf } from '#store/directory.ts'
import type { DirectoryTables } from '#store/tables.ts'

const mostFailures = 5

/** A sign-in that waits, with its person. Throws `identity.sign_in_over`. */
export const readPending = (context: Context, token: string) => readWaiting(context, hashOf(token))

/** The same, by the hash of its token. */
export async function readWaiting(context: Context, hash: string) {
  const { read } = await directoryOf(context)
  const row = await pendingOf(read, hash)
  if (!row || row.expires_at <= context.clock.now() || row.failures >= mostFailures) throw new Fault('identity.sign_in_over')
  return row
}

export type Pending = Awaited<ReturnType<typeof readWaiting>>

function pendingOf(db: Kysely<DirectoryTables>, hash: string) {
  return db
    .selectFrom('pending_sign_ins as pending')
    .innerJoin('user', 'user.id', 'pending.user_id')
    .select(['pending.hash', 'pending.kind', 'pending.method', 'pending.external', 'pending.failures', 'pending.expires_at'])
    .select(['user.id', 'user.name', 'user.email', 'user.emailVerified', 'user.disabledAt'])
    .where('pending.hash', '=', hash)
    .executeTakeFirst()
}

/** Uses a waiting sign-in up. Throws `identity.sign_in_over` when another did so first. */
export async function consumePending(tx: DirectoryTx, pending: Pick<Pending, 'hash'>): Promise<void> {
  const gone = await tx.deleteFrom('pending_sign_ins').where('hash', '=', pending.hash).executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw new Fault('identity.sign_in_over')
}

/** Counts a wrong proof; after a few the sign-in has to begin again. */
export async function failPending(context: Context, pending: Pending): Promise<void> {
  const directory = await directoryOf(context)
  await directory.change({ tenantId: null }, async (tx) => {
    await tx
      .updateTable('pending_sign_ins')
      .set((it) => ({ failures: it('failures', '+', 1) }))
      .where('hash', '=', pending.hash)
      .execute()
  })
}
