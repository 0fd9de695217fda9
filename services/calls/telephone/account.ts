import { Fault } from '@myna/kernel'
import type { Carrier } from '@myna/ports/carrier'
import { PortFault } from '@myna/ports/fault'
import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { createNumberQueries } from '#store/number-queries.ts'
import type { CarrierTable } from '#store/tables.ts'

/** The account of a row, ready to be asked. */
export function accountOf({ ports, vault }: Context, row: Selectable<CarrierTable>): Carrier {
  const secret = vault.open(row.tenant_id, row.secret)
  return ports.carriers[row.kind].make({ accountId: row.account, secret, region: row.region })
}

/**
 * Asks a carrier something, notes with the account how it went, and turns its refusals into faults: `calls.carrier_refused` when asking again is of no use,
 * `calls.carrier_failed` when it may be.
 */
export async function askCarrier<T>(context: Context, row: Selectable<CarrierTable>, ask: (carrier: Carrier) => Promise<T>): Promise<T> {
  const carrier = accountOf(context, row)
  try {
    const answer = await ask(carrier)
    if (row.last_error !== null) await note(context, row.id, null)
    return answer
  } catch (error) {
    if (!(error instanceof PortFault)) throw error
    await note(context, row.id, error.message)
    throw carrierFault(error)
  } finally {
    await carrier.close()
  }
}

/** What a carrier's refusal is to whoever asked: its sentence is written for people and holds no secret. */
export function carrierFault(error: PortFault): Fault {
  const fields = [{ field: '', problem: error.message }]
  return new Fault(error.retryable ? 'calls.carrier_failed' : 'calls.carrier_refused', { status: error.status }, { cause: error, fields })
}

async function note({ db, caller }: Context, id: string, error: string | null): Promise<void> {
  await db.inTenant(caller, (tx) => createNumberQueries(tx).noteError(id, error))
}
