import { Fault } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { admit, recordFailure } from '#store/admission.ts'
import { admitAttempt, guessKeys } from '#store/attempts.ts'
import { deviceHashOf } from '#store/devices.ts'
import { type Directory, directoryOf } from '#store/directory.ts'
import { addressOf } from '#store/sessions.ts'

/** Signs in by password, or answers what is still missing. It takes as long, and answers the same, when there is no such account. */
export const signIn: Handle<'signIn'> = async ({ email, password }, context) => {
  const directory = await directoryOf(context)
  const ip = addressOf(context)
  const keys = guessKeys(email, ip, await knownDevice(context, directory, email))
  const locks = await admitAttempt(context, directory, keys)
  const user = await directory.read
    .selectFrom('user')
    .leftJoin('account', (join) => join.onRef('account.userId', '=', 'user.id').on('account.providerId', '=', 'credential'))
    .select(['user.id', 'user.name', 'user.email', 'user.disabledAt', 'account.password'])
    .where('user.email', '=', email)
    .executeTakeFirst()
  const right = await directory.verifyPassword(password, user?.password)
  if (!user || !right) {
    context.log.info({ ip, known: user !== undefined }, 'a sign-in failed')
    await recordFailure(context, { user, method: 'password', locks, what: 'password' })
    throw new Fault('identity.wrong_credentials')
  }
  return admit(context, { user, method: 'password', complete: false, keys })
}

/** The hash of the browser that asks, when the person of this address has signed in with it before. */
async function knownDevice(context: Context, directory: Directory, email: string): Promise<string | undefined> {
  const hash = deviceHashOf(context)
  if (hash === undefined) return undefined
  const known = await directory.read
    .selectFrom('devices')
    .innerJoin('user', 'user.id', 'devices.user_id')
    .select('devices.hash')
    .where('user.email', '=', email)
    .where('devices.hash', '=', hash)
    .executeTakeFirst()
  return known?.hash
}
