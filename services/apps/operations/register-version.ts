import { Fault, newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { checkedAddress } from '#operations/checked-address.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { presentVersion } from '#store/present.ts'
import { createVersionQueries } from '#store/version-queries.ts'

/** Registers a version that nobody reaches yet. Secrets do not go to a new place by themselves. */
export const registerVersion: Handle<'registerVersion'> = async ({ appId, name, url: given, notes }, context) => {
  const { caller, clock, db, tenantId } = context
  await db.inTenant(caller, (tx) => createAppQueries(tx, tenantId).find(appId))
  const url = await checkedAddress(given, context)
  return db.inTenant(caller, async (tx) => {
    const app = await createAppQueries(tx, tenantId).find(appId, 'to-change')
    const row = await createVersionQueries(tx, tenantId).insert({
      id: newId(),
      app_id: appId,
      name,
      url,
      notes,
      health_since: null,
      created_at: clock.now(),
      activated_at: null,
    })
    if (!row) throw new Fault('apps.version_taken', { appId, name })
    await context.note(tx, { action: 'register-app-version', subject: `app:${appId}`, detail: { version: name, url } })
    return presentVersion(row, app)
  })
}
