import { workspaceEvents } from '@myna/contracts/workspace-brand'
import { reaction } from '@myna/kernel'
import type { Context } from '#context.ts'

/** Remembers how mails about the organisation are to look. */
export const onBrandChanged = reaction(workspaceEvents.brandChanged, async (data, { db, caller, tenantId }: Context) => {
  const brand = JSON.stringify(data)
  await db.inTenant(caller, (tx) =>
    tx
      .insertInto('mail_brands')
      .values({ tenant_id: tenantId, id: tenantId, brand })
      .onConflict((it) => it.columns(['tenant_id', 'id']).doUpdateSet({ brand }))
      .execute(),
  )
})
