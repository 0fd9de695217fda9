import { Fault, newId } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { passwordProblem } from '#domain/may-use-password.ts'
import { keepDevice } from '#store/devices.ts'
import { directoryOf } from '#store/directory.ts'
import { accept, createInvitationQueries, isOpen } from '#store/invitations.ts'
import { named } from '#store/named.ts'
import { addOrganisation } from '#store/organisations.ts'
import { claimFirstOperator } from '#store/operators.ts'
import { asPerson, describeSession } from '#store/person.ts'
import { openSession, setCookie } from '#store/sessions.ts'
import { recordSignIn } from '#store/sign-in-records.ts'

/** Creates an account, with its own organisation or in the one that invited it, and signs in: all of it or nothing. */
export const signUp: Handle<'signUp'> = async (given, context) => {
  const input = { ...given, name: named(given.name) }
  const organisation = given.organisation === undefined ? input.name : named(given.organisation, 'organisation')
  refuseWeak(input.password, input)
  const directory = await directoryOf(context)
  const invitation = input.invitationId === undefined ? undefined : await readInvitation(context, input.invitationId, input.email)
  const password = await directory.hashPassword(input.password)
  const [userId, tenantId] = [newId(), invitation?.organizationId ?? newId()]
  const acting = asPerson(context, { userId, name: input.name, tenantId })
  const work = directory.change({ tenantId }, async (tx, people) => {
    if (await tx.selectFrom('user').select('id').where('email', '=', input.email).executeTakeFirst()) throw new Fault('identity.email_taken')
    const now = context.clock.now()
    const preferences = JSON.stringify(input.language ? { language: input.language } : {})
    await tx
      .insertInto('user')
      .values({ id: userId, name: input.name, email: input.email, emailVerified: false, image: null, preferences, createdAt: now, updatedAt: now })
      .execute()
    await people.linkAccount({ userId, accountId: userId, providerId: 'credential', password })
    if (invitation) await accept(acting, tx, invitation.id, { id: userId, email: input.email })
    else await addOrganisation(acting, tx, { id: tenantId, name: organisation, ownerId: userId, language: input.language ?? null })
    await acting.jobs.send(tx, 'sendMail', { kind: 'verification', userId })
    await claimFirstOperator(context, tx, { id: userId, verified: false })
    await keepDevice(context, tx, userId, false)
    await recordSignIn(context, tx, { userId, tenantId, method: 'password', outcome: 'signed_in' })
    return openSession(tx, people, context, { userId, tenantId, method: 'password', secondFactor: false })
  })
  const session = await work.catch((error: unknown) => {
    // Two sign-ups at once: the second meets the unique address.
    if (error instanceof Error && 'code' in error && error.code === '23505') throw new Fault('identity.email_taken', {}, { cause: error })
    throw error
  })
  setCookie(context, session.token)
  return describeSession(context, session.id)
}

/** Throws `identity.weak_password`, saying why, when a password is refused. */
export function refuseWeak(password: string, about: { email?: string; name?: string }): void {
  const problem = passwordProblem(password, about)
  if (problem) throw new Fault('identity.weak_password', {}, { fields: [{ field: 'password', problem }] })
}

async function readInvitation(context: Context, invitationId: string, email: string) {
  const directory = await directoryOf(context)
  const it = await createInvitationQueries(directory.read).byId(invitationId)
  if (!it || !isOpen(it, context.clock.now())) throw new Fault('identity.invitation_not_found', { invitationId })
  if (it.email !== email) throw new Fault('identity.invitation_for_other', { invitationId })
  return it
}
