import { identityEvents } from '@myna/contracts/identity-events'
import { reaction } from '@myna/kernel'
import type { Context } from '#context.ts'
import { createSettingsQueries } from '#store/settings-queries.ts'

/** Gives a new organisation its first settings: its name, and the language it signed up in. */
export const onTenantCreated = reaction(identityEvents.tenantCreated, async ({ name, language }, { db, caller, tenantId, clock }: Context) => {
  await db.inTenant(caller, async (tx) => {
    const queries = createSettingsQueries(tx, tenantId)
    if ((await queries.read()).revision > 0) return
    await queries.write({ organisationName: name, ...(language === 'hi' || language === 'bn' ? { defaultLanguage: language } : {}) }, 1, clock.now())
  })
})
