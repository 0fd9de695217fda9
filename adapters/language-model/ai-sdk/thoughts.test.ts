import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createThoughtFilter } from '#thoughts.ts'

const heard = (pieces: readonly string[]) => {
  const filter = createThoughtFilter()
  return pieces.map((piece) => filter.add(piece)).join('') + filter.rest()
}

it.each([
  [['<think>The price [1] is', ' 5.</think>', 'It is 5 [1].'], 'It is 5 [1].'],
  [['\n<thi', 'nk>Hm.</th', 'ink>Yes.'], 'Yes.'],
  [['<th'], '<th'],
  [['<thought> and more'], '<thought> and more'],
  [['<think>never ends'], ''],
  [['Use <think> in', ' prose</think>.'], 'Use <think> in prose</think>.'],
  [[], ''],
])('hears of %j only %j', (pieces, expected) => {
  expect(heard(pieces)).toBe(expected)
})

it('hears the same however the words are cut into pieces', () => {
  const text = fc.array(fc.constantFrom('<think>', '</think>', '<', 'th', 'ink>', ' ', 'नमस्ते', '👩‍👩‍👧', 'a'), { maxLength: 12 }).map((it) => it.join(''))
  fc.assert(
    fc.property(text, fc.array(fc.nat(60), { maxLength: 8 }), (whole, cuts) => {
      const places = [0, ...cuts.map((it) => Math.min(it, whole.length)).sort((a, b) => a - b), whole.length]
      const pieces = places.slice(1).map((to, at) => whole.slice(places[at], to))
      expect(heard(pieces)).toBe(heard([whole]))
    }),
  )
})
