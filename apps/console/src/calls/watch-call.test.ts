import { expect, test } from 'vitest'
import type { Call, CallReport, CallTurn } from '#api/shapes.ts'
import { mayChange, withNews } from './watch-call.ts'

const call = (change: Partial<Call> = {}) => ({ id: 'call', status: 'live', endedAt: null, ...change }) as Call
const turn = (id: string, atMs: number, text = id) => ({ id, atMs, text }) as CallTurn
const report = { summary: 'All well.' } as CallReport
const ended = (agoMs: number) => call({ status: 'ended', endedAt: new Date(Date.now() - agoMs).toISOString() })

test('a turn told again takes the place of what was known of it', () => {
  const known = { call: call(), turns: [turn('a', 0), turn('c', 20)], report: null }
  expect(withNews(known, { type: 'turn', turn: turn('a', 0, 'less of it') }).turns.map((it) => it.text)).toEqual(['less of it', 'c'])
  expect(withNews(known, { type: 'turn', turn: turn('b', 10) }).turns.map((it) => it.id)).toEqual(['a', 'b', 'c'])
})
test('news come while a call goes on and until its report is there', () => {
  const of = (it: Call, written: CallReport | null = null) => mayChange({ call: it, turns: [], report: written })
  expect(of(call())).toBe(true)
  expect(of(call({ status: 'ringing' }))).toBe(true)
  expect(of(ended(1000))).toBe(true)
  expect(of(ended(1000), report)).toBe(false)
  expect(of(ended(3_600_000))).toBe(false)
})
