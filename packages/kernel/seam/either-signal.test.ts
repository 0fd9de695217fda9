import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { eitherSignal } from '#seam/either-signal.ts'

const two = () => [new AbortController(), new AbortController()] as const

describe('either of two signals', () => {
  it('is aborted with the first of them, for its reason, and stays so', () => {
    for (const which of [0, 1] as const) {
      const both = two()
      const { signal } = eitherSignal(both[0].signal, both[1].signal)
      expect(signal.aborted).toBe(false)
      both[which].abort(which)
      both[1 - which]!.abort('later')
      expect([signal.aborted, signal.reason]).toEqual([true, which])
    }
  })

  it('is aborted from the beginning when one of them was before', () => {
    for (const which of [0, 1] as const) {
      const both = two()
      both[which].abort(which)
      expect(eitherSignal(both[0].signal, both[1].signal).signal.reason).toBe(which)
    }
  })

  it('hears neither of them once it has ended, and keeps those who follow apart', () => {
    const [brief, long] = two()
    const [one, other] = [eitherSignal(brief.signal, long.signal), eitherSignal(new AbortController().signal, long.signal)]
    one.end()
    one.end()
    brief.abort()
    long.abort('over')
    expect([one.signal.aborted, other.signal.reason]).toEqual([false, 'over'])
  })

  it('leaves one listener at the one that lives long, and none at the other', () => {
    const [brief, long] = two()
    for (let time = 0; time < 1_000; time++) eitherSignal(brief.signal, long.signal).end()
    expect([getEventListeners(brief.signal, 'abort').length, getEventListeners(long.signal, 'abort').length]).toEqual([0, 1])
  })
})
