import type { EventShape, Schema } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { newId } from '#db/ids.ts'
import { announce } from '#jobs/news.ts'
import { originOf } from '#jobs/service-caller.ts'

/**
 * Says an event in the transaction of the caller's tenant. Every service that hears it does so, at least once, if and only if the transaction
 * commits. Throws when `data` does not fit the event.
 */
export async function tell<D extends Schema>(tx: Transaction<any>, event: EventShape<D>, data: z.input<D>, caller: Caller): Promise<void> {
  const json = JSON.stringify(data ?? null)
  const fits = await z.safeParseAsync(event.data, JSON.parse(json))
  if (!fits.success) throw new Error(`event ${event.name} refuses its data: ${z.prettifyError(fits.error)}`)
  const origin = JSON.stringify(originOf(caller))
  await sql`
    insert into kernel.outbox (id, tenant_id, name, data, caller)
    values (${newId()}::uuid, ${caller.tenantId}::uuid, ${event.name}, ${json}::json, ${origin}::json)`.execute(tx)
  announce(tx, 'kernel_events')
}
