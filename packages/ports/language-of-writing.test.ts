import { expect, it } from 'vitest'
import { languageOfWriting } from './language-of-writing.ts'

it.each([
  ['Where is your office?', ['hi', 'en'], 'en'],
  ['आपका office कहाँ है?', ['en', 'hi'], 'hi'],
  ['আপনার অফিস কোথায়?', ['en', 'bn'], 'bn'],
  ['aapka office kahan hai', ['hi', 'hinglish', 'en'], 'hinglish'],
  ['12:30', ['bn', 'en'], 'bn'],
  ['Γειά', ['en'], 'en'],
  ['आपका', ['en', 'bn'], 'en'],
] as const)('takes %j, where %j may be spoken, for %s', (text, languages, language) => {
  expect(languageOfWriting(text, languages)).toBe(language)
})
