import { Fault } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { presentSignal } from '#store/present.ts'
import { createSignalQueries } from '#store/signal-queries.ts'

/** Says that somebody looks into a signal. */
export const acknowledgeSignal: Handle<'acknowledgeSignal'> = ({ signalId, note }, context) => handle(context, signalId, 'acknowledged', note)

/** Closes a signal with what came of it; what is like it is raised anew from now on. */
export const closeSignal: Handle<'closeSignal'> = ({ signalId, note }, context) => handle(context, signalId, 'closed', note)

async function handle(context: Context, signalId: string, state: 'acknowledged' | 'closed', note: string | undefined) {
  const { db, caller, tenantId, clock } = context
  return db.inTenant(caller, async (tx) => {
    const signals = createSignalQueries(tx, tenantId)
    const before = await signals.find(signalId)
    if (!before) throw new Fault('audit.signal_not_found', { signalId })
    if (before.state === 'closed') throw new Fault('audit.signal_closed', { signalId })
    await signals.handle(signalId, { state, note: note ?? before.note, by: caller.name ?? caller.subject, at: clock.now() })
    await context.note(tx, { action: state === 'closed' ? 'close-signal' : 'acknowledge-signal', subject: `signal:${signalId}`, detail: { kind: before.kind } })
    return presentSignal((await signals.find(signalId))!)
  })
}
