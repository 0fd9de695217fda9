import type { SpeechVoice } from '@myna/ports/speech'

/** A voice of this package and the espeak-ng voice and variant behind it. */
export type EspeakVoice = SpeechVoice & { espeak: string }

/** Every voice offered; the first of a language is its default. espeak-ng has no Indian English, and no Hinglish: that one is made of Hindi. */
export const voices: readonly EspeakVoice[] = [
  { id: 'en-us', name: 'English (United States), male', language: 'en', gender: 'male', espeak: 'en-us' },
  { id: 'en-us-female', name: 'English (United States), female', language: 'en', gender: 'female', espeak: 'en-us+f3' },
  { id: 'en-gb', name: 'English (Great Britain), male', language: 'en', gender: 'male', espeak: 'gmw/en' },
  { id: 'en-gb-female', name: 'English (Great Britain), female', language: 'en', gender: 'female', espeak: 'gmw/en+f3' },
  { id: 'hi', name: 'Hindi, male', language: 'hi', gender: 'male', espeak: 'hi' },
  { id: 'hi-female', name: 'Hindi, female', language: 'hi', gender: 'female', espeak: 'hi+f3' },
  { id: 'hinglish', name: 'Hinglish, male (Hindi voice that knows common Hindi words in Latin letters)', language: 'hinglish', gender: 'male', espeak: 'hi' },
  {
    id: 'hinglish-female',
    name: 'Hinglish, female (Hindi voice that knows common Hindi words in Latin letters)',
    language: 'hinglish',
    gender: 'female',
    espeak: 'hi+f3',
  },
  { id: 'bn', name: 'Bengali, male', language: 'bn', gender: 'male', espeak: 'bn' },
  { id: 'bn-female', name: 'Bengali, female', language: 'bn', gender: 'female', espeak: 'bn+f3' },
]
