import type { PhoneNumber } from '@myna/contracts/calls-numbers'
import { Fault, newId, page, readIdCursor } from '@myna/kernel'
import type { OwnedNumber } from '@myna/ports/carrier'
import type { Selectable } from 'kysely'
import type { Context, Handle } from '#context.ts'
import { countryOf } from '#domain/default-settings.ts'
import { carrierOf } from '#operations/carriers.ts'
import { createNumberQueries } from '#store/number-queries.ts'
import type { NumberTable } from '#store/tables.ts'
import { askCarrier } from '#telephone/account.ts'
import { routesOf } from '#telephone/addresses.ts'

type Row = Selectable<NumberTable>

export const searchNumbers: Handle<'searchNumbers'> = async ({ carrierId, country, kind, contains, areaCode, locality, limit }, context) => {
  const wish = { country, kind, limit, ...(contains ? { contains } : {}), ...(areaCode ? { areaCode } : {}), ...(locality ? { locality } : {}) }
  return { items: await askCarrier(context, await carrierOf(context, carrierId), (it) => it.searchNumbers(wish, context.signal)) }
}

export const listCarrierNumbers: Handle<'listCarrierNumbers'> = async ({ carrierId }, context) => {
  const { db, caller } = context
  const owned = await askCarrier(context, await carrierOf(context, carrierId), (it) => it.listNumbers(context.signal))
  const used = await db.inTenant(caller, async (tx) => {
    const queries = createNumberQueries(tx)
    return Promise.all(owned.map(async ({ number }) => (await queries.lookNumber(number)) !== undefined))
  })
  return { items: owned.map(({ number, canSms }, index) => ({ number, canSms, used: used[index] ?? false })) }
}

export const listNumbers: Handle<'listNumbers'> = async ({ limit, cursor, agentId }, context) => {
  const { db, caller } = context
  const after = cursor === undefined ? undefined : readIdCursor(cursor)
  const rows = await db.inTenant(caller, (tx) => createNumberQueries(tx).listNumbers({ agentId }, after, limit + 1))
  const names = await agentNames(context, rows)
  return page(
    rows.map((it) => presentNumber(it, names)),
    limit,
    (it) => [it.id],
  )
}

/** Buys a number or takes over one the account has. What was bought and cannot be kept here is given back. */
export const addNumber: Handle<'addNumber'> = async ({ carrierId, number, label, agentId, buy }, context) => {
  const { db, caller, tenantId, clock, log } = context
  const carrier = await carrierOf(context, carrierId)
  const routes = routesOf(context, carrierId)
  const names = await agentNames(context, [{ agent_id: agentId }])
  if (await db.inTenant(caller, (tx) => createNumberQueries(tx).lookNumber(number))) throw new Fault('calls.number_taken', { number })
  const owned = await askCarrier(context, carrier, async (it): Promise<OwnedNumber | undefined> => {
    if (buy) return it.buyNumber(number, routes)
    const there = (await it.listNumbers()).find((one) => one.number === number)
    return there && it.routeNumber(there.id, routes)
  })
  if (!owned) throw new Fault('calls.number_not_found', { number })
  try {
    return await db.inTenant(caller, async (tx) => {
      const queries = createNumberQueries(tx)
      if (await queries.lookNumber(number)) throw new Fault('calls.number_taken', { number })
      const row = await queries.addNumber({
        tenant_id: tenantId,
        id: newId(),
        carrier_id: carrierId,
        carrier_number: owned.id,
        number,
        country: countryOf(number) ?? '',
        label,
        agent_id: agentId,
        can_sms: owned.canSms,
        routed: true,
        added_at: clock.now(),
      })
      await context.note(tx, { action: buy ? 'buy-number' : 'add-number', subject: `number:${row.id}`, detail: { number, agentId } })
      return presentNumber(row, names)
    })
  } catch (error) {
    if (buy) {
      await askCarrier(context, carrier, (it) => it.releaseNumber(owned.id)).catch((trouble: unknown) =>
        log.error({ err: trouble, number }, 'a number was bought and could neither be kept nor given back'),
      )
    }
    throw error
  }
}

export const updateNumber: Handle<'updateNumber'> = async ({ numberId, label, agentId }, context) => {
  const { db, caller } = context
  if (agentId) await agentNames(context, [{ agent_id: agentId }])
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createNumberQueries(tx)
    await queries.findNumber(numberId)
    const changed = await queries.changeNumber(numberId, {
      ...(label === undefined ? {} : { label }),
      ...(agentId === undefined ? {} : { agent_id: agentId, creation_id: null }),
    })
    await context.note(tx, { action: 'update-number', subject: `number:${numberId}`, detail: { label, agentId } })
    return changed
  })
  return presentNumber(row, await agentNames(context, [row]))
}

/** Gives a number back to the carrier first: one that is still paid for is still listed. */
export const releaseNumber: Handle<'releaseNumber'> = async ({ numberId, keep }, context) => {
  const { db, caller } = context
  const row = await db.inTenant(caller, (tx) => createNumberQueries(tx).findNumber(numberId))
  if (!keep) await askCarrier(context, await carrierOf(context, row.carrier_id), (it) => it.releaseNumber(row.carrier_number))
  await db.inTenant(caller, async (tx) => {
    await createNumberQueries(tx).removeNumber(numberId)
    await context.note(tx, { action: keep ? 'forget-number' : 'release-number', subject: `number:${numberId}`, detail: { number: row.number } })
  })
  return {}
}

/** Names of the agents of numbers. Throws `agents.not_found` for one that does not exist, unless it is that of a number already kept. */
async function agentNames({ call }: Context, rows: readonly (Row | { agent_id: string | null })[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((it) => it.agent_id ?? []))]
  const found = await Promise.all(
    ids.map((agentId) =>
      call.agents.getAgent({ agentId }).catch((error: unknown) => {
        if (rows.every((it) => 'id' in it)) return undefined
        throw error
      }),
    ),
  )
  return new Map(found.flatMap((it) => (it ? [[it.id, it.name]] : [])))
}

function presentNumber(row: Row, names: ReadonlyMap<string, string>): PhoneNumber {
  return {
    id: row.id,
    carrierId: row.carrier_id,
    number: row.number,
    country: row.country,
    label: row.label,
    agentId: row.agent_id,
    agentName: row.agent_id === null ? null : (names.get(row.agent_id) ?? null),
    canSms: row.can_sms,
    routed: row.routed,
    addedAt: row.added_at.toISOString(),
  }
}
