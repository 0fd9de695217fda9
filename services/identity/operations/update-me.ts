import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { changedPreferences, mostPreferenceBytes } from '#domain/changed-preferences.ts'
import { directoryOf } from '#store/directory.ts'
import { named } from '#store/named.ts'
import { describePerson, personIn, refuseImpersonator } from '#store/person.ts'
import { preferencesIn } from '#store/present.ts'

/** Changes name or preferences; given preferences replace those of the same name, null removes one. */
export const updateMe: Handle<'updateMe'> = async (input, context) => {
  refuseImpersonator(context)
  const userId = personIn(context)
  const { caller } = context
  const directory = await directoryOf(context)
  await directory.change(caller, async (tx) => {
    const user = await tx.selectFrom('user').select(['name', 'preferences']).where('id', '=', userId).forUpdate().executeTakeFirst()
    if (!user) throw new Fault('request.unauthenticated', { userId })
    const preferences = changedPreferences(preferencesIn(user.preferences), input.preferences ?? {})
    if (preferences === undefined)
      throw new Fault('request.invalid', {}, { fields: [{ field: 'preferences', problem: `At most ${mostPreferenceBytes} bytes as JSON.` }] })
    await tx
      .updateTable('user')
      .set({ name: input.name === undefined ? user.name : named(input.name), preferences, updatedAt: context.clock.now() })
      .where('id', '=', userId)
      .execute()
    if (caller.tenantId) await context.note(tx, { action: 'update-me', subject: `user:${userId}`, detail: { changed: Object.keys(input) } })
  })
  return describePerson(context, userId, caller.tenantId)
}
