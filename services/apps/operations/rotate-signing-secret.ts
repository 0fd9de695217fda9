import { appsEvents } from '@myna/contracts/apps'
import type { Handle } from '#context.ts'
import { newSigningSecret } from '#operations/register-app.ts'
import { createAppQueries } from '#store/app-queries.ts'

const overlapMs = 86_400_000

/** Makes a new signing secret; requests are signed with both for a day, so that the application can change over. */
export const rotateSigningSecret: Handle<'rotateSigningSecret'> = async ({ appId }, context) => {
  const { caller, clock, db, tenantId, vault } = context
  const signingSecret = newSigningSecret()
  const oldUntil = new Date(clock.now().getTime() + overlapMs)
  await db.inTenant(caller, async (tx) => {
    const queries = createAppQueries(tx, tenantId)
    const app = await queries.find(appId, 'to-change')
    await queries.update(appId, {
      sealed_signing_secret: vault.seal(tenantId, signingSecret),
      sealed_old_signing_secret: app.sealed_signing_secret,
      old_secret_until: oldUntil,
      updated_at: clock.now(),
    })
    await context.note(tx, { action: 'rotate-signing-secret', subject: `app:${appId}` })
    await context.tell(tx, appsEvents.appChanged, { appId, slug: app.slug })
  })
  return { signingSecret, oldUntil: oldUntil.toISOString() }
}
