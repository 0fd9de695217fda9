import { auditEvents } from '@myna/contracts/audit'
import { gatewayEvents } from '@myna/contracts/gateway'
import { createMemoryFanOut } from '@myna/engine-memory'
import { newId } from '@myna/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onRulesChangedIn } from '#reactions/on-rules-changed.ts'
import { createGate } from '#store/gate.ts'
import type { Context } from '#context.ts'
import { openGuarded, patience } from '#test/guarded.ts'

let room: Awaited<ReturnType<typeof openGuarded>>
let now = Date.parse('2026-11-21T12:00:00Z')
const clock = { now: () => new Date(now) }
beforeAll(async () => void (room = await openGuarded({ clock })))
afterAll(() => room.close())

const contextOf = (ports: Partial<Context['ports']> = {}) => {
  const context = room.house.contextFor('gateway', { caller: room.platformCaller(), signal: new AbortController().signal }) as unknown as Context
  return {
    db: context.db,
    log: context.log,
    live: context.live,
    clock,
    ports: { ...context.ports, counters: undefined, fanOut: undefined, ...ports },
  } as Context
}
/** Sets limits of an organisation past every gateway. */
const setBehindBacks = (tenantId: string, user: number) =>
  contextOf().db.inTenant({ tenantId }, (tx) =>
    sql`insert into own_limits (tenant_id, id, limits, revision, updated_at) values (${tenantId}::uuid, ${tenantId}::uuid, ${JSON.stringify({ user })}::jsonb, 1, now())
      on conflict (tenant_id, id) do update set limits = excluded.limits`.execute(tx),
  )

describe('rules in memory', () => {
  it('are read once, then from memory, and anew when news comes, also when the event is all there is', async () => {
    const gate = createGate()
    const close = await gate.open(contextOf())
    const tenantId = newId()
    await setBehindBacks(tenantId, 5)
    const { book } = gate.opened()
    const first = book.of(tenantId)
    expect(first).toBeInstanceOf(Promise)
    expect((await first).holding.user).toBe(5)
    await setBehindBacks(tenantId, 6)
    expect(book.of(tenantId)).toMatchObject({ holding: { user: 5 } })
    await onRulesChangedIn(gate).run({ tenantId }, contextOf())
    expect(book.of(tenantId)).toMatchObject({ holding: { user: 6 } })
    await close()
  })

  it('reach another gateway by news, and all of it is read again when news may have been lost', async () => {
    const fanOut = createMemoryFanOut()
    let hearReturn = () => {}
    const away = { ...fanOut, onReturn: (hear: () => void) => ((hearReturn = hear), () => {}) }
    const [here, there] = [createGate(), createGate()]
    const closes = [await here.open(contextOf({ fanOut })), await there.open(contextOf({ fanOut: away }))]
    const tenantId = newId()
    await there.opened().book.of(tenantId)
    await setBehindBacks(tenantId, 7)
    await here.changed(tenantId)
    await expect.poll(async () => (await there.opened().book.of(tenantId)).holding.user, patience).toBe(7)
    await setBehindBacks(tenantId, 8)
    hearReturn()
    await expect.poll(async () => (await there.opened().book.of(tenantId)).holding.user, patience).toBe(8)
    for (const close of closes) await close()
  })

  it('are read again after half a minute all the same, while the old ones hold', async () => {
    const gate = createGate()
    const close = await gate.open(contextOf())
    const tenantId = newId()
    const { book } = gate.opened()
    await book.of(tenantId)
    await setBehindBacks(tenantId, 9)
    now += 31_000
    expect(book.of(tenantId)).not.toBeInstanceOf(Promise)
    await expect.poll(() => book.known(tenantId)?.holding.user, patience).toBe(9)
    await close()
  })

  it('that were never read let nobody pass, and those that were hold while the database is away', async () => {
    const gate = createGate()
    let isAway = false
    const context = contextOf()
    const db = {
      ...context.db,
      inTenant: ((...given: Parameters<typeof context.db.inTenant>) =>
        isAway ? Promise.reject(new Error('away')) : context.db.inTenant(...given)) as typeof context.db.inTenant,
    }
    const close = await gate.open({ ...context, db })
    const { book } = gate.opened()
    const known = newId()
    await book.of(known)
    isAway = true
    await expect(Promise.resolve(book.of(newId()))).rejects.toThrow('away')
    now += 31_000
    expect(book.of(known)).toMatchObject({ tenantId: known })
    isAway = false
    await close()
  })
})

describe('what was counted', () => {
  it('waits while the database is away, and is written once it is there', async () => {
    const gate = createGate()
    let isAway = true
    const context = contextOf()
    const db = {
      ...context.db,
      inTenant: ((...given: Parameters<typeof context.db.inTenant>) =>
        isAway ? Promise.reject(new Error('away')) : context.db.inTenant(...given)) as typeof context.db.inTenant,
    }
    const close = await gate.open({ ...context, db })
    const tenantId = newId()
    for (let left = 4; left > 0; left--) gate.tally.note({ tenantId, route: 'a.b', keyId: '', status: 200, ms: 3, at: now })
    await gate.opened().writer.flush()
    expect(gate.tally.size()).toBe(1)
    isAway = false
    await gate.opened().writer.flush()
    await gate.opened().writer.flush()
    expect((await room.gatewayOf(room.newCaller({ tenantId })).getTraffic({})).total.requests).toBe(4)
    expect((await room.gatewayOf(room.platformCaller()).getPlatformTraffic({})).tenants.find((it) => it.tenantId === tenantId)?.requests).toBe(4)
    await close()
  })

  it('is kept for two days by the minute, and by the hour and day for longer', async () => {
    const gate = createGate()
    const close = await gate.open(contextOf())
    const tenantId = newId()
    const note = () => gate.tally.note({ tenantId, route: 'a.b', keyId: '', status: 200, ms: 3, at: now })
    const steps = () =>
      contextOf().db.inTenant({ tenantId }, async (tx) =>
        (await sql<{ step: string }>`select step from traffic order by step, at`.execute(tx)).rows.map((it) => it.step),
      )
    note()
    await gate.opened().writer.flush()
    expect(await steps()).toEqual(['day', 'hour', 'minute'])
    now += 3 * 86_400_000
    note()
    await gate.opened().writer.flush()
    expect(await steps()).toEqual(['day', 'day', 'hour', 'hour', 'minute'])
    now += 100 * 86_400_000
    note()
    await gate.opened().writer.flush()
    expect(await steps()).toEqual(['day', 'day', 'day', 'hour', 'minute'])
    await close()
  })
})

it('each change is noted for the audit log, and told as an event', async () => {
  const caller = room.newCaller({ ip: '203.0.113.7' })
  const client = room.gatewayOf(caller)
  await client.setLimits({ own: { user: 5 } })
  await client.setAccessRules({ allow: [], deny: [{ range: '10.0.0.0/8', note: '' }], origins: [] })
  await client.setKeySettings({ keyId: newId(), perMinute: 5, version: null })
  const operator = { ...room.platformCaller(), tenantId: caller.tenantId }
  await room.gatewayOf(operator).setPlatformLimits({ limits: {} })
  await room.gatewayOf(operator).setPlatformAccess({ deny: [] })
  await room.gatewayOf(operator).setTenantAllowance({ tenantId: newId(), limits: {} })
  const rows = await toldIn(caller.tenantId!)
  const noted = rows.filter((it) => it.name === auditEvents.actNoted.name).map((it) => it.data.action)
  expect(noted).toEqual(['set-limits', 'set-access-rules', 'set-key-settings', 'set-platform-limits', 'set-platform-access', 'set-tenant-allowance'])
  expect(rows.filter((it) => it.name === gatewayEvents.rulesChanged.name)).toHaveLength(6)
})

/** Events of a tenant, oldest first, as those who carry them see them. */
async function toldIn(tenantId: string) {
  const client = await room.database.pool.connect()
  try {
    await client.query('begin; set local role myna_relay')
    const { rows } = await client.query<{ name: string; data: { action?: string } }>('select name, data from kernel.outbox where tenant_id = $1 order by seq', [
      tenantId,
    ])
    return rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}
