import { Fault } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { admit, recordFailure } from '#store/admission.ts'
import { admitAttempt, codeKeys, guessKeys } from '#store/attempts.ts'
import { directoryOf } from '#store/directory.ts'
import { consumePending, failPending, type Pending, readPending } from '#store/pending-sign-ins.ts'
import { acceptBackupCode, acceptTotp } from '#store/second-factor.ts'
import { addressOf } from '#store/sessions.ts'

/** Finishes a sign-in by its second proof. Wrong ones count against the sign-in, the account and the network. */
export const completeSignIn: Handle<'completeSignIn'> = async (input, context) => {
  const proofs = [input.code, input.backupCode, input.password].filter((it) => it !== undefined)
  if (proofs.length !== 1) throw new Fault('request.invalid', {}, { fields: [{ field: 'code', problem: 'Exactly one of code, backupCode and password.' }] })
  const pending = await readPending(context, input.token)
  if (pending.kind === 'link') return linkByPassword(context, pending, input.password)
  if (input.password !== undefined) throw new Fault('identity.wrong_code')
  const directory = await directoryOf(context)
  const keys = codeKeys(pending.id, addressOf(context))
  const locks = await admitAttempt(context, directory, keys)
  const right = await directory.change({ tenantId: null }, async (tx) => {
    const accepted =
      input.code === undefined ? await acceptBackupCode(tx, pending.id, input.backupCode!) : await acceptTotp(context, tx, pending.id, input.code)
    if (accepted) await consumePending(tx, pending)
    return accepted
  })
  if (!right) return refuse(context, pending, locks)
  return admit(context, {
    user: pending,
    method: pending.method,
    complete: true,
    rememberDevice: input.rememberDevice ?? false,
    keys,
    external: pending.external,
  })
}

async function refuse(context: Context, pending: Pending, locks: boolean): Promise<never> {
  await failPending(context, pending)
  await recordFailure(context, { user: pending, method: 'second_factor', locks, what: 'second_factor' })
  throw new Fault('identity.wrong_code')
}

/** Links the vendor that vouched for this address to the account its password proves, and goes on signing in. */
async function linkByPassword(context: Context, pending: Pending, password: string | undefined) {
  const directory = await directoryOf(context)
  const keys = guessKeys(pending.email, addressOf(context))
  const locks = await admitAttempt(context, directory, keys)
  const account = await directory.read
    .selectFrom('account')
    .select('password')
    .where('userId', '=', pending.id)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  if (!(await directory.verifyPassword(password ?? '', account?.password))) {
    await failPending(context, pending)
    await recordFailure(context, { user: pending, method: 'password', locks, what: 'password' })
    throw new Fault('identity.wrong_credentials')
  }
  return admit(context, {
    user: pending,
    method: 'password',
    complete: false,
    keys,
    consume: (tx) => consumePending(tx, pending),
    external: pending.external,
  })
}
