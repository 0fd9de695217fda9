import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createViewQueries } from '#store/view-queries.ts'

/** Deletes a view of the caller. */
export const deleteView: Handle<'deleteView'> = async ({ viewId }, { db, caller, tenantId }) => {
  const removed = await db.inTenant(caller, (tx) => createViewQueries(tx, tenantId, caller.subject).remove(viewId))
  if (!removed) throw new Fault('workspace.view_not_found', { viewId })
  return {}
}
