import { identityEvents } from '@myna/contracts/identity-events'
import { Fault, newId } from '@myna/kernel'
import { type AuthenticationResponseJSON, generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Selectable } from 'kysely'
import type { Context, Handle } from '#context.ts'
import { admit } from '#store/admission.ts'
import { addressKeys, admitAttempt, askKeys } from '#store/attempts.ts'
import { directoryOf } from '#store/directory.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { addChallenge, placeOf, takeChallenge } from '#store/passkey-challenges.ts'
import { consumePending, readPending, readWaiting } from '#store/pending-sign-ins.ts'
import { addressOf } from '#store/sessions.ts'
import type { DirectoryTables } from '#store/tables.ts'

/** Asks for any passkey of this place; as the second step, for one of the person who waits. Names no credential, so that it tells nothing of accounts. */
export const beginPasskeySignIn: Handle<'beginPasskeySignIn'> = async ({ token }, context) => {
  const directory = await directoryOf(context)
  await admitAttempt(context, directory, askKeys(addressOf(context)))
  const pending = token === undefined ? undefined : await readPending(context, token)
  const place = placeOf(context)
  const options = await generateAuthenticationOptions({ rpID: place.rpId, userVerification: 'required' })
  const bound = { purpose: 'sign-in' as const, userId: pending?.id ?? null, sessionId: null, pendingHash: pending?.hash ?? null }
  const challengeId = await directory.change({ tenantId: null }, (tx) => addChallenge(context, tx, options.challenge, place, bound))
  return { challengeId, options: { ...options } }
}

/** Signs in with a passkey. One whose counter went back is a copy, or was copied: it is refused and told. */
export const completePasskeySignIn: Handle<'completePasskeySignIn'> = async ({ challengeId, response, rememberDevice }, context) => {
  const directory = await directoryOf(context)
  const keys = addressKeys(addressOf(context))
  await admitAttempt(context, directory, keys)
  const challenge = await takeChallenge(context, challengeId, 'sign-in', null)
  const passkey = await directory.read.selectFrom('passkeys').selectAll().where('credential_id', '=', response.id).executeTakeFirst()
  const handle = response.response['userHandle']
  const known = passkey && passkey.rp_id === challenge.rp_id && (challenge.user_id === null || challenge.user_id === passkey.user_id)
  if (!known || typeof handle !== 'string' || Buffer.from(handle, 'base64url').toString() !== passkey.user_id) throw new Fault('identity.passkey_refused')
  const verified = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge.challenge,
    expectedOrigin: challenge.origin,
    expectedRPID: challenge.rp_id,
    requireUserVerification: true,
    // The counter is looked at below, where a step back can be told of.
    credential: { id: passkey.credential_id, publicKey: Buffer.from(passkey.public_key, 'base64url'), counter: 0 },
  }).catch((error: unknown) => {
    throw new Fault('identity.passkey_refused', {}, { cause: error })
  })
  if (!verified.verified) throw new Fault('identity.passkey_refused')
  const { newCounter, credentialBackedUp } = verified.authenticationInfo
  const user = await directory.read.selectFrom('user').select(['id', 'name', 'email', 'disabledAt']).where('id', '=', passkey.user_id).executeTakeFirstOrThrow()
  const pending = challenge.pending_hash ? await readWaiting(context, challenge.pending_hash) : undefined
  const advanced = await directory.change({ tenantId: null }, async (tx) => {
    // Passkeys that are kept on several devices count nothing and always say 0 (WebAuthn, section 6.1.1).
    let change = tx.updateTable('passkeys').set({ counter: newCounter, synced: credentialBackedUp, last_used_at: context.clock.now() })
    change = change.where('id', '=', passkey.id)
    change = newCounter === 0 ? change.where('counter', '=', 0) : change.where('counter', '<', newCounter)
    return (await change.executeTakeFirst()).numUpdatedRows > 0n
  })
  if (!advanced) return refuseCopy(context, passkey, user)
  return admit(context, {
    user,
    method: 'passkey',
    complete: true,
    rememberDevice: rememberDevice ?? false,
    keys,
    ...(pending ? { consume: (tx) => consumePending(tx, pending), external: pending.external } : {}),
  })
}

async function refuseCopy(context: Context, passkey: Selectable<DirectoryTables['passkeys']>, user: { id: string; name: string }): Promise<never> {
  const directory = await directoryOf(context)
  const tenantId = (await createMemberQueries(directory.read).membershipsOf(user.id))[0]?.id ?? null
  const acting = context.as({ ...context.caller, tenantId })
  context.log.warn({ userId: user.id, passkeyId: passkey.id }, 'the counter of a passkey went back; it may have been copied')
  if (tenantId)
    await directory.change({ tenantId }, (tx) =>
      acting.tell(tx, identityEvents.accountAttacked, {
        id: newId(),
        userId: user.id,
        name: user.name,
        what: 'passkey_copied',
        ip: addressOf(context) ?? null,
      }),
    )
  throw new Fault('identity.passkey_refused', { why: 'counter' })
}
