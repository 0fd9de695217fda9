import type { Context } from '#context.ts'
import { isRemoval, massRemoval, signalOfAct, type WatchedAct } from '#domain/signal-of-act.ts'
import { raise } from '#reactions/signals/raise.ts'
import { createSignalQueries } from '#store/signal-queries.ts'

/** Looks at an act that was noted: is it one that a person should see, or one removal too many? Bears the same act twice. */
export async function watchAct(context: Context, act: WatchedAct & { at: string }): Promise<void> {
  const signal = signalOfAct(act)
  if (!signal && !isRemoval(act.action)) return
  await context.db.inTenant(context.caller, async (tx) => {
    if (signal) await raise(context, tx, signal, act.id)
    if (!isRemoval(act.action)) return
    const at = new Date(act.at)
    const count = await createSignalQueries(tx, context.tenantId).countRemoval({
      id: act.id,
      actor: act.actor,
      at,
      since: new Date(at.getTime() - massRemoval.withinMs),
    })
    if (count !== massRemoval.count) return
    const evidence = { lastEntryId: act.id, lastAction: act.action, count, withinMs: massRemoval.withinMs, ip: act.ip }
    await raise(context, tx, { kind: 'mass_removal', severity: 'high', subject: act.actor, subjectName: act.actorName, evidence }, act.id)
  })
}
