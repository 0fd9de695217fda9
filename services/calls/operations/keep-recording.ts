import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { createCallQueries } from '#store/call-queries.ts'
import type { CallTable } from '#store/tables.ts'
import type { Exchange } from '#streams/exchange.ts'

/** Puts away what was recorded of a call that is over, together with what was put away before. What cannot be put away stays for the next attempt. */
export async function keepRecording(
  context: Context,
  exchange: Exchange,
  { id, tenant_id: tenantId }: Pick<Selectable<CallTable>, 'id' | 'tenant_id'>,
): Promise<void> {
  const { db, caller, log } = context
  const shelf = exchange.shelf(context)
  try {
    const before = await db.inTenant(caller, (tx) => createCallQueries(tx, tenantId).look(id))
    if (!before) return await shelf.clear(tenantId, id)
    const kept = await shelf.keep(tenantId, id, before.recording)
    if (kept) {
      const { name, bytes, peaks } = kept
      const change = { recording: name, recording_bytes: bytes, waveform: JSON.stringify(peaks) }
      const there = await db.inTenant(caller, (tx) => createCallQueries(tx, tenantId).change(id, change))
      if (!there) await shelf.remove(name)
    }
    await shelf.clear(tenantId, id)
  } catch (error) {
    log.error({ err: error, callId: id }, 'a recording could not be put away; it is tried again')
  }
}
