import { expect, test } from 'vitest'
import type { Call, CallReport } from '#api/shapes.ts'
import { mayChange } from './use-call.ts'

const call = (change: Partial<Call> = {}) => ({ id: 'call', status: 'live', endedAt: null, ...change }) as Call
const report = { summary: 'All well.' } as CallReport
const ended = (agoMs: number) => call({ status: 'ended', endedAt: new Date(Date.now() - agoMs).toISOString() })

test('news come while a call goes on and until its report is there', () => {
  const of = (it: Call, written: CallReport | null = null) => mayChange({ call: it, turns: [], report: written })
  expect(of(call())).toBe(true)
  expect(of(call({ status: 'ringing' }))).toBe(true)
  expect(of(ended(1000))).toBe(true)
  expect(of(ended(1000), report)).toBe(false)
  expect(of(ended(3_600_000))).toBe(false)
})
