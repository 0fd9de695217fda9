import { expect, test } from 'vitest'
import { changedPreferences, mostPreferenceBytes } from './changed-preferences.ts'

test('preferences are replaced by name, removed by null, and end at 8 kB', () => {
  expect(changedPreferences({ theme: 'dark', a: 1 }, { theme: 'light', a: null, b: [2] })).toBe('{"theme":"light","b":[2]}')
  const room = mostPreferenceBytes - '{"a":""}'.length
  expect(changedPreferences({}, { a: 'x'.repeat(room) })).toHaveLength(mostPreferenceBytes)
  expect(changedPreferences({}, { a: 'x'.repeat(room + 1) })).toBeUndefined()
  expect(changedPreferences({}, { a: 'é'.repeat(room / 2 + 1) })).toBeUndefined()
  expect(Object.getPrototypeOf(JSON.parse(changedPreferences({}, JSON.parse('{"__proto__":{"x":1}}') as Record<string, unknown>)!))).toBe(Object.prototype)
})
