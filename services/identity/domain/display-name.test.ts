import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayName } from './display-name.ts'

test('names of people stay as they are', () => {
  for (const it of ['Asha', 'ऋचा शर्मा', 'রহিম', "Siobhán O'Neill", 'Jean-Luc', '李', 'محمد', 'ক্‍ষ']) expect(displayName(it)).toBe(it)
})

test('what turns, hides or links is taken out', () => {
  expect(displayName('Asha\u202Egnp.exe')).toBe('Ashagnp.exe')
  expect(displayName('A\r\nBcc: all@example.com')).toBe('A Bcc: all@example.com')
  expect(displayName('Win at https://evil.example now')).toBe('Win at https evil.example now')
  expect(displayName('e\u0301')).toBe('é')
  for (const it of ['', '   ', '\u200b\u200b', '\u2066\u2069', '!!!']) expect(displayName(it)).toBeUndefined()
})

test('whatever is given, a name is short, of one line and readable', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
      const name = displayName(text)
      if (name === undefined) return
      expect(Array.from(name).length).toBeLessThanOrEqual(80)
      expect(name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
})
