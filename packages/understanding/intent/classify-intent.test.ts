import { readFileSync } from 'node:fs'
import type { LanguageCode } from '@myna/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyIntent, trainedWeights, weightsFile } from '#intent/classify-intent.ts'
import { intents } from '#intent/intents.ts'
import { learnIntents } from '#intent/learn-intents.ts'
import { measureIntents } from '#intent/measure-intents.ts'
import { readBlind } from '#intent/read-blind.ts'
import { foldOf, languages, readUtterances } from '#intent/read-utterances.ts'
import { languageOf } from '#language/language-of.ts'
import { packWeights, roundWeights, unpackWeights } from '#intent/weights.ts'

const utterances = readUtterances()
const judgedOf = (part: 'sample' | 'late') =>
  utterances.filter((it) => it.part === part).map((it) => ({ ...it, guess: classifyIntent(it.text, languageOf(it.text).language).intent }))

describe('intents of utterances that were held back', () => {
  const sample = judgedOf('sample')
  it.each(languages)('are told apart in %s', (language) => {
    expect(measureIntents(sample.filter((it) => it.language === language)).macroF1).toBeGreaterThan(0.86)
  })
  it('know what is beyond a business and refuse little else', () => {
    const { beyondRecall, falseRefusals } = measureIntents(sample)
    expect(beyondRecall).toBeGreaterThanOrEqual(0.85)
    expect(falseRefusals).toBeLessThanOrEqual(0.05)
  })
  it('are told apart even where they are unlike those learnt from', () => {
    expect(measureIntents(judgedOf('late')).macroF1).toBeGreaterThan(0.86)
  })
})

describe('intents of utterances written apart from those learnt from', () => {
  const judged = readBlind(utterances).map((it) => ({ ...it, guess: classifyIntent(it.text, languageOf(it.text).language).intent }))

  it.each(languages)('are told apart in %s', (language) => {
    expect(measureIntents(judged.filter((it) => it.language === language)).macroF1).toBeGreaterThan(0.9)
  })
})

describe('the intent of a short utterance', () => {
  it.each([
    ['yes', 'en', 'affirm'],
    ['haan', 'hinglish', 'affirm'],
    ['जी', 'hi', 'affirm'],
    ['হ্যাঁ', 'bn', 'affirm'],
    ['no no', 'en', 'deny'],
    ['नहीं', 'hi', 'deny'],
    ['না', 'bn', 'deny'],
    ['hello', 'en', 'greet'],
    ['hello what are your timings', 'en', 'ask_question'],
    ['no, Tuesday', 'en', 'correction'],
    ['thanks bye', 'en', 'goodbye'],
    ['one minute', 'en', 'wait'],
    ['ধন্যবাদ', 'bn', 'thanks'],
  ] as const)('%s (%s) is %s', (text, language, intent) => {
    expect(classifyIntent(text, language).intent).toBe(intent)
  })
})

describe('the intent of a hostile text', () => {
  it.each(['', '   ', '😀🎉', '?!?…', '\0\0', '\u202e\u2066'])('is out of scope and unsure for %j', (text) => {
    const { intent, confidence } = classifyIntent(text, 'en')
    expect(intent).toBe('out_of_scope')
    expect(confidence).toBeLessThanOrEqual(0.3)
  })
  it.each(['你好，请问今天天气怎么样', 'Сколько времени?', 'مرحبا كيف حالك'])('is out of scope in a language that is not ours: %s', (text) => {
    expect(classifyIntent(text, 'en').intent).toBe('out_of_scope')
  })
  it('is read from the start of a huge one', () => {
    const start = 'please cancel my appointment with the dentist tomorrow. '.repeat(40)
    expect(classifyIntent(start + 'x'.repeat(100_000), 'en').intent).toBe(classifyIntent(start.slice(0, 2000), 'en').intent)
  })
  it('is always one of ours, with confidences that sum to one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom<LanguageCode>('en', 'hi', 'hinglish', 'bn'), (text, language) => {
        const { intent, ranked } = classifyIntent(text, language)
        expect(intents).toContain(intent)
        expect(ranked.reduce((sum, it) => sum + it.confidence, 0)).toBeCloseTo(1, 6)
      }),
      { numRuns: 200 },
    )
  })
})

describe('training', () => {
  it('gives the same bytes for the same utterances', () => {
    const few = utterances.filter((it) => it.part === 'learnt' && foldOf(it.group, 40) === 0)
    const learn = () => {
      const { fitted, vocabulary } = learnIntents(few, { copies: 1, fromEachPattern: 1, passes: 1, seed: 9 })
      return packWeights(roundWeights(fitted, vocabulary, { temperature: 1, beyondRatio: 1, floor: 0 }))
    }
    expect(learn().equals(learn())).toBe(true)
  })
  it('leaves weights that read back as they were written, in at most 2.1 MB', () => {
    const bytes = readFileSync(weightsFile)
    expect(bytes.length).toBeLessThanOrEqual(2_100_000)
    expect(packWeights(trainedWeights()).equals(bytes)).toBe(true)
    expect(() => unpackWeights(bytes.subarray(0, -1))).toThrow(/train\.ts/)
  })
})
