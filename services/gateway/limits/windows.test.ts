import type { Counters } from '@myna/ports/counters'
import { PortFault } from '@myna/ports/fault'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWindows, sliceOf, type Windows } from './windows.ts'

/** A shared counter that answers when it is told to, as a network does, and may be away. */
function slowCounters(now: () => number) {
  const kept = new Map<string, { used: number; endsAt: number }>()
  const waiting: (() => void)[] = []
  let isAway = false
  const counters: Counters = {
    name: 'slow',
    async add(key, points, windowMs) {
      await new Promise<void>((resolve) => waiting.push(resolve))
      if (isAway) throw new PortFault('away', { retryable: true })
      const old = kept.get(key)
      const it = old && old.endsAt > now() ? old : { used: 0, endsAt: now() + windowMs }
      it.used += points
      kept.set(key, it)
      return { used: it.used, resetsInMs: it.endsAt - now() }
    },
    reset: async () => kept.clear(),
    close: async () => {},
  }
  return {
    counters,
    setAway: (away: boolean) => (isAway = away),
    /** Answers the question that has waited longest. */
    async answerOne() {
      waiting.shift()?.()
      await settled()
    },
    async answerAll() {
      while (waiting.length > 0) await this.answerOne()
    },
  }
}

/** Lets everything that waits for nothing but its turn run. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** One request: admitted, refused, or waiting for the shared counter. */
function ask(windows: Windows, key: string, limit: number): 'yes' | 'no' | Promise<'yes' | 'no'> {
  const window = windows.windowOf(key)
  const answer = (): 'yes' | 'no' => {
    if (windows.left(window, limit) <= 0) return 'no'
    windows.take(window)
    return 'yes'
  }
  if (windows.left(window, limit) <= 0) return 'no'
  const sure = windows.sure(window, limit)
  if (!sure) return answer()
  return (async () => {
    for (let wait: Promise<void> | undefined = sure; wait; wait = windows.sure(window, limit)) {
      await wait
      if (windows.left(window, limit) <= 0) return 'no'
    }
    return answer()
  })()
}

describe('one process', () => {
  it('never admits more than the limit within a window, and all of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 }), (limit, gaps) => {
        let at = 1_000
        const windows = createWindows({ counters: undefined, now: () => at, windowMs: 1_000 })
        const admitted = new Map<number, number>()
        for (const gap of gaps) {
          at += gap
          const answer = ask(windows, 'k', limit)
          const { resetsAt } = windows.windowOf('k')
          const before = admitted.get(resetsAt) ?? 0
          expect(answer).toBe(before < limit ? 'yes' : 'no')
          if (answer === 'yes') admitted.set(resetsAt, before + 1)
        }
        for (const count of admitted.values()) expect(count).toBeLessThanOrEqual(limit)
      }),
    )
  })

  it('tells keys apart, and forgets the oldest when there are too many', () => {
    const windows = createWindows({ counters: undefined, keysAtMost: 3 })
    for (const key of ['a', 'b', 'c']) expect(ask(windows, key, 1)).toBe('yes')
    expect(ask(windows, 'c', 1)).toBe('no')
    expect(ask(windows, 'd', 1)).toBe('yes')
    expect(ask(windows, 'c', 1)).toBe('no')
    expect(ask(windows, 'a', 1)).toBe('yes')
  })
})

describe('several processes', () => {
  it('admit at most the limit and a slice each within a window, however slowly the shared counter answers', async () => {
    const step = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({ does: fc.constant('ask' as const), process: fc.integer({ min: 0, max: 3 }), times: fc.integer({ min: 1, max: 12 }) }),
      },
      { weight: 2, arbitrary: fc.record({ does: fc.constant('answer' as const), times: fc.integer({ min: 1, max: 4 }) }) },
      { weight: 1, arbitrary: fc.record({ does: fc.constant('settle' as const), process: fc.integer({ min: 0, max: 3 }) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 80 }), async (limit, count, steps) => {
        const now = () => 1_000
        const shared = slowCounters(now)
        const processes = Array.from({ length: count }, () => createWindows({ counters: shared.counters, now, settleMs: 1_000_000 }))
        let admitted = 0
        const waiting: Promise<void>[] = []
        const noteAnswer = (answer: 'yes' | 'no') => {
          if (answer === 'yes') admitted++
        }
        for (const it of steps) {
          const windows = processes[('process' in it ? it.process : 0) % count]!
          if (it.does === 'ask')
            for (let left = it.times; left > 0; left--) {
              const answer = ask(windows, 'k', limit)
              if (typeof answer === 'string') noteAnswer(answer)
              else waiting.push(answer.then(noteAnswer))
            }
          if (it.does === 'settle') void windows.close()
          if (it.does === 'answer') for (let left = it.times; left > 0; left--) await shared.answerOne()
        }
        await Promise.all([
          Promise.all(waiting),
          (async () => {
            for (let left = 2_000; left > 0; left--) await shared.answerOne()
          })(),
        ])
        expect(admitted).toBeLessThanOrEqual(count === 1 ? limit : limit + count * sliceOf(limit))
      }),
      { numRuns: 60 },
    )
  })

  it('know of each other once they have settled', async () => {
    const shared = slowCounters(() => 1_000)
    const [first, second] = [1, 2].map(() => createWindows({ counters: shared.counters, now: () => 1_000 })) as [Windows, Windows]
    const all = Promise.all(Array.from({ length: 40 }, async () => ask(first, 'k', 40)))
    const closed = () => first.close()
    for (let left = 100; left > 0; left--) await shared.answerOne()
    expect(await all).toEqual(Array(40).fill('yes'))
    const last = closed()
    await shared.answerAll()
    await last
    expect([ask(second, 'k', 40), ask(second, 'k', 40)]).toEqual(['yes', 'yes'])
    const third = ask(second, 'k', 40)
    await shared.answerAll()
    expect(await third).toBe('no')
  })
})

describe('a process that cannot reach the shared counter', () => {
  it('goes on with its own counts, says that it is alone, and tells what it counted afterwards', async () => {
    let at = 1_000
    const shared = slowCounters(() => at)
    const windows = createWindows({ counters: shared.counters, now: () => at, restMs: 1_000 })
    shared.setAway(true)
    expect(ask(windows, 'k', 10)).toBe('yes')
    const second = ask(windows, 'k', 10)
    await shared.answerAll()
    expect(await second).toBe('yes')
    expect(windows.isAlone()).toBe(true)
    const answers = Array.from({ length: 10 }, () => ask(windows, 'k', 10))
    expect(answers.filter((it) => it === 'yes')).toHaveLength(8)
    at += 1_000
    shared.setAway(false)
    const closed = windows.close()
    await shared.answerAll()
    await closed
    expect(windows.isAlone()).toBe(false)
    expect((await Promise.all([shared.counters.add('k', 0, 60_000), shared.answerAll()]))[0].used).toBe(10)
  })
})
