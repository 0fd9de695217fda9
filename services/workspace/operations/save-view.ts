import { maxViews } from '@myna/contracts/workspace-views'
import { Fault, newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createViewQueries } from '#store/view-queries.ts'

/** Saves a view of the caller; what it replaces as default stays a view. */
export const saveView: Handle<'saveView'> = async ({ id = newId(), list, name, search, isDefault }, { db, caller, tenantId, clock }) => {
  const view = { id, list, name, search, isDefault }
  await db.inTenant(caller, async (tx) => {
    const views = createViewQueries(tx, tenantId, caller.subject)
    await views.lock()
    if (!(await views.mayKeep(id, list))) throw new Fault('workspace.view_not_found', { id })
    const others = (await views.list(list)).filter((it) => it.id !== id)
    if (others.some((it) => it.name.toLowerCase() === name.toLowerCase())) throw new Fault('workspace.view_name_taken', { name })
    if (others.length >= maxViews) throw new Fault('workspace.too_many_views', { list })
    await views.keep(view, clock.now())
  })
  return view
}
