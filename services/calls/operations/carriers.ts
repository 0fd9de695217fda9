import { Fault, newId, page, readIdCursor } from '@myna/kernel'
import type { Selectable } from 'kysely'
import type { CarrierAccount } from '@myna/contracts/calls-numbers'
import { PortFault } from '@myna/ports/fault'
import type { Context, Handle } from '#context.ts'
import { createNumberQueries } from '#store/number-queries.ts'
import type { CarrierTable } from '#store/tables.ts'
import { askCarrier, carrierFault } from '#telephone/account.ts'

export const listCarriers: Handle<'listCarriers'> = async ({ limit, cursor }, { db, caller, ports }) => {
  const after = cursor === undefined ? undefined : readIdCursor(cursor)
  const items = await db.inTenant(caller, async (tx) => {
    const queries = createNumberQueries(tx)
    const rows = await queries.listCarriers(after, limit + 1)
    const counts = await queries.countNumbers(rows.map((it) => it.id))
    return rows.map((it) => presentCarrier(it, counts.get(it.id) ?? 0))
  })
  return { ...page(items, limit, (it) => [it.id]), canOpenSubaccount: ports.lentAccount !== undefined }
}

/** Connects an account whose credentials prove themselves, or opens one below that of the installation. */
export const connectCarrier: Handle<'connectCarrier'> = async (input, context) => {
  const { db, caller, tenantId, vault, clock, ports } = context
  const account =
    input.accountId && input.secret
      ? await proven(context, { accountId: input.accountId, secret: input.secret, region: input.region })
      : await lent(context, input.name)
  try {
    return await db.inTenant(caller, async (tx) => {
      const queries = createNumberQueries(tx)
      if (await queries.findAccount(input.kind, account.accountId)) throw new Fault('calls.carrier_known', { account: account.accountId })
      const row = await queries.addCarrier({
        tenant_id: tenantId,
        id: newId(),
        kind: input.kind,
        name: input.name,
        account: account.accountId,
        secret: vault.seal(tenantId, account.secret),
        region: account.region,
        is_subaccount: account.isSubaccount,
        last_error: null,
        created_at: clock.now(),
      })
      await context.note(tx, { action: 'connect-carrier', subject: `carrier:${row.id}`, detail: { kind: row.kind, account: row.account } })
      return presentCarrier(row, 0)
    })
  } catch (error) {
    // An account that was opened for nothing is closed again.
    if (account.isSubaccount && ports.lentAccount) await closeLent(context, account.accountId)
    throw error
  }
}

export const testCarrier: Handle<'testCarrier'> = async ({ carrierId }, context) => {
  const row = await carrierOf(context, carrierId)
  try {
    const { accountName } = await askCarrier(context, row, (it) => it.check())
    return { works: true, sentence: `The carrier knows this account as "${accountName}".` }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { works: false, sentence: error.cause instanceof PortFault ? error.cause.message : error.message }
  }
}

export const disconnectCarrier: Handle<'disconnectCarrier'> = async ({ carrierId }, context) => {
  const { db, caller } = context
  await db.inTenant(caller, async (tx) => {
    const queries = createNumberQueries(tx)
    const row = await queries.findCarrier(carrierId)
    await queries.removeCarrier(carrierId)
    await context.note(tx, { action: 'disconnect-carrier', subject: `carrier:${carrierId}`, detail: { account: row.account } })
  })
  return {}
}

/** A carrier account by its id. Throws `calls.carrier_not_found`. */
export function carrierOf({ db, caller }: Context, carrierId: string): Promise<Selectable<CarrierTable>> {
  return db.inTenant(caller, (tx) => createNumberQueries(tx).findCarrier(carrierId))
}

type Account = { accountId: string; secret: string; region: string | null; isSubaccount: boolean }

async function proven({ ports }: Context, it: { accountId: string; secret: string; region: string | null }): Promise<Account> {
  const carrier = ports.carriers.twilio.make(it)
  try {
    const { accountId } = await carrier.check()
    return { ...it, accountId, isSubaccount: false }
  } catch (error) {
    if (!(error instanceof PortFault)) throw error
    throw carrierFault(error)
  } finally {
    await carrier.close()
  }
}

async function lent({ ports, tenantId }: Context, name: string): Promise<Account> {
  if (!ports.lentAccount) throw new Fault('calls.no_subaccounts')
  const above = ports.carriers.twilio.make(ports.lentAccount)
  try {
    return { ...(await above.openSubaccount(`${name} (${tenantId})`)), region: ports.lentAccount.region, isSubaccount: true }
  } catch (error) {
    if (!(error instanceof PortFault)) throw error
    throw carrierFault(error)
  } finally {
    await above.close()
  }
}

async function closeLent({ ports, log }: Context, accountId: string): Promise<void> {
  const above = ports.carriers.twilio.make(ports.lentAccount!)
  await above
    .closeSubaccount(accountId)
    .catch((error: unknown) => log.warn({ err: error, accountId }, 'an account that was opened for nothing could not be closed'))
  await above.close()
}

function presentCarrier(row: Selectable<CarrierTable>, numberCount: number): CarrierAccount {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    accountId: row.account,
    region: row.region,
    isSubaccount: row.is_subaccount,
    numberCount,
    lastError: row.last_error,
    createdAt: row.created_at.toISOString(),
  }
}
