import { job } from '@myna/kernel'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { probeVersions } from '#probing/probe-versions.ts'
import { createDueQueries } from '#store/due-queries.ts'

const atOnce = 16
/** One run is over before the next minute's begins. */
const runMs = 52_000
const waitMs = 1_000

/** Asks applications how they are when they are due, from minute to minute. */
export const probeApps = job({
  input: z.object({}),
  retries: 0,
  backoffMs: 1_000,
  timeoutMs: 58_000,
  schedule: '* * * * *',
  async run(_input, context: Context, { signal }) {
    const until = context.clock.now().getTime() + runMs
    while (!signal.aborted) {
      await probeDue(context, signal)
      const next = await context.db.global((tx) => createDueQueries(tx).next())
      // Nothing more in this run's time: the next run looks again.
      if (!next || next.getTime() > until || context.clock.now().getTime() > until) return
      await context.live.wait('apps.probes', waitMs, signal)
    }
  },
})

/** Asks all that are due now. One that cannot be asked does not keep the others waiting. */
export async function probeDue(context: Context, signal: AbortSignal): Promise<void> {
  for (;;) {
    const due = await context.db.global((tx) => createDueQueries(tx).claim(context.clock.now(), atOnce))
    await Promise.all(
      due.map(({ appId, tenantId }) =>
        probeVersions(context.as({ ...context.caller, tenantId }), appId, signal).catch((error: unknown) =>
          context.log.error({ err: error, appId, tenantId }, 'an application could not be asked how it is'),
        ),
      ),
    )
    if (due.length < atOnce || signal.aborted) return
  }
}
