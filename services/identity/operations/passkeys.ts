import { Fault, newId } from '@myna/kernel'
import { generateRegistrationOptions, type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { Handle } from '#context.ts'
import { isSecondFactorRequired } from '#store/admission.ts'
import { directoryOf } from '#store/directory.ts'
import { addChallenge, placeOf, takeChallenge } from '#store/passkey-challenges.ts'
import { personIn, readPerson, refuseImpersonator, sessionIn } from '#store/person.ts'
import { findTotp, otherWaysIn, prove } from '#store/second-factor.ts'
import type { DirectoryTables } from '#store/tables.ts'
import type { Selectable } from 'kysely'

const mostPasskeys = 20

/** Passkeys of whoever asks, in the order they were made. */
export const listPasskeys: Handle<'listPasskeys'> = async (_input, context) => {
  const { read } = await directoryOf(context)
  const rows = await read.selectFrom('passkeys').selectAll().where('user_id', '=', personIn(context)).orderBy('id').execute()
  return { items: rows.map(presentPasskey) }
}

/** Asks the browser to make a passkey that knows its person and asks for them: discoverable, with user verification. */
export const beginPasskey: Handle<'beginPasskey'> = async (proof, context) => {
  const { userId, sessionId } = await prove(context, proof)
  const directory = await directoryOf(context)
  const user = await readPerson(directory, userId)
  const known = await directory.read.selectFrom('passkeys').select('credential_id').where('user_id', '=', userId).execute()
  if (known.length >= mostPasskeys) throw new Fault('identity.too_many_passkeys')
  const place = placeOf(context)
  const options = await generateRegistrationOptions({
    rpName: 'Myna',
    rpID: place.rpId,
    userName: user.email,
    userDisplayName: user.name,
    userID: Buffer.from(userId),
    attestationType: 'none',
    excludeCredentials: known.map((it) => ({ id: it.credential_id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const bound = { purpose: 'registration' as const, userId, sessionId, pendingHash: null }
  const challengeId = await directory.change(context.caller, (tx) => addChallenge(context, tx, options.challenge, place, bound))
  return { challengeId, options: { ...options } }
}

/** Keeps the passkey the browser made for the challenge of this session. */
export const addPasskey: Handle<'addPasskey'> = async ({ challengeId, name, response }, context) => {
  refuseImpersonator(context)
  const { userId, sessionId } = sessionIn(context)
  const directory = await directoryOf(context)
  const challenge = await takeChallenge(context, challengeId, 'registration', sessionId)
  const made = await verifyRegistrationResponse({
    response: response as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge.challenge,
    expectedOrigin: challenge.origin,
    expectedRPID: challenge.rp_id,
    requireUserVerification: true,
  }).catch((error: unknown) => {
    throw new Fault('identity.passkey_refused', {}, { cause: error })
  })
  if (!made.verified || challenge.user_id !== userId) throw new Fault('identity.passkey_refused')
  const { credential, credentialBackedUp } = made.registrationInfo
  const row = {
    id: newId(),
    user_id: userId,
    name,
    credential_id: credential.id,
    public_key: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: JSON.stringify((credential.transports ?? []).filter((it) => /^[a-z-]{1,20}$/.test(it)).slice(0, 10)),
    rp_id: challenge.rp_id,
    synced: credentialBackedUp,
    created_at: context.clock.now(),
    last_used_at: null,
  }
  await directory.change(context.caller, async (tx) => {
    const kept = await tx
      .insertInto('passkeys')
      .values(row)
      .onConflict((it) => it.column('credential_id').doNothing())
      .executeTakeFirst()
    if (kept.numInsertedOrUpdatedRows === 0n) throw new Fault('identity.passkey_refused', { why: 'this credential is kept already' })
    // Its person was asked just now: that is as good as a second factor.
    await tx.updateTable('session').set({ secondFactor: true }).where('id', '=', sessionId).execute()
    if (context.caller.tenantId) await context.note(tx, { action: 'add-passkey', subject: `user:${userId}`, detail: { name, passkeyId: row.id } })
  })
  return presentPasskey(row)
}

/** Gives a passkey another name. */
export const renamePasskey: Handle<'renamePasskey'> = async ({ passkeyId, name }, context) => {
  refuseImpersonator(context)
  const userId = personIn(context)
  const directory = await directoryOf(context)
  const row = await directory.change(context.caller, (tx) =>
    tx.updateTable('passkeys').set({ name }).where('id', '=', passkeyId).where('user_id', '=', userId).returningAll().executeTakeFirst(),
  )
  if (!row) throw new Fault('identity.passkey_not_found', { passkeyId })
  return presentPasskey(row)
}

/** Removes a passkey; not the last way in, nor the last second factor where one is asked for. */
export const removePasskey: Handle<'removePasskey'> = async ({ passkeyId, ...proof }, context) => {
  const { userId } = await prove(context, proof)
  const directory = await directoryOf(context)
  await directory.change(context.caller, async (tx) => {
    const mine = await tx.selectFrom('passkeys').select('id').where('user_id', '=', userId).forUpdate().execute()
    if (!mine.some((it) => it.id === passkeyId)) throw new Fault('identity.passkey_not_found', { passkeyId })
    if ((await otherWaysIn(tx, userId, { passkeyId })) === 0) throw new Fault('identity.last_way_in')
    if (mine.length === 1 && !(await findTotp(tx, userId)) && (await isSecondFactorRequired(tx, userId))) throw new Fault('identity.second_factor_required')
    await tx.deleteFrom('passkeys').where('id', '=', passkeyId).execute()
    if (context.caller.tenantId) await context.note(tx, { action: 'remove-passkey', subject: `user:${userId}`, detail: { passkeyId } })
  })
  return {}
}

function presentPasskey(it: Selectable<DirectoryTables['passkeys']>) {
  return { id: it.id, name: it.name, synced: it.synced, createdAt: it.created_at.toISOString(), lastUsedAt: it.last_used_at?.toISOString() ?? null }
}
