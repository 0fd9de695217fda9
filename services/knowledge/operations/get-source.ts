import type { Handle } from '#context.ts'
import { presentSource } from '#store/present.ts'
import { createSourceQueries } from '#store/source-queries.ts'

/** Reads a source. */
export const getSource: Handle<'getSource'> = async ({ sourceId }, context) =>
  context.db.inTenant(context.caller, async (tx) => presentSource(await createSourceQueries(tx, context.tenantId).get(sourceId), context.clock.now()))
