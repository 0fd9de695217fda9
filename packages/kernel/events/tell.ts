import type { EventShape, Schema } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { newId } from '#db/ids.ts'
import { afterCommit } from '#db/transact.ts'
import { originOf } from '#jobs/service-caller.ts'

/** An event that a service is to hear. */
export type Told = { eventId: string; listener: string }

/**
 * Says an event in the transaction of the caller's tenant. Every service that hears it does so, at least once, if and only if the transaction
 * commits. Throws when `data` does not fit the event.
 */
export type Tell = <D extends Schema>(tx: Transaction<any>, event: EventShape<D>, data: z.input<D>, caller: Caller) => Promise<void>

/**
 * How events are said: the event and a delivery for each service that hears it are rows of the same transaction, so from its commit on nothing can be lost.
 * `wake` is called after the commit with what was told, to spare those who deliver the wait for their next look.
 */
export function createTell(listeners: Readonly<Record<string, readonly string[]>>, wake: (told: readonly Told[]) => void): Tell {
  const toldIn = new WeakMap<Transaction<any>, Told[]>()
  return async (tx, event, data, caller) => {
    const json = JSON.stringify(data ?? null)
    const fits = await z.safeParseAsync(event.data, JSON.parse(json))
    if (!fits.success) throw new Error(`event ${event.name} refuses its data: ${z.prettifyError(fits.error)}`)
    const origin = JSON.stringify(originOf(caller))
    const eventId = newId()
    const hearers = [...new Set(listeners[event.name])]
    await sql`
      with said as (
        insert into kernel.outbox (id, tenant_id, name, data, caller, routed_at)
        values (${eventId}::uuid, ${caller.tenantId}::uuid, ${event.name}, ${json}::json, ${origin}::json, now()))
      insert into kernel.deliveries (event_id, listener, tenant_id)
      select ${eventId}::uuid, listener, ${caller.tenantId}::uuid from unnest(${hearers}::text[]) as listener`.execute(tx)
    if (hearers.length === 0) return
    const told = hearers.map((listener) => ({ eventId, listener }))
    const before = toldIn.get(tx)
    if (before) before.push(...told)
    else {
      toldIn.set(tx, told)
      afterCommit(tx, () => wake(told))
    }
  }
}
