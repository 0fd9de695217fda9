import fc from 'fast-check'
import { sql } from 'kysely'
import type { EndedSpan, SpanSink } from '@myna/ports/traces'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inRelay } from '#db/in-relay.ts'
import { sessionTurnsOf } from '#db/transact.ts'
import { Span } from '#trace/span.ts'
import type { Database } from '#db/open-database.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { createOneTrip } from '#jobs/one-trip.ts'
import { workshopEntries } from '#jobs/test/workshop.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase(workshopEntries)
}, 60_000)
afterAll(() => database.close())

const text = fc.oneof(
  fc.string({ unit: 'binary' }).filter((it) => !it.includes('\0')),
  fc.string({ unit: fc.constantFrom("'", '"', '\\', '$', '1', '{', '}', ',', ';', '-', 'null', "E'", '\n', '$$') }),
)

test('any text comes back as it was, alone and in a list', async () => {
  const trip = createOneTrip(database)
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.option(text)), async (one, many) => {
      const [first, second] = await trip<{ it: unknown }>(sql`select ${one}::text as it`, sql`select ${many}::text[] as it`)
      expect([first!.rows, second!.rows]).toEqual([[{ it: one }], [{ it: many }]])
    }),
    { numRuns: 200 },
  )
})

test('numbers, dates, truth and nothing keep their values', async () => {
  const at = new Date('2026-02-03T04:05:06.789Z')
  const [answer] = await createOneTrip(database)<{ n: number; at: Date; yes: boolean; none: unknown; all: (number | null)[] }>(
    sql`select ${-5}::int as n, ${at}::timestamptz as at, ${true}::bool as yes, ${null}::uuid as none, ${[1, null, -3]}::int[] as all`,
  )
  expect(answer!.rows).toEqual([{ n: -5, at, yes: true, none: null, all: [1, null, -3] }])
})

test('refuses what would end the message early, and what is no value', async () => {
  const trip = createOneTrip(database)
  for (const it of ['a\0b', ['a\0b'], Number.NaN, { some: 'object' }]) await expect(trip(sql`select ${it}::text as it`)).rejects.toThrow('cannot stand')
})

test('all statements count or none, and nothing of role, tenant or transaction stays on the session', async () => {
  const trip = createOneTrip(database)
  const add = sql`insert into kernel.listeners values ('half', 'me', now())`
  await expect(trip(add, sql`select 1/0`)).rejects.toThrow('division by zero')
  const { rows } = await inRelay(database, (tx) => sql`select 1 from kernel.listeners where name = 'half'`.execute(tx))
  expect(rows).toEqual([])
  const [inside] = await trip<{ role: string }>(sql`select current_user as role`)
  expect(inside!.rows).toEqual([{ role: 'myna_relay' }])
  const after = await database.pool.query<{ role: string; wait: string }>(`select current_user as role, current_setting('statement_timeout') as wait`)
  expect(after.rows[0]!.role).not.toBe('myna_relay')
  expect(after.rows[0]!.wait).toBe('0')
})

test('is seen in a trace, and waits its turn for a session like everybody', async () => {
  const spans: EndedSpan[] = []
  const sink: SpanSink = { take: (it) => void spans.push(it), counts: () => ({ sent: 0, dropped: 0 }), close: async () => {} }
  const turns = sessionTurnsOf(database.pool)
  const held = Array.from({ length: Math.max(1, (database.pool.options.max ?? 1) - 1) }, () => turns.take('kernel'))
  expect(held.every((it) => it === undefined)).toBe(true)
  const span = new Span(sink, { traceId: 'a'.repeat(32), name: 'test', kind: 'internal' })
  const asked = span.around(() => createOneTrip(database)(sql`select 1`))
  await vi.waitFor(() => expect(turns.waiting).toBeGreaterThan(0))
  expect(spans).toEqual([])
  for (const _ of held) turns.give('kernel')
  await asked
  expect(spans.map((it) => [it.name, it.kind])).toContainEqual(['transaction', 'client'])
})
