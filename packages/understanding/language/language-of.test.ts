import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUtterances } from '#intent/read-utterances.ts'
import { languageOf, languageWeightsFile, trainedLanguageWeights } from '#language/language-of.ts'
import { packLanguageWeights, unpackLanguageWeights } from '#language/language-weights.ts'

describe('the language of an utterance', () => {
  it.each([
    ['what time do you open', 'en'],
    ['please book a demo', 'en'],
    ['kitne baje khulte ho', 'hinglish'],
    ['call karo', 'hinglish'],
    ['theek hai', 'hinglish'],
    ['kobe khola thake', 'bn'],
    ['ami cancel korte chai', 'bn'],
    ['কাল মিটিং রাখুন', 'bn'],
    ['मीटिंग रख दो', 'hi'],
  ])('%s is %s', (text, language) => {
    expect(languageOf(text).language).toBe(language)
  })
  it.each(['ok', 'hello', '98300', 'Rahul', 'cancel', 'booking cancel'])('%s could be said in any, so it is English and unsure', (text) => {
    const { language, confidence } = languageOf(text)
    expect(language).toBe('en')
    expect(confidence).toBeLessThan(0.8)
  })
  it('is found in nearly all that were held back', () => {
    const held = readUtterances().filter((it) => it.part !== 'learnt')
    const right = held.filter((it) => languageOf(it.text).language === it.language)
    expect(right.length / held.length).toBeGreaterThan(0.93)
  })
  it('is one of ours with a confidence from 0 to 1, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { language, confidence } = languageOf(text)
        expect(['en', 'hi', 'hinglish', 'bn']).toContain(language)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }),
      { numRuns: 100 },
    )
  })
  it.each(['', '\0', '😀'.repeat(50_000), 'آپ کیسے ہیں', 'kal '.repeat(30_000)])('never throws: %#', (text) => {
    expect(() => languageOf(text)).not.toThrow()
  })
  it('goes by weights that read back as they were written and refuses others', () => {
    const bytes = packLanguageWeights(trainedLanguageWeights())
    expect(packLanguageWeights(unpackLanguageWeights(bytes)).equals(bytes)).toBe(true)
    expect(() => unpackLanguageWeights(bytes.subarray(1))).toThrow(/train\.ts/)
    expect(languageWeightsFile.pathname).toMatch(/language-weights\.bin$/)
  })
})
