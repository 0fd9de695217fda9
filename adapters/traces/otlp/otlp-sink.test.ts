import type { EndedSpan } from '@myna/ports/traces'
import { expect, it } from 'vitest'
import { createOtlpSink, type OtlpOptions } from '#otlp-sink.ts'
import { openCollector } from '#test/collector.ts'

const troubles: string[] = []
function sinkFor(url: string, it: Partial<OtlpOptions> = {}) {
  troubles.length = 0
  const service = { name: 'myna-talk', version: '1.0.0', instance: 'one' }
  return createOtlpSink({ url, service, onTrouble: (sentence) => troubles.push(sentence), everyMs: 5, timeoutMs: 200, ...it })
}
function spanOf(at: number, it: Partial<EndedSpan> = {}): EndedSpan {
  return {
    traceId: 'a'.repeat(32),
    id: (at + 1).toString(16).padStart(16, '0'),
    parentId: undefined,
    name: 'calls.talk',
    kind: 'server',
    startedAt: 1_750_000_000_000.25,
    endedAt: 1_750_000_000_012.5,
    attributes: {},
    failed: false,
    ...it,
  }
}
async function until(what: string, is: () => boolean): Promise<void> {
  for (let turns = 0; !is(); turns++) {
    if (turns > 2_000) throw new Error(`never: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

it('brings spans to a collector, with their parents, times, kinds and attributes', async () => {
  await using collector = await openCollector({ token: 'right' })
  const sink = sinkFor(`${collector.url}/`, { headers: { authorization: 'Bearer right' } })
  sink.take(spanOf(1))
  sink.take(spanOf(2, { parentId: '0000000000000002', name: 'SELECT calls', kind: 'client', attributes: { 'db.operation.name': 'SELECT' }, failed: true }))
  await sink.close(5_000)
  expect(collector.refusals).toEqual([])
  expect(collector.services[0]).toBe('myna-talk')
  expect(collector.spans).toMatchObject([
    { name: 'calls.talk', kind: 2, startTimeUnixNano: '1750000000000250000', endTimeUnixNano: '1750000000012500000' },
    {
      parentSpanId: '0000000000000002',
      kind: 3,
      attributes: [{ key: 'db.operation.name', value: { stringValue: 'SELECT' } }],
      status: { code: 2 },
    },
  ])
  expect(sink.counts()).toEqual({ sent: 2, dropped: 0 })
})

it('sends as many at once as a batch holds, and all of them', async () => {
  await using collector = await openCollector()
  const sink = sinkFor(collector.url, { batch: 10 })
  for (let at = 0; at < 95; at++) sink.take(spanOf(at))
  await sink.close(5_000)
  expect(new Set(collector.spans.map((span) => span.spanId)).size).toBe(95)
  expect(collector.requests).toBe(10)
})

it('drops and counts what a collector that stalls does not take, tells of it once, and never grows', async () => {
  await using collector = await openCollector()
  collector.become('stalls')
  const sink = sinkFor(collector.url, { most: 20, batch: 10 })
  for (let at = 0; at < 1_000; at++) sink.take(spanOf(at))
  expect(sink.counts().dropped).toBeGreaterThanOrEqual(970)
  expect(troubles).toHaveLength(1)
  await sink.close(20)
  expect(sink.counts().sent).toBe(0)
  expect(sink.counts().dropped).toBeGreaterThanOrEqual(980)
})

it.each(['is-broken', 'is-full', 'hangs-up'] as const)('goes on when a collector that %s is well again', async (mood) => {
  await using collector = await openCollector()
  collector.become(mood)
  const sink = sinkFor(collector.url)
  sink.take(spanOf(1))
  await until('the first is given up', () => sink.counts().dropped === 1)
  expect(troubles).toHaveLength(1)
  collector.become('well')
  sink.take(spanOf(2))
  await until('the second is there', () => sink.counts().sent === 1)
  expect(collector.spans).toHaveLength(1)
  await sink.close(1_000)
})

it('bears that nobody is there, and takes nothing once it is closed', async () => {
  const gone = await openCollector()
  await gone[Symbol.asyncDispose]()
  const sink = sinkFor(gone.url)
  sink.take(spanOf(1))
  await sink.close(5_000)
  sink.take(spanOf(2))
  expect(sink.counts()).toEqual({ sent: 0, dropped: 2 })
})
