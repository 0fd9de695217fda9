import { expect, test } from 'vitest'
import { copyName } from './copy-name.ts'

test('counts on from the name it copies', () => {
  expect(copyName('Reception', new Set(['Reception']))).toBe('Reception 2')
  expect(copyName('Reception 2', new Set(['Reception', 'Reception 2', 'Reception 3']))).toBe('Reception 4')
})
test('stays within 80 characters', () => {
  const name = copyName('a'.repeat(80), new Set())
  expect(name).toHaveLength(80)
  expect(name.endsWith(' 2')).toBe(true)
})
