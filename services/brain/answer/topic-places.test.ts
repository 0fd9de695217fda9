import { describe, expect, it } from 'vitest'
import { type Evidence, wordSetOf } from '#answer/evidence.ts'
import { readQuestion } from '#answer/question.ts'
import { orderByTopic } from '#answer/topic-places.ts'

const entryOf = (text: string) => ({ piece: { text, own: wordSetOf(text), title: wordSetOf('') } as Evidence, score: 0.4 })
const firstFor = (question: string, texts: readonly string[]) => orderByTopic(readQuestion(question, 'Test House'), texts.map(entryOf))[0]?.piece.text

const told = [
  'A generator takes over when the mains fail.',
  'Basement bays for visitors, the first two hours cost nothing.',
  'Anyone who does not turn up is charged in full.',
]

describe('evidence in the order of its topics', () => {
  it.each([
    ['Is there anywhere to leave my car?', 1],
    ['गाड़ी कहाँ खड़ी कर सकते हैं?', 1],
    ['gaadi kahan khadi karein', 1],
    ['গাড়ি কোথায় রাখব?', 1],
    ['Do you have backup when there is a power cut?', 0],
  ] as const)('%s puts the line about it first, though all score alike', (question, line) => {
    expect(firstFor(question, told)).toBe(told[line])
    expect(firstFor(question, told.toReversed())).toBe(told[line])
  })

  it('does not outweigh evidence that speaks of much more of the question', () => {
    const [near, far] = [entryOf(told[1] ?? ''), { ...entryOf(told[0] ?? ''), score: 0.8 }]
    expect(orderByTopic(readQuestion('Is there anywhere to leave my car?', 'Test House'), [near, far])[0]).toBe(far)
  })
})
