import { newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { named } from '#store/named.ts'
import { addOrganisation } from '#store/organisations.ts'
import { asPerson, personIn, readPerson, refuseBound } from '#store/person.ts'
import { preferencesIn, presentTenant } from '#store/present.ts'
import { sayRevoked } from '#store/sessions.ts'

/** Creates another organisation of one's own; whoever worked in none works in it from now on. */
export const createTenant: Handle<'createTenant'> = async (input, context) => {
  const name = named(input.name)
  await refuseBound(context)
  const userId = personIn(context)
  const directory = await directoryOf(context)
  const user = await readPerson(directory, userId)
  const language = preferencesIn(user.preferences)['language']
  const acting = asPerson(context, { userId, name: user.name, tenantId: newId(), role: 'owner' })
  const tenant = await directory.change(acting.caller, async (tx) => {
    const made = await addOrganisation(acting, tx, { id: acting.tenantId, name, ownerId: userId, language: typeof language === 'string' ? language : null })
    if (context.caller.tenantId === null && context.caller.sessionId) {
      await tx.updateTable('session').set({ activeOrganizationId: made.id }).where('id', '=', context.caller.sessionId).where('userId', '=', userId).execute()
      await sayRevoked(acting, tx, { userIds: [userId] })
    }
    return made
  })
  return { tenant: presentTenant(tenant), role: 'owner' }
}
