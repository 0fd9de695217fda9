import { expect, test } from 'vitest'
import { readTold } from './told-trouble.ts'

test.each([
  ['small-1 answered: ready', { told: 'answered', names: { model: 'small-1', words: 'ready' } }],
  ['small-1 answered: ', { told: 'answered', names: { model: 'small-1', words: '' } }],
  ['The language model has a failure of its own (status 503).', { told: 'failure', names: { status: '503' } }],
  ['The language model refused the key. Check the key of this provider.', { told: 'refused_key', names: {} }],
])('knows %j', (sentence, known) => {
  expect(readTold(sentence)).toEqual(known)
})
test('leaves an unknown sentence as it came', () => {
  expect(readTold('Something new.')).toBeUndefined()
})
