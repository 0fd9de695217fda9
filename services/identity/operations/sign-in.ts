import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { countAttempt, forgive, guessKeys } from '#store/attempts.ts'
import { directoryOf } from '#store/directory.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { asPerson, describePerson } from '#store/person.ts'
import { addressOf, openSession, setCookie } from '#store/sessions.ts'

/** Signs in by password. It takes as long, and answers the same, when there is no such account. */
export const signIn: Handle<'signIn'> = async ({ email, password }, context) => {
  const directory = await directoryOf(context)
  const ip = addressOf(context)
  const waitMs = await directory.change({ tenantId: null }, (tx) => countAttempt(tx, guessKeys(email, ip), context.clock.now()))
  if (waitMs > 0) {
    context.http?.addHeader('retry-after', String(Math.ceil(waitMs / 1_000)))
    throw new Fault('identity.locked', { waitMs })
  }
  const user = await directory.read
    .selectFrom('user')
    .leftJoin('account', (join) => join.onRef('account.userId', '=', 'user.id').on('account.providerId', '=', 'credential'))
    .select(['user.id', 'user.name', 'account.password'])
    .where('user.email', '=', email)
    .executeTakeFirst()
  const right = await directory.verifyPassword(password, user?.password)
  if (!user || !right) {
    context.log.info({ ip, known: user !== undefined }, 'a sign-in failed')
    throw new Fault('identity.wrong_credentials')
  }

  const latest = (await createMemberQueries(directory.read).membershipsOf(user.id))[0]
  const tenantId = latest?.id ?? null
  const acting = asPerson(context, { userId: user.id, name: user.name, tenantId })
  const token = await directory.change({ tenantId }, async (tx, people) => {
    await forgive(tx, email, ip)
    if (tenantId) await acting.note(tx, { action: 'sign-in', subject: `user:${user.id}` })
    return openSession(people, context, user.id, tenantId)
  })
  setCookie(context, token)
  return describePerson(context, user.id, tenantId)
}
