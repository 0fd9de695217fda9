import { randomBytes } from 'node:crypto'
import { Fault, newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { originOf } from '#domain/app-address.ts'
import { headerTrouble } from '#domain/header-trouble.ts'
import { secretsAfter } from '#domain/kept-secrets.ts'
import { checkedAddress } from '#operations/checked-address.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { presentApp } from '#store/present.ts'
import { sealSecrets } from '#store/sealed-secrets.ts'
import { createVersionQueries } from '#store/version-queries.ts'

/** First segments below `/apps` that mean something else. */
const taken = ['routes', 'uses', 'usable']

/** Registers an application; its first version is active at once. The signing secret is answered here and sealed. */
export const registerApp: Handle<'registerApp'> = async (input, context) => {
  const { caller, clock, db, tenantId, vault } = context
  const trouble = headerTrouble(input.headers)
  if (trouble) throw new Fault('request.invalid', {}, { fields: [{ field: 'headers', problem: trouble }] })
  if (taken.includes(input.slug)) throw new Fault('apps.slug_taken', { slug: input.slug })
  const url = await checkedAddress(input.version.url, context)
  const headers = secretsAfter({}, input.headers, [originOf(url)])
  const signingSecret = newSigningSecret()
  const [now, versionId] = [clock.now(), newId()]
  const app = await db.inTenant(caller, async (tx) => {
    const [queries, versions] = [createAppQueries(tx, tenantId), createVersionQueries(tx, tenantId)]
    const row = await queries.insert({
      id: newId(),
      slug: input.slug,
      name: input.name,
      purpose: input.purpose,
      enabled: true,
      scopes: JSON.stringify(input.scopes),
      probe: JSON.stringify(input.probe),
      limits: JSON.stringify(input.limits),
      active_version_id: versionId,
      previous_version_id: null,
      trial_version_id: null,
      header_names: JSON.stringify(Object.keys(headers)),
      sealed_headers: sealSecrets(context, headers),
      sealed_signing_secret: vault.seal(tenantId, signingSecret),
      sealed_old_signing_secret: null,
      old_secret_until: null,
      sealed_values: null,
      configured_at: null,
      created_at: now,
      updated_at: now,
    })
    if (!row) throw new Fault('apps.slug_taken', { slug: input.slug })
    const { name, notes } = input.version
    const version = await versions.insert({ id: versionId, app_id: row.id, name, url, notes, health_since: null, created_at: now, activated_at: now })
    await queries.schedule(row.id, input.probe.intervalSeconds, now)
    await context.note(tx, { action: 'register-app', subject: `app:${row.id}`, detail: { slug: input.slug, url } })
    return presentApp(row, [version!])
  })
  return { app, signingSecret }
}

/** 32 random bytes, said to be a secret of ours by how it begins. */
export function newSigningSecret(): string {
  return `myna_app_${randomBytes(32).toString('base64url')}`
}
