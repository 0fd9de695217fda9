import type { FanOut } from '@myna/ports/fan-out'
import { createTopics } from '@myna/ports/topics'
import { expect, test } from 'vitest'
import { createLive } from '#live.ts'

const long = 3_600_000

/** Two processes whose news goes from one to the other at once. */
function twoProcesses(): { here: FanOut; there: FanOut; cameBack(): void } {
  const all = [createTopics(), createTopics()]
  const returns = createTopics()
  const one = (mine: number): FanOut => ({
    name: 'test',
    publish: (topic, message) => [all[mine]!, all[1 - mine]!].forEach((it) => it.say(topic, message)),
    subscribe: all[mine]!.subscribe,
    onReturn: (hear) => returns.subscribe('', hear),
    close: async () => {},
  })
  return { here: one(0), there: one(1), cameBack: () => returns.say('', '') }
}

test('wakes who waits on the topic, in this process and in another, and nobody else', async () => {
  const { here, there } = twoProcesses()
  const lives = [createLive(here), createLive(there)]
  const { signal } = new AbortController()
  const woken: string[] = []
  const waits = lives.map((it, at) => it.wait('a', long, signal).then(() => woken.push(`a${at}`)))
  const gone = new AbortController()
  const other = lives[1]!.wait('b', long, gone.signal).then(() => woken.push('b'))
  lives[0]!.wake('a')
  await Promise.all(waits)
  expect(woken.sort()).toEqual(['a0', 'a1'])
  gone.abort()
  await other
})

test('everyone looks again when wake-ups may have been lost', async () => {
  const { there, cameBack } = twoProcesses()
  const live = createLive(there)
  const { signal } = new AbortController()
  const waits = ['a', 'b'].map((topic) => live.wait(topic, long, signal))
  cameBack()
  await Promise.all(waits)
})

test('without a fan-out it wakes within the process, and a wait ends by itself and on abort', async () => {
  const live = createLive()
  const gone = new AbortController()
  const aborted = live.wait('a', long, gone.signal)
  gone.abort()
  await aborted
  await live.wait('a', long, gone.signal)
  const { signal } = new AbortController()
  await live.wait('a', 1, signal)
  const woken = live.wait('a', long, signal)
  live.wake('a')
  await woken
})
