import { createTracer, traceIdOf } from '@myna/kernel'
import type { EndedSpan } from '@myna/ports/traces'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCalls } from '#test/house.ts'

const spans: EndedSpan[] = []
const sink = { take: (span: EndedSpan) => void spans.push(span), counts: () => ({ sent: spans.length, dropped: 0 }), close: async () => {} }
let room: Awaited<ReturnType<typeof openCalls>>
beforeAll(async () => void (room = await openCalls({ tracer: createTracer({ sink, share: 1 }) })))
afterAll(() => room.close())

it('is one for one call, by its id, with the stages of each turn and nothing anybody said', async () => {
  const agent = await room.newAgent({ greeting: 'Hello, Corner Bakery.' })
  const talker = await room.talkTo(agent, { how: 'http' })
  const { call } = await talker.until(() => talker.messages('ready')[0])
  await talker.heardOut(1)
  talker.say('When are you open?')
  const turn = await talker.heardOut(2)
  await talker.hangUp()
  const traceId = traceIdOf(call.id)
  for (let turns = 0; !spans.some((it) => it.name === 'call') && turns < 2_000; turns++) await new Promise((resolve) => setTimeout(resolve, 5))

  const mine = spans.filter((it) => it.traceId === traceId)
  const parentOf = (span: EndedSpan | undefined) => mine.find((it) => it.id === span?.parentId)
  const root = mine.find((it) => it.name === 'call')
  expect(root).toMatchObject({ kind: 'server', parentId: undefined, attributes: { 'myna.call.id': call.id, 'myna.tenant.id': agent.caller.tenantId } })
  const answered = mine.find((it) => it.name === 'turn' && it.attributes['myna.turn.id'] === turn.id)
  expect(parentOf(answered)).toBe(root)
  expect(mine.filter((it) => it.parentId === answered?.id).map((it) => it.name)).toEqual(
    expect.arrayContaining(['decided', 'voiced', 'brain.reply', 'voice.speak']),
  )
  const statement = mine.find((it) => it.name.startsWith('SELECT') && parentOf(parentOf(it))?.name === 'brain.reply')
  expect(statement?.attributes['db.operation.name']).toBe('SELECT')
  expect(JSON.stringify(spans)).not.toMatch(/Corner Bakery|are you open|9 am/i)

  const samples = await room.house.house.metrics.text()
  expect(samples).toMatch(/myna_turn_seconds_count\{stage="decided"\} 1\n/)
  expect(samples).toMatch(/myna_calls_in_progress 0\n/)
})
