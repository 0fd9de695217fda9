import { type LanguageCode, tokensOf } from '@myna/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDigits, writtenAmount } from '#number/digits.ts'
import { numberCases, ordinalCases } from '#number/number-cases.ts'
import { indianNumerals } from '#number/indian-numerals.ts'
import { readNumber, readOrdinal } from '#number/number-words.ts'

const wordsOf = (text: string) => tokensOf(text).map((it) => it.word)
const languages: LanguageCode[] = ['en', 'hi', 'hinglish', 'bn']

describe('number words', () => {
  it.each(numberCases)('%s: %s is %s', (language, text, value) => {
    const words = wordsOf(text)
    expect(readNumber(words, 0, language)).toEqual(value === null ? null : { value, length: words.length })
  })

  it.each(ordinalCases)('%s: %s comes as %s', (language, text, value) => {
    expect(readOrdinal(wordsOf(text), 0, language)?.value ?? null).toBe(value)
  })

  it('reads every name of nought to ninety-nine as what it stands for', () => {
    const wrong: string[] = []
    indianNumerals
      .trim()
      .split('\n')
      .forEach((line, value) => {
        const [hindi = '', hinglish = '', bengali = '', romanBengali = ''] = line.split('|')
        const check = (cell: string, language: LanguageCode) => {
          for (const word of cell.trim().split(/\s+/)) {
            const read = readNumber(wordsOf(`${word} ${language === 'hinglish' ? 'baje' : 'টাকা'}`), 0, language)
            if (word !== 'छ:' && read?.value !== value) wrong.push(`${word} ${value} ${read?.value}`)
          }
        }
        check(hindi, 'hi')
        check(hinglish, 'hinglish')
        check(bengali, 'bn')
        check(romanBengali, 'bn')
      })
    expect(wrong).toEqual([])
  })

  it('takes an imperative for no number', () => {
    for (const text of ['bata do', 'kar do', 'cancel kar do please', 'mujhe de do', 'meeting book kar do kal'])
      expect(readNumber(wordsOf(text), wordsOf(text).indexOf('do'), 'hinglish')).toBeNull()
    expect(readNumber(wordsOf('kal do baje'), 1, 'hinglish')?.value).toBe(2)
    expect(readNumber(wordsOf('नंबर बता दो'), 2, 'hi')).toBeNull()
    expect(readNumber(wordsOf('कल दो बजे'), 1, 'hi')?.value).toBe(2)
  })

  it('stays inside the words it is given and never throws', () => {
    const word = fc.oneof(
      fc.constantFrom('two', 'lakh', 'point', 'half', 'a', 'and', 'saadhe', 'सवा', 'সাড়ে', 'double', '5', '1,50,000', 'hundred', 'do', 'oh'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.nat(32), fc.constantFrom(...languages), (words, at, language) => {
        for (const read of [readNumber(words, at, language), readOrdinal(words, at, language)]) {
          if (read === null) continue
          expect(read.length).toBeGreaterThan(0)
          expect(at + read.length).toBeLessThanOrEqual(words.length)
          expect(Number.isFinite(read.value) && read.value >= 0).toBe(true)
        }
      }),
    )
  })

  it('keeps every offset when it turns digits of other scripts into ours', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => plainDigits(text).length === text.length))
    expect(plainDigits('१२३ ৪৫৬ ٧٨٩')).toBe('123 456 789')
    expect(writtenAmount('1,50,000')).toBe(150_000)
    expect(writtenAmount('1,5')).toBeNull()
  })
})
