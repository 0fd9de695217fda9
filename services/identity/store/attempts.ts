import { accountPolicy, addressPolicy, type LockPolicy, mailPolicy, networkOf, waitMs, withFailure } from '#domain/lockout.ts'
import { hashOf } from '#domain/api-key.ts'
import type { DirectoryTx } from '#store/directory.ts'

/** One thing attempts are counted under, and its policy. */
export type AttemptKey = { key: string; policy: LockPolicy }

/** What a guess of an account's password counts under; the address only when it is known. */
export function guessKeys(email: string, ip: string | undefined): AttemptKey[] {
  const account = { key: `account:${hashOf(email)}`, policy: accountPolicy }
  return ip ? [account, { key: `address:${networkOf(ip)}`, policy: addressPolicy }] : [account]
}

/** What asking for a mail to an address counts under. */
export function mailKeys(email: string): AttemptKey[] {
  return [{ key: `mail:${hashOf(email)}`, policy: mailPolicy }]
}

/**
 * Counts an attempt as failed before it is made, so that many at once do not slip through; `forgive` takes it back.
 * Answers how long it has to wait, in ms, when a key is locked: then nothing is counted.
 */
export async function countAttempt(tx: DirectoryTx, keys: readonly AttemptKey[], now: Date): Promise<number> {
  const names = keys.map((it) => it.key).sort()
  await tx
    .insertInto('attempts')
    .values(names.map((key) => ({ key, failures: 0, last_at: now })))
    .onConflict((it) => it.doNothing())
    .execute()
  const rows = await tx.selectFrom('attempts').selectAll().where('key', 'in', names).orderBy('key').forUpdate().execute()
  const states = keys.map(({ key, policy }) => {
    const row = rows.find((it) => it.key === key)
    return { key, policy, attempts: row && { failures: row.failures, lastAt: row.last_at } }
  })
  const wait = Math.max(...states.map((it) => waitMs(it.policy, it.attempts, now)))
  if (wait > 0) return wait
  for (const { key, policy, attempts } of states) {
    const next = withFailure(policy, attempts, now)
    await tx.updateTable('attempts').set({ failures: next.failures, last_at: next.lastAt }).where('key', '=', key).execute()
  }
  return 0
}

/** Forgets failures of the account and the one just counted for the address. */
export async function forgive(tx: DirectoryTx, email: string, ip: string | undefined): Promise<void> {
  await tx
    .deleteFrom('attempts')
    .where('key', '=', `account:${hashOf(email)}`)
    .execute()
  if (ip)
    await tx
      .updateTable('attempts')
      .set((it) => ({ failures: it('failures', '-', 1) }))
      .where('key', '=', `address:${networkOf(ip)}`)
      .where('failures', '>', 0)
      .execute()
}
