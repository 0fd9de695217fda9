import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deskOf } from '#dispatch/desk.ts'
import { noteOwnTurn } from '#dispatch/note-own-turn.ts'
import { createUsageQueries } from '#store/usage-queries.ts'
import { openDispatch } from '#test/dispatch-house.ts'
import { modelFaults } from '#test/scripted-model.ts'

describe('what models cost', () => {
  let it_: Awaited<ReturnType<typeof openDispatch>>
  beforeAll(async () => void (it_ = await openDispatch()), 60_000)
  afterAll(() => it_.close())
  beforeEach(() => it_.model.forget())

  const open = () => {
    const tenant = it_.openTenant()
    const stored = () => tenant.contextIn().db.inTenant(tenant.caller, (tx) => createUsageQueries(tx, tenant.caller.tenantId!).listSince('2026-01-01'))
    return { ...tenant, stored, spent: (process?: string) => deskOf(tenant.contextIn(process)).spentOf(tenant.caller.tenantId!) }
  }

  it('is counted by provider and day: turns, tokens, cost by prices, failures, time to the first words', async () => {
    const { add, ask, flush, stored } = open()
    const one = await add('one', { input_price: 2, output_price: 10 })
    const two = await add('two')
    it_.model.play({ say: ['Hello.'], usage: { inputTokens: 1_000, outputTokens: 200 } }, 'one')
    await ask()
    await ask()
    it_.model.play({ fault: modelFaults.wrongKey() }, 'one')
    it_.model.play({ say: ['Hello.'], usage: { inputTokens: 5, outputTokens: 1 } }, 'two')
    await ask()
    await flush()
    const rows = await stored()
    const of = (id: string) => rows.find((row) => row.providerId === id)
    expect(of(one.id)).toMatchObject({ day: '2026-11-18', turns: 2, failures: 1, inputTokens: 2_000, outputTokens: 400, firstTokenCount: 2 })
    expect(of(one.id)?.cost).toBeCloseTo(0.008)
    expect(of(one.id)?.firstTokenMs).toBeGreaterThan(0)
    expect(of(two.id)).toMatchObject({ turns: 1, failures: 0, cost: 0 })
  })

  it('is guessed when the vendor does not say, breaks off, or was let go', async () => {
    const { add, ask, flush, stored } = open()
    const prices = { input_price: 1_000, output_price: 1_000 }
    const silent = await add('silent', prices)
    const broken = await add('broken', prices)
    it_.model.play({ hangs: true }, 'silent')
    it_.model.play({ say: ['Hello there, caller'], fault: modelFaults.broke() }, 'broken')
    await ask({ firstPieceMs: 100 })
    await flush()
    const rows = await stored()
    expect(rows.find((row) => row.providerId === silent.id)).toMatchObject({ turns: 0, inputTokens: 6, outputTokens: 0 })
    expect(rows.find((row) => row.providerId === broken.id)).toMatchObject({ turns: 1, failures: 1, inputTokens: 6, outputTokens: 5 })
  })

  it('counts what the built-in engine answered beside them', async () => {
    const { contextIn, flush, stored } = open()
    noteOwnTurn(contextIn(), 12)
    noteOwnTurn(contextIn(), 8)
    await flush()
    expect(await stored()).toEqual([
      { day: '2026-11-18', providerId: null, turns: 2, failures: 0, inputTokens: 0, outputTokens: 0, cost: 0, firstTokenMs: 20, firstTokenCount: 2 },
    ])
  })

  it('is added up across processes, and nothing is lost when one stops', async () => {
    const { add, ask, contextIn, stored } = open()
    await add('one')
    it_.model.play({ say: ['Hello.'], usage: { inputTokens: 10, outputTokens: 2 } })
    for (const process of ['p', 'q', 'p']) await ask({ process })
    expect(await stored()).toEqual([])
    await Promise.all([deskOf(contextIn('p')).close(), deskOf(contextIn('q')).close()])
    expect(await stored()).toMatchObject([{ turns: 3, inputTokens: 30, outputTokens: 6 }])
  })

  it('is stored by itself within moments, without a turn waiting for it', async () => {
    const { add, ask, stored } = open()
    await add('one')
    it_.model.play({ say: ['Hello.'] })
    await ask()
    await expect.poll(stored, { timeout: 5_000 }).toMatchObject([{ turns: 1 }])
  })

  it('is kept when the database cannot take it, and stored later', async () => {
    const { add, ask, contextIn, stored } = open()
    await add('one')
    const context = contextIn('ill')
    const { inTenant } = context.db
    it_.model.play({ say: ['Hello.'] })
    await ask({ process: 'ill' })
    context.db.inTenant = () => Promise.reject(new Error('no connection'))
    await deskOf(context).flush()
    context.db.inTenant = inTenant
    expect(await stored()).toEqual([])
    await deskOf(context).flush()
    expect(await stored()).toMatchObject([{ turns: 1 }])
  })

  it('stops a model at its budget, what is not stored yet included, until the next month', async () => {
    const { add, ask, spent, flush } = open()
    const dear = await add('dear', { input_price: 10, output_price: 10, monthly_budget: 0.02 })
    await add('cheap')
    it_.model.play({ say: ['Hello.'], usage: { inputTokens: 900, outputTokens: 100 } })
    it_.setNow('2026-11-30T23:00:00Z')
    for (let turn = 0; turn < 4; turn++) await ask()
    expect(it_.model.models).toEqual(['dear', 'dear', 'cheap', 'cheap'])
    expect((await spent()).get(dear.id)).toBeCloseTo(0.02)
    await flush()
    expect((await spent()).get(dear.id)).toBeCloseTo(0.02)
    expect((await spent('another')).get(dear.id)).toBeCloseTo(0.02)
    expect((await ask({ process: 'another' })).answered?.name).toBe('cheap/cheap')
    it_.setNow('2026-12-01T00:00:01Z')
    expect((await ask()).answered?.name).toBe('dear/dear')
  })

  it('sees what other processes spend, and a budget that was raised', async () => {
    const { add, ask, flush, change } = open()
    const dear = await add('dear', { input_price: 10, output_price: 10, monthly_budget: 0.025 })
    it_.model.play({ say: ['Hello.'], usage: { inputTokens: 1_000, outputTokens: 0 } })
    await ask({ process: 'x' })
    await ask({ process: 'y' })
    await ask({ process: 'y' })
    await flush('x')
    await flush('y')
    it_.wait(6_000)
    await ask({ process: 'x' })
    expect((await ask({ process: 'x' })).answered).toBeUndefined()
    await change(dear.id, { monthly_budget: 1 })
    expect((await ask({ process: 'x' })).answered).toBeDefined()
    await change(dear.id, { monthly_budget: 0 })
    expect((await ask({ process: 'x' })).answered).toBeUndefined()
  })
})
