import { expect, it } from 'vitest'
import { writtenLanguage } from '#domain/written-language.ts'

it.each([
  ['We open at nine', 'en'],
  ['हम नौ बजे खुलते हैं', 'hi'],
  ['আমরা নয়টায় খুলি', 'bn'],
  ['कीमत ₹500 (GST सहित)', 'hi'],
  ['Our motto: सत्यमेव', 'en'],
  ['123', 'en'],
])('tells the language of "%s"', (text, language) => {
  expect(writtenLanguage(text)).toBe(language)
})
