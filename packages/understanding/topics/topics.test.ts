import { tokensOf } from '@myna/language'
import { describe, expect, it } from 'vitest'
import { learnTopics } from '#topics/learn-topics.ts'
import { readTopics } from '#topics/read-topics.ts'
import { packTopics, unpackTopics } from '#topics/topics-file.ts'
import { topicNamed, topicNearness, topicPlaceOf } from '#topics/topics-of.ts'

const wordsOf = (text: string) => tokensOf(text).map((it) => it.word)
const placeOf = (text: string) => topicPlaceOf(wordsOf(text))

/** Lines of a page, and of every language a question about one of them in other words. */
const told = [
  'Basement bays for visitors, the first two hours cost nothing.',
  'Puppies and kittens stay at home, only guide dogs come in.',
  'A generator takes over when the mains fail.',
  'Network and password are on the card in your room.',
  'Founded by two sisters who still run it.',
  'Anyone who does not turn up is charged in full.',
]
const asked: [question: string, line: number][] = [
  ['Is there anywhere to leave my car?', 0],
  ['गाड़ी कहाँ खड़ी कर सकते हैं?', 0],
  ['gaadi kahan khadi karein', 0],
  ['গাড়ি কোথায় রাখব?', 0],
  ['Are pets allowed?', 1],
  ['क्या पालतू जानवर ला सकते हैं?', 1],
  ['kya paltu janwar la sakte hain', 1],
  ['পোষা প্রাণী আনা যাবে?', 1],
  ['Is there backup during a power cut?', 2],
  ['Do you have Wi-Fi?', 3],
  ['Who owns this place?', 4],
  ['इसका मालिक कौन है?', 4],
]

describe('topics of texts', () => {
  it.each(asked)('%s is nearest to the line about it, which shares no word with it', (question, line) => {
    const near = told.map((it) => topicNearness(placeOf(question), placeOf(it)))
    expect(near.indexOf(Math.max(...near)), near.map((it) => it.toFixed(2)).join(' ')).toBe(line)
  })

  it('names what is asked about and how sure it is', () => {
    const parking = placeOf('Is there parking for my car?')
    expect(topicNamed(parking.topic)).toBe('car-parking')
    expect(parking.chance).toBeGreaterThan(0.5)
    expect(placeOf('zxqv wrtk').chance).toBeLessThan(0.05)
  })

  it('has lines of callers and of pages in every topic', () => {
    const lines = readTopics()
    const views = Map.groupBy(lines, (it) => it.topic)
    for (const [topic, these] of views) expect(new Set(these.map((it) => it.view)).size, topic).toBe(2)
    expect(views.size).toBeGreaterThan(400)
  })

  it('learns the same from the same lines, and reads what was written', () => {
    const lines = readTopics().filter((it) => ['car-parking', 'pets-allowed', 'wifi'].includes(it.topic))
    const model = learnTopics(lines)
    expect(learnTopics(lines)).toEqual(model)
    const bytes = packTopics(model)
    expect(unpackTopics(bytes)).toEqual(model)
    expect(() => unpackTopics(bytes.subarray(0, -1))).toThrow('another time')
  })
})
