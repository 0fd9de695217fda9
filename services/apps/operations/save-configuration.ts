import { appsEvents } from '@myna/contracts/apps'
import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { originOf } from '#domain/app-address.ts'
import { configurationProblems, isTooLong, tooLong } from '#domain/configuration-problems.ts'
import { secretsAfter } from '#domain/kept-secrets.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { presentConfiguration } from '#store/present.ts'
import { openSecrets, sealSecrets } from '#store/sealed-secrets.ts'
import { createVersionQueries } from '#store/version-queries.ts'

/** Saves the settings of an application: what it can be told, and what it is told. Secrets are sealed. */
export const saveConfiguration: Handle<'saveConfiguration'> = async ({ appId, fields, values }, context) => {
  const { caller, clock, db, tenantId } = context
  return db.inTenant(caller, async (tx) => {
    const queries = createAppQueries(tx, tenantId)
    const app = await queries.find(appId, 'to-change')
    const problems = configurationProblems(fields, values, app.secrets_set)
    if (problems.length > 0) throw new Fault('apps.configuration_wrong', {}, { fields: problems })
    const isSecret = new Set(fields.filter((it) => it.kind === 'secret').map((it) => it.name))
    const origins = (await createVersionQueries(tx, tenantId).all(appId)).map((it) => originOf(it.url))
    const wanted = Object.fromEntries([...isSecret].map((name) => [name, String(values[name] ?? '')]))
    const secrets = secretsAfter(openSecrets(context, app.sealed_values), wanted, origins)
    const together = { ...values, ...Object.fromEntries(Object.entries(secrets).map(([name, it]) => [name, it.value])) }
    if (isTooLong(together)) throw new Fault('apps.configuration_wrong', {}, { fields: [{ field: 'values', problem: tooLong }] })
    const row = await queries.update(appId, {
      fields: JSON.stringify(fields),
      field_values: JSON.stringify(Object.fromEntries(Object.entries(values).filter(([name, value]) => !isSecret.has(name) && value !== ''))),
      secrets_set: JSON.stringify(Object.keys(secrets)),
      sealed_values: sealSecrets(context, secrets),
      configured_at: clock.now(),
      updated_at: clock.now(),
    })
    await context.note(tx, { action: 'configure-app', subject: `app:${appId}`, detail: { fields: fields.map((it) => it.name) } })
    await context.tell(tx, appsEvents.appChanged, { appId, slug: app.slug })
    return presentConfiguration(row)
  })
}
