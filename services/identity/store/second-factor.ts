import { Fault } from '@myna/kernel'
import type { Kysely } from 'kysely'
import type { Context } from '#context.ts'
import { backupCodeHash, makeBackupCodes } from '#domain/backup-codes.ts'
import { acceptedStep } from '#domain/totp.ts'
import { codeKeys, guessKeys, trying } from '#store/attempts.ts'
import { type DirectoryTx, directoryOf } from '#store/directory.ts'
import { findLiveSession } from '#store/live-session.ts'
import { readPerson, refuseImpersonator, sessionIn } from '#store/person.ts'
import { addressOf } from '#store/sessions.ts'
import type { DirectoryTables } from '#store/tables.ts'

// A vault seals by tenant; an authenticator app belongs to a person.
const vaultName = (userId: string) => `authenticator app of ${userId}`

/** A secret of an authenticator app, sealed for its person. */
export function sealSecret(context: Context, userId: string, secret: Uint8Array): string {
  return context.vault.seal(vaultName(userId), Buffer.from(secret).toString('base64'))
}

/** Opens what `sealSecret` sealed. */
export function openSecret(context: Context, userId: string, sealed: string): Uint8Array {
  return Buffer.from(context.vault.open(vaultName(userId), sealed), 'base64')
}

/** The authenticator app of a person, if one is switched on. */
export function findTotp(db: Kysely<DirectoryTables>, userId: string) {
  return db.selectFrom('totp').selectAll().where('user_id', '=', userId).where('confirmed_at', 'is not', null).executeTakeFirst()
}

/** Accepts a code of an authenticator app, which then never works again; false when it is wrong. `also` takes one that is not switched on yet. */
export async function acceptTotp(context: Context, tx: DirectoryTx, userId: string, code: string, also = false): Promise<boolean> {
  const row = await tx.selectFrom('totp').selectAll().where('user_id', '=', userId).forUpdate().executeTakeFirst()
  if (!row || (!row.confirmed_at && !also)) return false
  const step = acceptedStep(openSecret(context, userId, row.sealed_secret), code, context.clock.now(), Number(row.last_step))
  if (step === undefined) return false
  await tx.updateTable('totp').set({ last_step: step }).where('user_id', '=', userId).execute()
  return true
}

/** Uses up a backup code; false when there is none like it. */
export async function acceptBackupCode(tx: DirectoryTx, userId: string, code: string): Promise<boolean> {
  const used = await tx.deleteFrom('backup_codes').where('user_id', '=', userId).where('hash', '=', backupCodeHash(userId, code)).executeTakeFirst()
  return used.numDeletedRows > 0n
}

/** New backup codes in place of those there were; the database keeps hashes. */
export async function replaceBackupCodes(tx: DirectoryTx, userId: string): Promise<string[]> {
  const codes = makeBackupCodes()
  await tx.deleteFrom('backup_codes').where('user_id', '=', userId).execute()
  await tx
    .insertInto('backup_codes')
    .values(codes.map((it) => ({ user_id: userId, hash: backupCodeHash(userId, it) })))
    .execute()
  return codes
}

/** Takes away every way in beside the password: for an account whose owner was not proven while they were set up. */
export async function forgetOtherWaysIn(tx: DirectoryTx, userId: string): Promise<void> {
  await tx.deleteFrom('totp').where('user_id', '=', userId).execute()
  await tx.deleteFrom('backup_codes').where('user_id', '=', userId).execute()
  await tx.deleteFrom('passkeys').where('user_id', '=', userId).execute()
  await tx.deleteFrom('devices').where('user_id', '=', userId).execute()
  await tx.deleteFrom('pending_sign_ins').where('user_id', '=', userId).execute()
  await tx.deleteFrom('account').where('userId', '=', userId).where('providerId', '!=', 'credential').execute()
}

const freshMs = 10 * 60_000

/**
 * Proves once more who asks, before credentials change: by password or by a code; whoever has neither has to have signed in just now, and not by a
 * provider that another may command. Throws `identity.proof_needed`, `identity.wrong_credentials` or `identity.wrong_code`; guesses count.
 */
export async function prove(
  context: Context,
  proof: { password?: string | undefined; code?: string | undefined },
): Promise<{ userId: string; sessionId: string }> {
  refuseImpersonator(context)
  const who = sessionIn(context)
  const directory = await directoryOf(context)
  const user = await readPerson(directory, who.userId)
  const account = await directory.read
    .selectFrom('account')
    .select('password')
    .where('userId', '=', user.id)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  const totp = await findTotp(directory.read, user.id)
  const ip = addressOf(context)
  if (proof.password !== undefined && account?.password) {
    await trying(context, guessKeys(user.email, ip), async () => {
      if (!(await directory.verifyPassword(proof.password!, account.password))) throw new Fault('identity.wrong_credentials')
    })
    return who
  }
  if (proof.code !== undefined && totp) {
    const { code } = proof
    await trying(context, codeKeys(user.id, ip), async () => {
      const right = await directory.change(
        { tenantId: null },
        async (tx) => (await acceptTotp(context, tx, user.id, code)) || (await acceptBackupCode(tx, user.id, code)),
      )
      if (!right) throw new Fault('identity.wrong_code')
    })
    return who
  }
  if (account?.password || totp) throw new Fault('identity.proof_needed')
  const session = await findLiveSession(directory.read, { id: who.sessionId }, context.clock.now())
  const fresh = session && !session.boundTenantId && context.clock.now().getTime() - session.createdAt.getTime() < freshMs
  if (!fresh) throw new Fault('identity.proof_needed')
  return who
}

/** How many ways into an account there are beside the one named. */
export async function otherWaysIn(db: Kysely<DirectoryTables>, userId: string, beside: { passkeyId?: string; accountId?: string }): Promise<number> {
  const accounts = await db.selectFrom('account').select(['id', 'password', 'providerId']).where('userId', '=', userId).execute()
  const passkeys = await db.selectFrom('passkeys').select('id').where('user_id', '=', userId).execute()
  return (
    accounts.filter((it) => it.id !== beside.accountId && (it.providerId !== 'credential' || it.password)).length +
    passkeys.filter((it) => it.id !== beside.passkeyId).length
  )
}
