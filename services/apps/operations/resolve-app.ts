import type { Handle } from '#context.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { roleOf } from '#store/present.ts'
import { createVersionQueries } from '#store/version-queries.ts'

/** Tells those who pass requests on where they go. Secrets travel sealed; who passes requests on holds the key of the installation. */
export const resolveApp: Handle<'resolveApp'> = ({ slug }, context) => {
  const { caller, clock, db, tenantId } = context
  return db.inTenant(caller, async (tx) => {
    const app = await createAppQueries(tx, tenantId).findBySlug(slug)
    const versions = await createVersionQueries(tx, tenantId).all(app.id)
    const isOldGood = app.sealed_old_signing_secret !== null && app.old_secret_until !== null && app.old_secret_until > clock.now()
    return {
      appId: app.id,
      enabled: app.enabled,
      scopes: app.scopes,
      limits: app.limits,
      versions: versions.map((it) => ({ id: it.id, name: it.name, url: it.url, role: roleOf(it, app), health: it.health })),
      trialPercent: app.trial_percent,
      sealedSigningSecrets: [app.sealed_signing_secret, ...(isOldGood ? [app.sealed_old_signing_secret!] : [])],
      sealedHeaders: app.sealed_headers,
      sealedValues: app.sealed_values,
      values: app.field_values,
    }
  })
}
