import type { Handle } from '#context.ts'
import { dayOf, deskOf } from '#dispatch/desk.ts'
import { createUsageQueries } from '#store/usage-queries.ts'

const dayMs = 86_400_000

/** Lists what language models and the built-in engine did on each day, the oldest first, today included; days run in UTC. */
export const getUsage: Handle<'getUsage'> = async ({ days }, context) => {
  const { caller, clock, db, tenantId } = context
  await deskOf(context).flush()
  const since = dayOf(new Date(clock.now().getTime() - (days - 1) * dayMs))
  const rows = await db.inTenant(caller, (tx) => createUsageQueries(tx, tenantId).listSince(since))
  return {
    days: rows.map(({ firstTokenMs, firstTokenCount, ...row }) => ({ ...row, firstTokenMs: firstTokenCount > 0 ? firstTokenMs / firstTokenCount : null })),
  }
}
