import { Id } from '@myna/contracts/page'
import { job } from '@myna/kernel'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { forgottenBefore } from '#domain/removal.ts'
import { createRemovedQueries } from '#store/removed-queries.ts'

/** Deletes for good what was deleted from a base too long ago to be restored. */
export const forgetRemoved = job({
  input: z.object({ baseId: Id }),
  retries: 10,
  backoffMs: 60_000,
  timeoutMs: 120_000,
  async run({ baseId }, { db, caller, clock, log }: Context) {
    const count = await db.inTenant(caller, (tx) => createRemovedQueries(tx).forget(baseId, forgottenBefore(clock.now())))
    if (count > 0) log.info({ baseId, count }, 'deleted items are gone for good')
  },
})
