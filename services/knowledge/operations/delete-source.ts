import type { Handle } from '#context.ts'
import { createBaseQueries } from '#store/base-queries.ts'
import { createConflictQueries } from '#store/conflict-queries.ts'
import { createSourceQueries } from '#store/source-queries.ts'

/** Deletes a source and what only it said; what people approved or edited stays, marked as no longer on a page. */
export const deleteSource: Handle<'deleteSource'> = async ({ sourceId }, context) =>
  context.db.inTenant(context.caller, async (tx) => {
    const sources = createSourceQueries(tx, context.tenantId)
    const { base_id: baseId, url } = await sources.get(sourceId)
    const revision = await createBaseQueries(tx, context.tenantId).nextRevision(baseId)
    await sources.delete(sourceId, revision)
    await createConflictQueries(tx, context.tenantId).dropOver(baseId)
    await context.note(tx, { action: 'delete-source', subject: `source:${sourceId}`, detail: { baseId, url } })
    return {}
  })
