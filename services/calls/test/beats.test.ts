import { newId } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beatMs } from '#domain/call-limits.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'
import { createBeats } from '#streams/beats.ts'
import { openCalls } from '#test/house.ts'

describe('calls of a process', () => {
  let room: Awaited<ReturnType<typeof openCalls>>
  beforeAll(async () => void (room = await openCalls()))
  afterAll(() => room.close())

  it('say together that they live, each takes what is wished of it, and one that another connection holds is told', async () => {
    const { caller } = await room.newAgent()
    const context = room.contextOf(caller)
    const [plain, wished, lost] = [newId(), newId(), newId()]
    const before = new Date(Date.now() - 10_000)
    await context.db.global(async (tx) => {
      const queries = createOpenCallQueries(tx)
      for (const id of [plain, wished, lost])
        await queries.open({ id, tenant_id: context.tenantId, subject: caller.subject, beat_at: before, connection_id: id, lasted_ms: 0 })
      await queries.wish(wished, { do: 'press', keys: '12' })
    })
    let statements = 0
    const db: typeof context.db = Object.create(context.db, {
      global: { value: (...asked: Parameters<typeof context.db.global>) => (statements++, context.db.global(...asked)) },
    })
    const beats = createBeats()
    const beat = (id: string, connectionId: string) => beats.beat({ db, clock: context.clock }, { id, connectionId, lastedMs: 7_000 })
    expect(await Promise.all([beat(plain, plain), beat(wished, wished), beat(lost, newId())])).toEqual([
      { wish: null },
      { wish: { do: 'press', keys: '12' } },
      undefined,
    ])
    expect(statements).toBe(1)
    // A wish is taken once.
    expect(await beat(wished, wished)).toEqual({ wish: null })
    const rows = await context.db.global((tx) => Promise.all([plain, lost].map((id) => createOpenCallQueries(tx).find(id))))
    expect(rows.map((it) => [it?.lasted_ms, it!.beat_at > before])).toEqual([
      [7_000, true],
      [0, false],
    ])
  })

  it('wait for the same ticks, never longer than the time between beats', () => {
    const { waitMs } = createBeats()
    for (const now of [0, 1, 4_999, 5_000, 12_345.6, 1e9 + 3_210]) {
      expect(waitMs(now)).toBeLessThanOrEqual(beatMs)
      expect(waitMs(now)).toBeGreaterThan(beatMs - 5_000)
      expect((now + waitMs(now)) % 5_000).toBeCloseTo(0)
    }
  })
})
