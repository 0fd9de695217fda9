import { expect, test } from 'vitest'
import type { Voice } from '#api/shapes.ts'
import { chosenVoice, fittingVoices } from './manner.ts'

const voice = (id: string, change: Partial<Voice> = {}): Voice => ({ id, name: id, engine: 'espeak', language: 'en', gender: 'female', ...change })
const voices = [voice('a'), voice('b', { gender: 'male' }), voice('c', { language: 'hi' }), voice('d', { engine: 'google' })]

test('keeps voices of the language, engine and kind', () => {
  expect(fittingVoices(voices, { language: 'en' }).map((it) => it.id)).toEqual(['a', 'b', 'd'])
  expect(fittingVoices(voices, { language: 'en', gender: 'female', engine: 'google' }).map((it) => it.id)).toEqual(['d'])
  expect(fittingVoices(voices, { language: 'bn' })).toEqual([])
})
test('takes the wished voice, or one that differs from the other', () => {
  expect(chosenVoice(voices, 'b')?.id).toBe('b')
  expect(chosenVoice(voices, 'gone')?.id).toBe('a')
  expect(chosenVoice(voices, '', 'a')?.id).toBe('b')
  expect(chosenVoice([voice('a')], '', 'a')?.id).toBe('a')
  expect(chosenVoice([], '')).toBeUndefined()
})
