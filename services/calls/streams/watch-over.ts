import type { Context } from '#context.ts'
import { comeBackMs } from '#domain/call-limits.ts'
import { keepRecording } from '#operations/keep-recording.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'
import { createSettingsQueries } from '#store/settings-queries.ts'
import type { Exchange } from '#streams/exchange.ts'
import { lineSettings } from '#telephone/lines.ts'

/** Minutes of organisations with calls going on here are counted this often: a limit ends calls within it and a little. */
const countMs = 3_000
/** Parts of recordings that nobody writes to any more are looked for this often. */
const sweepMs = 60_000

/** What a process does for its calls beside them: it ends those that run into a limit, and puts away recordings of calls that were dropped. Gives how to stop. */
export function watchOver(context: Context, exchange: Exchange): () => Promise<void> {
  const { log } = context
  let work: Promise<unknown> = Promise.resolve()
  const every = (ms: number, act: () => Promise<void>, trouble: string) =>
    setInterval(() => {
      work = act().catch((error: unknown) => log.error({ err: error }, trouble))
    }, ms).unref()
  const timers = [
    every(countMs, () => endOverLimits(context, exchange), 'minutes of calls could not be counted'),
    every(sweepMs, () => putAwayLeft(context, exchange), 'recordings that were left could not be put away'),
  ]
  return async () => {
    for (const timer of timers) clearInterval(timer)
    // A carrier brings callers to another process, which goes on.
    for (const session of exchange.sessions.values()) session.gone({ how: 'broken', by: null })
    await Promise.allSettled([work, ...exchange.ending])
  }
}

async function endOverLimits(context: Context, exchange: Exchange): Promise<void> {
  const byTenant = Map.groupBy(exchange.sessions.values(), (it) => it.lineOf)
  for (const [tenantId, sessions] of byTenant) {
    if (tenantId === undefined) continue
    const mine = context.as({ ...context.caller, tenantId })
    const { minutesADay } = await lineSettings(mine)
    const minutes = await mine.db.inTenant(mine.caller, (tx) => createSettingsQueries(tx, tenantId).minutesToday(mine.clock.now()))
    if (minutes >= minutesADay) for (const session of sessions) session.leaveForLimit()
  }
}

async function putAwayLeft(context: Context, exchange: Exchange): Promise<void> {
  for await (const { tenantId, callId } of exchange.shelf(context).left(comeBackMs, context.clock.now())) {
    const isOpen = await context.db.global((tx) => createOpenCallQueries(tx).find(callId))
    if (!isOpen && !exchange.sessions.has(callId))
      await keepRecording(context.as({ ...context.caller, tenantId }), exchange, { id: callId, tenant_id: tenantId })
  }
}
