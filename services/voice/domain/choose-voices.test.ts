import type { SpeechVoice } from '@myna/ports/speech'
import { describe, expect, it } from 'vitest'
import { chooseVoices } from './choose-voices.ts'

const voice = (engine: string, id: string, language: SpeechVoice['language'], gender: SpeechVoice['gender']) => ({
  id: `${engine}:${id}`,
  engine: { name: engine },
  voice: { id, name: id, language, gender },
})
const offered = [
  voice('cloud', 'nova', 'en', 'female'),
  voice('cloud', 'asha', 'hi', 'female'),
  voice('local', 'en', 'en', 'male'),
  voice('local', 'en-f', 'en', 'female'),
  voice('local', 'hi', 'hi', 'male'),
  voice('local', 'hi-f', 'hi', 'female'),
]

describe('choosing voices', () => {
  it.each([
    ['the first of each engine without a wish', 'en', undefined, ['cloud:nova', 'local:en']],
    ['the wished voice alone', 'hi', 'local:hi-f', ['local:hi-f']],
    ['a voice of the same engine and gender when the wished one speaks another language', 'hi', 'local:en-f', ['local:hi-f', 'cloud:asha']],
    ['none when nobody speaks the language', 'bn', undefined, []],
    ['none when nobody speaks the language, whatever the wish', 'bn', 'local:en', []],
    ['nothing at all when the wish names no voice', 'en', 'local:nobody', undefined],
  ] as const)('%s', (_name, language, wish, ids) => expect(chooseVoices(offered, language, wish)?.map((it) => it.id)).toEqual(ids))
})
