import { appsEvents } from '@myna/contracts/apps'
import type { Handle } from '#context.ts'
import { createAppQueries } from '#store/app-queries.ts'

/** Deletes an application with everything that is its own. */
export const deleteApp: Handle<'deleteApp'> = async ({ appId }, context) => {
  await context.db.inTenant(context.caller, async (tx) => {
    const queries = createAppQueries(tx, context.tenantId)
    const { slug, name } = await queries.find(appId, 'to-change')
    await queries.schedule(appId, undefined, context.clock.now())
    await queries.remove(appId)
    await context.note(tx, { action: 'delete-app', subject: `app:${appId}`, detail: { slug, name } })
    await context.tell(tx, appsEvents.appChanged, { appId, slug })
  })
  return {}
}
