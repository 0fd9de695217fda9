import type { Handle } from '#context.ts'
import { createSettingsQueries } from '#store/settings-queries.ts'
import { lineSettings } from '#telephone/lines.ts'

export const getCallSettings: Handle<'getCallSettings'> = async (_input, context) => {
  const { db, caller, tenantId, clock } = context
  const settings = await lineSettings(context)
  const today = await db.inTenant(caller, async (tx) => {
    const queries = createSettingsQueries(tx, tenantId)
    return { minutes: await queries.minutesToday(clock.now()), callsNow: await queries.callsNow('together') }
  })
  return { settings, today }
}

export const updateCallSettings: Handle<'updateCallSettings'> = async ({ settings: change }, context) => {
  const { db, caller, tenantId } = context
  const settings = { ...(await lineSettings(context)), ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) }
  await db.inTenant(caller, async (tx) => {
    await createSettingsQueries(tx, tenantId).choose(settings)
    await context.note(tx, { action: 'update-call-settings', subject: 'call-settings:all', detail: change })
  })
  return { settings }
}
