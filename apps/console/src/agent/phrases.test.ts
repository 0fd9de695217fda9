import { expect, test } from 'vitest'
import { mostPhrases, phrasesIn } from './phrases.ts'

test('takes one thing a line, without blanks', () => {
  expect(phrasesIn(' open?\n\n  hours ')).toEqual({ lines: ['open?', 'hours'], fits: true })
})

test('says of lines that are too long or too many, and cuts none', () => {
  const long = 'x'.repeat(201)
  expect(phrasesIn(long)).toEqual({ lines: [long], fits: false })
  expect(phrasesIn('a\n'.repeat(51)).fits).toBe(false)
  expect(phrasesIn('a\n'.repeat(50)).fits).toBe(true)
})

test('all that fits can be typed', () => {
  expect(Array.from({ length: 50 }, () => 'x'.repeat(200)).join('\n').length).toBeLessThanOrEqual(mostPhrases)
})
