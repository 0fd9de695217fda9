import { randomBytes } from 'node:crypto'
import { identityEvents } from '@myna/contracts/identity-events'
import { Fault, newId } from '@myna/kernel'
import type { Kysely } from 'kysely'
import type { Answer, Context } from '#context.ts'
import { hashOf } from '#domain/api-key.ts'
import { type AttemptKey, forgiveKeys } from '#store/attempts.ts'
import { deviceHashOf, findDevice, keepDevice } from '#store/devices.ts'
import { type DirectoryTx, directoryOf } from '#store/directory.ts'
import { linkExternal } from '#store/external-accounts.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { asPerson, describeSession, nobody } from '#store/person.ts'
import { addressOf, openSession, setCookie } from '#store/sessions.ts'
import { recordSignIn, suspicionsNow, tellSuspicious } from '#store/sign-in-records.ts'
import type { DirectoryTables } from '#store/tables.ts'

/** How long a sign-in waits for its next step. */
const pendingMs = 10 * 60_000

type Known = { id: string; name: string; email: string; disabledAt: Date | null }

/** Somebody whose proof was right. */
export type Proven = {
  user: Known
  method: string
  /** Whether the proof counts for two: a passkey that asked its person, a provider that answers for it, a code after a password. */
  complete: boolean
  rememberDevice?: boolean
  /** The only organisation that is to open: of single sign-on. */
  boundTenantId?: string
  /** Where to work first, when it is not where they were last; they belong there once `also` is done. */
  tenantId?: string
  /** Attempts that were counted and are forgiven now. */
  keys: readonly AttemptKey[]
  /** Done with the proof, whether or not it is enough. */
  consume?(tx: DirectoryTx): Promise<void>
  /** Done in the transaction that signs in, and not before. */
  also?(tx: DirectoryTx): Promise<void>
  /** An account elsewhere, sealed, that is linked on signing in. */
  external?: string | null
}

/** Signs in, or answers what is still missing. Throws `identity.account_disabled`. */
export async function admit(context: Context, proven: Proven): Promise<Answer<'signIn'>> {
  const directory = await directoryOf(context)
  const { user, method, keys } = proven
  if (user.disabledAt) {
    await directory.change({ tenantId: null }, (tx) => recordSignIn(context, tx, { userId: user.id, tenantId: null, method, outcome: 'refused' }))
    throw new Fault('identity.account_disabled', { userId: user.id })
  }
  const methods = proven.complete ? [] : await stepsFor(directory.read, user.id)
  const remembered = methods.length > 0 && (await isRemembered(context, directory.read, user.id))
  if (methods.length > 0 && !remembered) {
    const pending = await directory.change({ tenantId: null }, async (tx) => {
      await proven.consume?.(tx)
      await forgiveKeys(tx, keys)
      return addPending(context, tx, { kind: 'second_factor', userId: user.id, method, external: proven.external ?? null })
    })
    return { ...nobody, pending: { ...pending, kind: 'second_factor', methods, email: user.email } }
  }
  const session = await enter(context, { ...proven, complete: proven.complete || remembered })
  return { ...(await describeSession(context, session)), pending: null }
}

async function enter(context: Context, proven: Proven): Promise<string> {
  const { user, method, boundTenantId } = proven
  const directory = await directoryOf(context)
  const memberships = await createMemberQueries(directory.read).membershipsOf(user.id)
  const tenantId = boundTenantId ?? proven.tenantId ?? memberships[0]?.id ?? null
  const acting = asPerson(context, { userId: user.id, name: user.name, tenantId })
  const { session, cookie } = await directory.change({ tenantId }, async (tx, people) => {
    await proven.consume?.(tx)
    await proven.also?.(tx)
    if (proven.external) await linkExternal(acting, tx, user.id, proven.external)
    await forgiveKeys(tx, proven.keys)
    const reasons = await suspicionsNow(context, tx, user.id)
    const signInId = await recordSignIn(context, tx, { userId: user.id, tenantId, method, outcome: 'signed_in', suspicious: reasons })
    await keepDevice(context, tx, user.id, proven.rememberDevice ?? false)
    if (reasons.length > 0) await tellSuspicious(acting, tx, { userId: user.id, name: user.name, signInId, reasons })
    if (tenantId) await acting.note(tx, { action: 'sign-in', subject: `user:${user.id}`, detail: { method } })
    const opened = await openSession(tx, people, context, {
      userId: user.id,
      tenantId,
      method,
      secondFactor: proven.complete,
      boundTenantId: boundTenantId ?? null,
    })
    return { session: opened.id, cookie: opened.token }
  })
  setCookie(context, cookie)
  return session
}

/** How a person can do the second step; empty when none is asked of them. */
async function stepsFor(db: Kysely<DirectoryTables>, userId: string): Promise<('totp' | 'backup_code' | 'passkey')[]> {
  const totp = await db.selectFrom('totp').select('user_id').where('user_id', '=', userId).where('confirmed_at', 'is not', null).executeTakeFirst()
  const passkey = await db.selectFrom('passkeys').select('id').where('user_id', '=', userId).limit(1).executeTakeFirst()
  if (totp) return ['totp', 'backup_code', ...(passkey ? ['passkey' as const] : [])]
  return passkey && (await isSecondFactorRequired(db, userId)) ? ['passkey'] : []
}

/** Whether an organisation in which a person is active asks for a second factor. */
export async function isSecondFactorRequired(db: Kysely<DirectoryTables>, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('member')
    .innerJoin('security_policies', 'security_policies.tenant_id', 'member.organizationId')
    .select('member.id')
    .where('member.userId', '=', userId)
    .where('member.active', '=', true)
    .where('security_policies.require_second_factor', '=', true)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function isRemembered(context: Context, db: Kysely<DirectoryTables>, userId: string): Promise<boolean> {
  const device = await findDevice(db, userId, deviceHashOf(context))
  return device?.remembered_until !== undefined && device.remembered_until !== null && device.remembered_until > context.clock.now()
}

/** Keeps a sign-in that waits for one more proof: no session, and its token no cookie. */
export async function addPending(
  context: Context,
  tx: DirectoryTx,
  it: { kind: 'second_factor' | 'link'; userId: string; method: string; external: string | null },
): Promise<{ token: string; expiresAt: string }> {
  const token = randomBytes(32).toString('base64url')
  const expires_at = new Date(context.clock.now().getTime() + pendingMs)
  await tx
    .insertInto('pending_sign_ins')
    .values({ hash: hashOf(token), kind: it.kind, user_id: it.userId, method: it.method, external: it.external, expires_at })
    .execute()
  return { token, expiresAt: expires_at.toISOString() }
}

/** Keeps that an attempt failed, and tells of it when it locked the account of somebody we know. */
export async function recordFailure(
  context: Context,
  it: { user: { id: string; name: string } | undefined; method: string; locks: boolean; what: 'password' | 'second_factor' },
): Promise<void> {
  const directory = await directoryOf(context)
  const { user, locks } = it
  // Looked up for nobody too, so that an account there is not takes as long.
  const tenantId = (await createMemberQueries(directory.read).membershipsOf(user?.id ?? '00000000-0000-7000-8000-000000000000'))[0]?.id ?? null
  const acting = context.as({ ...context.caller, tenantId })
  await directory.change({ tenantId }, async (tx) => {
    await recordSignIn(context, tx, { userId: user?.id ?? null, tenantId, method: it.method, outcome: 'refused' })
    if (user && locks && tenantId)
      await acting.tell(tx, identityEvents.accountAttacked, { id: newId(), userId: user.id, name: user.name, what: it.what, ip: addressOf(context) ?? null })
  })
}
