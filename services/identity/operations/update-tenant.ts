import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { named } from '#store/named.ts'
import { presentTenant } from '#store/present.ts'

/** Renames the organisation; its slug stays, for addresses may hold it. */
export const updateTenant: Handle<'updateTenant'> = async (input, context) => {
  const name = named(input.name)
  const { tenantId } = context
  const directory = await directoryOf(context)
  const tenant = await directory.change(context.caller, async (tx) => {
    const row = await tx.updateTable('organization').set({ name }).where('id', '=', tenantId).returningAll().executeTakeFirst()
    if (!row) throw new Fault('request.not_found', { tenantId })
    await context.note(tx, { action: 'update-tenant', subject: `tenant:${tenantId}`, detail: { name } })
    return row
  })
  return presentTenant(tenant)
}
