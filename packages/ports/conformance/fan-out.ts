import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FanOut } from '../fan-out.ts'

/** Registers the tests every fan-out must pass; `open` gives it as two processes see it, the same twice where there is but one. */
export function fanOutConformance(name: string, open: () => Promise<{ here: FanOut; there: FanOut; close(): Promise<void> }>): void {
  describe(`${name} tells news to whoever listens`, () => {
    let opened: Awaited<ReturnType<typeof open>>
    beforeAll(async () => void (opened = await open()))
    afterAll(() => opened.close())
    const newTopic = () => `conformance/${randomUUID()}`
    function listener(fanOut: FanOut, topic: string) {
      const heard: string[] = []
      return { heard, stop: fanOut.subscribe(topic, (message) => void heard.push(message)) }
    }

    it('tells everyone in this process before it returns, once each', () => {
      const topic = newTopic()
      const [one, two] = [listener(opened.here, topic), listener(opened.here, topic)]
      opened.here.publish(topic, 'now')
      expect([one.heard, two.heard]).toEqual([['now'], ['now']])
    })

    it('tells the other process, each message once and in order, and never its own process twice', async () => {
      const topic = newTopic()
      const [near, far] = [listener(opened.here, topic), listener(opened.there, topic)]
      const messages = Array.from({ length: 300 }, (_, at) => `message ${at}`)
      for (const it of messages) opened.here.publish(topic, it)
      opened.there.publish(topic, 'answer')
      await expect.poll(() => far.heard.filter((it) => it !== 'answer').length).toBe(300)
      await expect.poll(() => near.heard.includes('answer')).toBe(true)
      expect(far.heard.filter((it) => it !== 'answer')).toEqual(messages)
      expect(near.heard.filter((it) => it !== 'answer')).toEqual(messages)
      expect(far.heard.filter((it) => it === 'answer')).toHaveLength(1)
    })

    it('keeps topics apart, whatever their characters', async () => {
      const topic = `${newTopic()} é\n"*`
      const [mine, other] = [listener(opened.there, topic), listener(opened.there, `${topic}*`)]
      const message = 'several\nlines, "quotes" and a 🦜'
      opened.here.publish(topic, message)
      await expect.poll(() => mine.heard).toEqual([message])
      expect(other.heard).toEqual([])
    })

    it('carries a message of 100,000 characters', async () => {
      const topic = newTopic()
      const far = listener(opened.there, topic)
      const long = 'ã'.repeat(100_000)
      opened.here.publish(topic, long)
      opened.here.publish(topic, 'after')
      await expect.poll(() => far.heard.at(-1)).toBe('after')
      expect(far.heard[0] === long).toBe(true)
    })

    it('tells nobody who has stopped listening', async () => {
      const topic = newTopic()
      const [stopped, staying] = [listener(opened.there, topic), listener(opened.there, topic)]
      stopped.stop()
      stopped.stop()
      opened.here.publish(topic, 'x')
      await expect.poll(() => staying.heard).toEqual(['x'])
      expect(stopped.heard).toEqual([])
    })

    it('lets whoever hears stop listening and begin to, while it is told', () => {
      const topic = newTopic()
      const heard: string[] = []
      const stop = opened.here.subscribe(topic, (message) => {
        heard.push(message)
        stop()
        opened.here.subscribe(topic, (again) => void heard.push(`later ${again}`))
      })
      opened.here.publish(topic, '1')
      opened.here.publish(topic, '2')
      expect(heard).toEqual(['1', 'later 2'])
    })
  })
}
