import type { Handle } from '#context.ts'
import { admitAttempt, askKeys, countAttempt, mailKeys } from '#store/attempts.ts'
import { directoryOf } from '#store/directory.ts'
import { addressOf } from '#store/sessions.ts'

/** Has a reset mail sent. Whether the account exists is looked up in the job, so neither answer nor time tells. */
export const requestPasswordReset: Handle<'requestPasswordReset'> = async ({ email }, context) => {
  const directory = await directoryOf(context)
  await admitAttempt(context, directory, askKeys(addressOf(context)), 'request.too_many')
  const nobody = context.as({ ...context.caller, tenantId: null })
  await directory.change(nobody.caller, async (tx) => {
    const waitMs = await countAttempt(tx, mailKeys(email), context.clock.now())
    if (waitMs === 0) await nobody.jobs.send(tx, 'sendMail', { kind: 'reset', email })
  })
  return {}
}
