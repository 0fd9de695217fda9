import { Fault } from '@myna/kernel'
import { encode, renderSVG } from 'uqr'
import type { Handle } from '#context.ts'
import { base32, makeTotpSecret, totpUri } from '#domain/totp.ts'
import { isSecondFactorRequired } from '#store/admission.ts'
import { codeKeys, trying } from '#store/attempts.ts'
import { directoryOf } from '#store/directory.ts'
import { personIn, readPerson, refuseImpersonator, sessionIn } from '#store/person.ts'
import { acceptTotp, findTotp, prove, replaceBackupCodes, sealSecret } from '#store/second-factor.ts'
import { addressOf, endSessions, sayRevoked } from '#store/sessions.ts'

/** How long somebody may take to set an authenticator app up, in ms. */
const setupMs = 30 * 60_000

/** What whoever asks has set up beside the password. */
export const getSecondFactor: Handle<'getSecondFactor'> = async (_input, context) => {
  const userId = personIn(context)
  const { read } = await directoryOf(context)
  const totp = await findTotp(read, userId)
  const codes = await read.selectFrom('backup_codes').select('hash').where('user_id', '=', userId).execute()
  const passkeys = await read.selectFrom('passkeys').select('id').where('user_id', '=', userId).execute()
  const devices = await read.selectFrom('devices').select('hash').where('user_id', '=', userId).where('remembered_until', '>', context.clock.now()).execute()
  return {
    totp: totp ? { since: totp.confirmed_at!.toISOString() } : null,
    backupCodesLeft: codes.length,
    passkeys: passkeys.length,
    rememberedDevices: devices.length,
    required: await isSecondFactorRequired(read, userId),
  }
}

/** Makes a secret for an authenticator app; it counts once a code of it was confirmed. */
export const beginTotp: Handle<'beginTotp'> = async (proof, context) => {
  const { userId } = await prove(context, proof)
  const directory = await directoryOf(context)
  if (await findTotp(directory.read, userId)) throw new Fault('identity.second_factor_on')
  const user = await readPerson(directory, userId)
  const secret = makeTotpSecret()
  const fresh = { sealed_secret: sealSecret(context, userId, secret), confirmed_at: null, created_at: context.clock.now() }
  await directory.change(context.caller, async (tx) => {
    const kept = await tx
      .insertInto('totp')
      .values({ user_id: userId, last_step: 0, ...fresh })
      .onConflict((it) =>
        it
          .column('user_id')
          .doUpdateSet({ last_step: 0, ...fresh })
          .where('totp.confirmed_at', 'is', null),
      )
      .executeTakeFirst()
    if (kept.numInsertedOrUpdatedRows === 0n) throw new Fault('identity.second_factor_on')
  })
  const uri = totpUri(secret, user.email, 'Myna')
  const { data } = encode(uri, { border: 0 })
  const matrix = data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))
  return { secret: base32(secret), uri, matrix, svg: renderSVG(uri, { border: 4 }) }
}

/** Switches the authenticator app on: this session has shown a second factor now, all others end. */
export const confirmTotp: Handle<'confirmTotp'> = async ({ code }, context) => {
  refuseImpersonator(context)
  const { userId, sessionId } = sessionIn(context)
  return trying(context, codeKeys(userId, addressOf(context)), (directory) =>
    directory.change(context.caller, async (tx) => {
      const waiting = await tx.selectFrom('totp').select(['confirmed_at', 'created_at']).where('user_id', '=', userId).forUpdate().executeTakeFirst()
      const now = context.clock.now()
      if (!waiting || waiting.confirmed_at || now.getTime() - waiting.created_at.getTime() > setupMs) throw new Fault('identity.sign_in_over')
      if (!(await acceptTotp(context, tx, userId, code, true))) throw new Fault('identity.wrong_code')
      await tx.updateTable('totp').set({ confirmed_at: now }).where('user_id', '=', userId).execute()
      await tx.updateTable('session').set({ secondFactor: true }).where('id', '=', sessionId).execute()
      await endSessions(tx, userId, sessionId)
      await sayRevoked(context, tx, { userIds: [userId] })
      if (context.caller.tenantId) await context.note(tx, { action: 'enable-second-factor', subject: `user:${userId}` })
      return { backupCodes: await replaceBackupCodes(tx, userId) }
    }),
  )
}

/** Switches the authenticator app off, unless an organisation asks for one and there is no passkey in its place. */
export const removeTotp: Handle<'removeTotp'> = async (proof, context) => {
  const { userId } = await prove(context, proof)
  const directory = await directoryOf(context)
  await directory.change(context.caller, async (tx) => {
    const passkey = await tx.selectFrom('passkeys').select('id').where('user_id', '=', userId).limit(1).executeTakeFirst()
    if (!passkey && (await isSecondFactorRequired(tx, userId))) throw new Fault('identity.second_factor_required')
    await tx.deleteFrom('totp').where('user_id', '=', userId).execute()
    await tx.deleteFrom('backup_codes').where('user_id', '=', userId).execute()
    await tx.updateTable('devices').set({ remembered_until: null }).where('user_id', '=', userId).execute()
    await tx.deleteFrom('pending_sign_ins').where('user_id', '=', userId).execute()
    if (context.caller.tenantId) await context.note(tx, { action: 'remove-second-factor', subject: `user:${userId}` })
  })
  return {}
}

/** New backup codes; the old ones stop working. */
export const renewBackupCodes: Handle<'renewBackupCodes'> = async (proof, context) => {
  const { userId } = await prove(context, proof)
  const directory = await directoryOf(context)
  if (!(await findTotp(directory.read, userId))) throw new Fault('identity.second_factor_off')
  return directory.change(context.caller, async (tx) => {
    if (context.caller.tenantId) await context.note(tx, { action: 'renew-backup-codes', subject: `user:${userId}` })
    return { backupCodes: await replaceBackupCodes(tx, userId) }
  })
}

/** Lets every browser ask for the second step again. */
export const forgetDevices: Handle<'forgetDevices'> = async (_input, context) => {
  refuseImpersonator(context)
  const userId = personIn(context)
  const directory = await directoryOf(context)
  await directory.change(context.caller, async (tx) => {
    await tx.updateTable('devices').set({ remembered_until: null }).where('user_id', '=', userId).execute()
  })
  return {}
}
