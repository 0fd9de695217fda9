import { auditEvents } from '@myna/contracts/audit'
import type { Transaction } from 'kysely'
import type { Context } from '#context.ts'
import type { RaisedSignal } from '#domain/signal-of-act.ts'
import { createSignalQueries } from '#store/signal-queries.ts'
import type { Tables } from '#store/tables.ts'

/** Raises a signal in the transaction of whoever saw it, and says so once. */
export async function raise(context: Context, tx: Transaction<Tables>, signal: RaisedSignal, sourceId: string): Promise<void> {
  const raised = await createSignalQueries(tx, context.tenantId).raise(signal, sourceId, context.clock.now())
  if (!raised) return
  const { kind, severity, subject, subjectName } = signal
  await context.tell(tx, auditEvents.signalRaised, { signalId: raised.id, kind, severity, subject, subjectName })
}
