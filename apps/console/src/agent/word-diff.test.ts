import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

test('shows the words that went and came', () => {
  expect(wordDiff('Open from nine to six', 'Open from ten to six')).toEqual([
    { kind: 'same', text: 'Open from ' },
    { kind: 'gone', text: 'nine ' },
    { kind: 'new', text: 'ten ' },
    { kind: 'same', text: 'to six' },
  ])
})
test('without the new words it is the old text, without the gone ones the new text', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'ঠিক', '\n'), { maxLength: 30 }).map((it) => it.join(' '))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const parts = wordDiff(before, after)
      const without = (kind: string) =>
        parts
          .filter((it) => it.kind !== kind)
          .map((it) => it.text)
          .join('')
      expect(without('new')).toBe(before)
      expect(without('gone')).toBe(after)
    }),
  )
})
