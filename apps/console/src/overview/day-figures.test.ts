import { expect, test } from 'vitest'
import type { Call } from '#api/shapes.ts'
import { callQuality, dayFigures } from './day-figures.ts'

const midnight = Date.parse('2026-11-21T00:00:00Z')
const call = (startedAt: string, durationMs: number | null, turnCount: number) =>
  ({ startedAt, durationMs, turnCount, endedAt: durationMs === null ? null : startedAt }) as Call
const turn = (answerMs: number | null) => ({ speaker: 'agent' as const, latency: { endOfSpeechMs: 100, answerMs, firstAudioMs: null, heardMs: null } })

test('counts the calls of the day, and of those that are over the minutes and the share that was talked in', () => {
  const calls = [
    call('2026-11-20T23:59:59Z', 600_000, 9),
    call('2026-11-21T01:00:00Z', 90_000, 4),
    call('2026-11-21T02:00:00Z', 0, 0),
    call('2026-11-21T03:00:00Z', null, 2),
  ]
  expect(dayFigures(calls, midnight)).toEqual({ calls: 3, minutes: 1.5, answered: 0.5 })
})
test('says nothing of shares where there is nothing to share', () => {
  expect(dayFigures([], midnight)).toEqual({ calls: 0, minutes: 0, answered: undefined })
  expect(callQuality([])).toEqual({ alone: undefined, latencyMs: undefined })
})
test('a transferred call needed a person, one that never came about is not judged', () => {
  const judged = (['done', 'transferred', 'voicemail', 'answered', 'done'] as const).map((disposition, i) => ({
    turns: [turn(i * 100)],
    report: { disposition },
  }))
  expect(callQuality([...judged, { turns: [turn(null)], report: null }])).toEqual({ alone: 0.75, latencyMs: 300 })
})
