import { expect, it } from 'vitest'
import { bengaliSpelling } from './bengali-spelling.ts'

it.each([
  ['য় before a vowel sign in one character', 'হ\u09AF\u09BCেছে', 'হ\u09DFেছে'],
  ['য় at the end of a word in two characters', 'সম\u09DF', 'সম\u09AF\u09BC'],
  ['a word that ends in াত without a vowel', 'রাত সাত।', 'রাৎ সাৎ।'],
  ['and leaves ত within a word', 'হাতের সাতটা', 'হাতের সাতটা'],
])('spells %s', (_name, text, spelled) => expect(bengaliSpelling(text)).toBe(spelled))
