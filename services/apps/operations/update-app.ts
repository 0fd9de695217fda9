import { appsEvents } from '@myna/contracts/apps'
import { Fault } from '@myna/kernel'
import type { Updateable } from 'kysely'
import type { Handle } from '#context.ts'
import { originOf } from '#domain/app-address.ts'
import { headerTrouble } from '#domain/header-trouble.ts'
import { secretsAfter } from '#domain/kept-secrets.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { presentApp } from '#store/present.ts'
import { openSecrets, sealSecrets } from '#store/sealed-secrets.ts'
import type { AppTable } from '#store/tables.ts'
import { createVersionQueries } from '#store/version-queries.ts'

type Wanted = Parameters<Handle<'updateApp'>>[0]

/** Changes an application. Secret headers that are entered are for the places its versions have now; one without a value stays for those it was for. */
export const updateApp: Handle<'updateApp'> = async (wanted, context) => {
  const { caller, clock, db, tenantId } = context
  const { appId, name, purpose, scopes, headers, probe, limits, enabled } = wanted
  const trouble = headers && headerTrouble(headers)
  if (trouble) throw new Fault('request.invalid', {}, { fields: [{ field: 'headers', problem: trouble }] })
  return db.inTenant(caller, async (tx) => {
    const queries = createAppQueries(tx, tenantId)
    const app = await queries.find(appId, 'to-change')
    const change: Updateable<AppTable> = {
      ...(name === undefined ? {} : { name }),
      ...(purpose === undefined ? {} : { purpose }),
      ...(enabled === undefined ? {} : { enabled }),
      ...(scopes === undefined ? {} : { scopes: JSON.stringify(scopes) }),
      ...(probe === undefined ? {} : { probe: JSON.stringify(probe) }),
      ...(limits === undefined ? {} : { limits: JSON.stringify(limits) }),
    }
    if (headers) {
      const origins = (await createVersionQueries(tx, tenantId).all(appId)).map((it) => originOf(it.url))
      const after = secretsAfter(openSecrets(context, app.sealed_headers), headers, origins, (a, b) => a.toLowerCase() === b.toLowerCase())
      Object.assign(change, { sealed_headers: sealSecrets(context, after), header_names: JSON.stringify(Object.keys(after)) })
    }
    if (Object.keys(change).length === 0) return presentApp(app, await queries.namedVersions([app]))
    const row = await queries.update(appId, { ...change, updated_at: clock.now() })
    if (probe || enabled !== undefined) await queries.schedule(appId, row.enabled ? row.probe.intervalSeconds : undefined, clock.now())
    const changed = Object.keys(wanted).filter((it) => it !== 'appId' && wanted[it as keyof Wanted] !== undefined)
    await context.note(tx, { action: 'update-app', subject: `app:${appId}`, detail: { changed, ...(enabled === undefined ? {} : { enabled }) } })
    await context.tell(tx, appsEvents.appChanged, { appId, slug: row.slug })
    return presentApp(row, await queries.namedVersions([row]))
  })
}
