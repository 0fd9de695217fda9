import { accountPolicy, addressPolicy, askPolicy, type LockPolicy, mailPolicy, networkOf, waitMs, withFailure } from '#domain/lockout.ts'
import { Fault } from '@myna/kernel'
import { hashOf } from '#domain/api-key.ts'
import type { Context } from '#context.ts'
import { type Directory, type DirectoryTx, directoryOf } from '#store/directory.ts'

/** One thing attempts are counted under, and its policy. What many share is not forgotten by the success of one. */
export type AttemptKey = { key: string; policy: LockPolicy; shared?: boolean }

/**
 * What a guess of an account's password counts under; the address only when it is known. A browser its person has signed in with before counts by
 * itself, so that strangers who guess from anywhere do not lock the person out.
 */
export function guessKeys(email: string, ip: string | undefined, knownDevice?: string): AttemptKey[] {
  const account = { key: knownDevice ? `device:${hashOf(`${email} ${knownDevice}`)}` : `account:${hashOf(email)}`, policy: accountPolicy }
  return [account, ...addressKeys(ip)]
}

/** What a guess of a code of a person's second factor counts under. */
export function codeKeys(userId: string, ip: string | undefined): AttemptKey[] {
  return [{ key: `code:${userId}`, policy: accountPolicy }, ...addressKeys(ip)]
}

/** What failures of tokens, passkeys and answers of vendors count under: nothing but where they come from. */
export function addressKeys(ip: string | undefined): AttemptKey[] {
  return ip ? [{ key: `address:${networkOf(ip)}`, policy: addressPolicy, shared: true }] : []
}

/** What questions that anybody may ask count under. */
export function askKeys(ip: string | undefined): AttemptKey[] {
  return ip ? [{ key: `ask:${networkOf(ip)}`, policy: askPolicy, shared: true }] : []
}

/** What asking for a mail to an address counts under. */
export function mailKeys(email: string): AttemptKey[] {
  return [{ key: `mail:${hashOf(email)}`, policy: mailPolicy }]
}

/**
 * Counts an attempt as failed before it is made, so that many at once do not slip through; `forgiveKeys` takes it back.
 * Answers how long it has to wait, in ms, when a key is locked: then nothing is counted.
 */
export async function countAttempt(tx: DirectoryTx, keys: readonly AttemptKey[], now: Date): Promise<number> {
  return (await countedAttempt(tx, keys, now)).waitMs
}

/** As `countAttempt`; `locks` tells that this attempt, if it fails, locks the first of the keys. */
async function countedAttempt(tx: DirectoryTx, keys: readonly AttemptKey[], now: Date): Promise<{ waitMs: number; locks: boolean }> {
  if (keys.length === 0) return { waitMs: 0, locks: false }
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
  if (wait > 0) return { waitMs: wait, locks: false }
  let locks = false
  for (const [at, { key, policy, attempts }] of states.entries()) {
    const next = withFailure(policy, attempts, now)
    if (at === 0) locks = next.failures === policy.free + 1
    await tx.updateTable('attempts').set({ failures: next.failures, last_at: next.lastAt }).where('key', '=', key).execute()
  }
  return { waitMs: 0, locks }
}

/**
 * Counts an attempt in a transaction of its own, so that it stays counted however the call ends. Throws `fault`, with `retry-after`, when it has to
 * wait. Answers whether this attempt, if it fails, locks its account.
 */
export async function admitAttempt(
  context: Context,
  directory: Directory,
  keys: readonly AttemptKey[],
  fault: 'identity.locked' | 'request.too_many' = 'identity.locked',
): Promise<boolean> {
  const { waitMs: wait, locks } = await directory.change({ tenantId: null }, (tx) => countedAttempt(tx, keys, context.clock.now()))
  if (wait === 0) return locks
  context.http?.addHeader('retry-after', String(Math.ceil(wait / 1_000)))
  throw new Fault(fault, { waitMs: wait })
}

/** Forgets failures of what is one person's, and the one just counted of what many share. */
export async function forgiveKeys(tx: DirectoryTx, keys: readonly AttemptKey[]): Promise<void> {
  for (const { key, shared } of keys) {
    if (!shared) await tx.deleteFrom('attempts').where('key', '=', key).execute()
    else
      await tx
        .updateTable('attempts')
        .set((it) => ({ failures: it('failures', '-', 1) }))
        .where('key', '=', key)
        .where('failures', '>', 0)
        .execute()
  }
}

/** Counts one of few things somebody may try: `work` throws when it fails, and only then it stays counted. */
export async function trying<R>(context: Context, keys: readonly AttemptKey[], work: (directory: Directory) => Promise<R>): Promise<R> {
  const directory = await directoryOf(context)
  await admitAttempt(context, directory, keys)
  const result = await work(directory)
  await directory.change({ tenantId: null }, (tx) => forgiveKeys(tx, keys))
  return result
}
