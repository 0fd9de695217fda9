import type { ConfigurationField } from '@myna/contracts/apps-shapes'
import { expect, it } from 'vitest'
import { configurationProblems } from './configuration-problems.ts'

const field = (it: Partial<ConfigurationField>): ConfigurationField => ({
  name: 'it',
  title: 'It',
  help: '',
  kind: 'text',
  choices: [],
  required: false,
  ...it,
})

it.each([
  [field({ kind: 'text' }), 'words', true],
  [field({ kind: 'text' }), 5, false],
  [field({ kind: 'number' }), 5, true],
  [field({ kind: 'number' }), '5', false],
  [field({ kind: 'boolean' }), false, true],
  [field({ kind: 'boolean' }), 'no', false],
  [field({ kind: 'choice', choices: ['a', 'b'] }), 'b', true],
  [field({ kind: 'choice', choices: ['a', 'b'] }), 'c', false],
  [field({ kind: 'choice' }), '', false],
  [field({ kind: 'secret' }), 'word', true],
  [field({ required: true }), '', false],
  [field({ required: true, kind: 'boolean' }), false, true],
  [field({}), 'x'.repeat(9_000), false],
])('%o with %o fits: %s', (it, value, fits) => {
  expect(configurationProblems([it], { it: value }, []).length === 0).toBe(fits)
})

it('keeps a secret that is set, and refuses unknown and doubled fields', () => {
  const secret = field({ kind: 'secret', required: true })
  expect(configurationProblems([secret], {}, [])).toHaveLength(1)
  expect(configurationProblems([secret], {}, ['it'])).toEqual([])
  expect(configurationProblems([], { other: 1 }, [])).toEqual([{ field: 'values.other', problem: 'There is no such field.' }])
  expect(configurationProblems([field({}), field({})], {}, [])).toHaveLength(1)
  expect(configurationProblems([field({ name: 'constructor' })], {}, [])).toEqual([])
})
