import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { PortFault } from './fault.ts'
import { createHeardTexts } from './heard-texts.ts'
import type { Recognised } from './recognition.ts'
import { createUtterances, type Utterance } from './utterances.ts'

function open(patience: { lateMs?: number; stallMs?: number } = {}, mayIgnoreBytes?: number) {
  const heard = createHeardTexts()
  const utterances = createUtterances({ vendor: 'Somebody', heard, language: 'en', patience, mayIgnoreBytes, lost: (fault) => heard.end(fault) })
  const finals = async () => {
    const texts: Recognised[] = []
    for await (const text of heard.texts) if (text.final) texts.push(text)
    return texts
  }
  const say = (text: string): Utterance => {
    const utterance = utterances.fed(640)
    utterances.segment(utterance, { text, confidence: 0.5 })
    return utterance
  }
  return { heard, utterances, finals, say }
}

/** Every order of some numbers. */
function ordersOf(numbers: readonly number[]): number[][] {
  return numbers.length === 0 ? [[]] : numbers.flatMap((first) => ordersOf(numbers.filter((it) => it !== first)).map((others) => [first, ...others]))
}

describe('utterances', () => {
  it.each(ordersOf([0, 1, 2, 3]))('have one final text each, in order, when a vendor finishes them as %i %i %i %i, and however often', async (...order) => {
    const { heard, utterances, say } = open()
    const said = [0, 1, 2, 3].map((at) => {
      const utterance = say(`text ${at}`)
      utterances.end()
      return utterance
    })
    for (const at of [...order, ...order.toReversed()]) {
      utterances.finish(said[at]!)
      utterances.segment(said[at]!, { text: 'too late' })
      utterances.interim(said[at]!, 'too late')
    }
    // What was heard is read before the fault is met.
    heard.end(new PortFault('done', { retryable: true }))
    const texts: Recognised[] = []
    const reading = (async () => {
      for await (const text of heard.texts) texts.push(text)
    })()
    await expect(reading).rejects.toBeInstanceOf(PortFault)
    expect(texts.filter((it) => it.final).map((it) => it.text)).toEqual(['text 0', 'text 1', 'text 2', 'text 3'])
    expect(utterances.waiting).toEqual([])
    utterances.close()
  })

  it('without sound have an empty text at once, but not before those before them', async () => {
    const { heard, utterances, say } = open()
    expect(utterances.end()).toBeUndefined()
    const first = say('first')
    expect(utterances.end()).toBe(first)
    expect(utterances.end()).toBeUndefined()
    utterances.finish(first)
    const texts = heard.texts[Symbol.asyncIterator]()
    const [one, two, three] = [await texts.next(), await texts.next(), await texts.next()]
    expect([one.value, two.value, three.value]).toMatchObject([{ text: '' }, { text: 'first', confidence: 0.5 }, { text: '' }])
    utterances.close()
  })

  it('become final with what is understood when the vendor is late, and are lost with one that is dead', async () => {
    const { utterances, finals } = open({ lateMs: 5, stallMs: 20 })
    const heard = finals()
    utterances.interim(utterances.fed(640), 'so far')
    utterances.end()
    await sleep(10)
    utterances.fed(640)
    utterances.end()
    await expect(heard).rejects.toMatchObject({ retryable: true, message: expect.stringContaining('no sign of life') })
  })

  it('are empty when the vendor lives but has nothing to say, or need not answer', async () => {
    const { heard, utterances } = open({ lateMs: 5, stallMs: 20 }, 1_000)
    const texts = heard.texts[Symbol.asyncIterator]()
    utterances.fed(640)
    utterances.end()
    expect((await texts.next()).value).toMatchObject({ text: '', final: true })
    utterances.fed(6_400)
    utterances.end()
    utterances.alive()
    expect((await texts.next()).value).toMatchObject({ text: '', final: true })
    utterances.close()
  })

  it('show what is understood of the next once the one before is final, and never grow without end', async () => {
    const { heard, utterances, say } = open()
    const first = say('first')
    utterances.end()
    const second = utterances.fed(640)
    utterances.interim(second, 'second')
    utterances.finish(first)
    for (let time = 0; time < 1_000; time++) utterances.interim(second, `second ${time}`)
    utterances.interim(second, 'x'.repeat(100_000))
    const texts = heard.texts[Symbol.asyncIterator]()
    expect([(await texts.next()).value, (await texts.next()).value]).toMatchObject([
      { text: 'first', final: true },
      { text: 'second 999', final: false },
    ])
    utterances.close()
  })
})
