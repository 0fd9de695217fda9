import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { countAttempt, mailKeys } from '#store/attempts.ts'
import { directoryOf } from '#store/directory.ts'
import { personIn, readPerson } from '#store/person.ts'

/** Sends the verification mail again, a few times an hour at the most. */
export const sendVerification: Handle<'sendVerification'> = async (_input, context) => {
  const directory = await directoryOf(context)
  const user = await readPerson(directory, personIn(context))
  if (user.emailVerified) return {}
  await directory.change(context.caller, async (tx) => {
    const waitMs = await countAttempt(tx, mailKeys(user.email), context.clock.now())
    if (waitMs > 0) throw new Fault('request.too_many', { waitMs })
    await context.jobs.send(tx, 'sendMail', { kind: 'verification', userId: user.id })
  })
  return {}
}
