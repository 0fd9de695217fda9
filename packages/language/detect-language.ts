import { englishFunctionWords, hinglishFunctionWords, latinBengaliMarkers, wordsSharedWithEnglish as shared } from '#function-words.ts'
import { scriptOf, tokensOf } from '#tokens.ts'
import { hinglishTopicWords } from '#lexicon/lexicon.ts'

export type LanguageCode = 'en' | 'hi' | 'hinglish' | 'bn'

/** How English questions begin; Hindi begins none so. */
const englishStart =
  /^\W*(?:do|does|did|is|are|was|were|can|could|will|would|should|may|have|has|what|when|where|which|who|whom|whose|why|how) (?:you|your|i|we|they|the|this|that|there|it|my|a|an|is|are|do|does|did|can|many|much|long|far|old|big|often|soon)\b/i

/**
 * The language of an utterance, how sure that is (0 to 1), and whether two are mixed. Goes by script, and in Latin letters by
 * the small words of Hindi and Bengali that English has not. `other` tells a script none of the languages uses.
 */
export function detectLanguage(text: string): { language: LanguageCode; confidence: number; mixed: boolean; other: boolean } {
  const tokens = tokensOf(text.slice(0, 4000))
  let devanagari = 0
  let bengali = 0
  let latin = 0
  let other = 0
  let hindiMarks = 0
  let bengaliMarks = 0
  let englishMarks = 0
  for (const { word } of tokens) {
    const script = scriptOf(word)
    if (script === 'devanagari') devanagari++
    else if (script === 'bengali') bengali++
    else if (script === 'other') other++
    else if (script === 'latin') {
      latin++
      if (latinBengaliMarkers.has(word)) bengaliMarks++
      if (hinglishFunctionWords.has(word)) hindiMarks += shared.has(word) ? 0.3 : 1
      else if (hinglishTopicWords().has(word)) hindiMarks += 0.7
      else if (englishFunctionWords.has(word) && !shared.has(word)) englishMarks++
    }
  }
  const known = devanagari + bengali + latin
  if (known === 0) return { language: 'en', confidence: other > 0 ? 0 : 0.2, mixed: false, other: other > 0 }
  const foreign = other > known
  if (bengali > 0 && bengali >= devanagari)
    return { language: 'bn', confidence: 0.7 + 0.3 * (bengali / known), mixed: latin > 0 || devanagari > 0, other: foreign }
  if (devanagari > 0) return { language: 'hi', confidence: 0.7 + 0.3 * (devanagari / known), mixed: latin > 0 || bengali > 0, other: foreign }
  if (bengaliMarks >= 2 && bengaliMarks > hindiMarks * 0.8) return { language: 'bn', confidence: 0.6, mixed: true, other: foreign }
  if (bengaliMarks >= 1 && englishMarks === 0 && bengaliMarks > hindiMarks) return { language: 'bn', confidence: 0.55, mixed: true, other: foreign }
  // `Number do`: English ends no request with the word.
  if (englishMarks === 0 && latin >= 2 && tokens.at(-1)?.word === 'do') hindiMarks += 1
  if (hindiMarks < 1.5 && englishMarks >= 1 && englishStart.test(text)) return { language: 'en', confidence: 0.8, mixed: false, other: foreign }
  const share = hindiMarks / latin
  if (hindiMarks >= 1 ? share >= 0.2 || hindiMarks >= 3 || englishMarks === 0 : hindiMarks >= 0.7 && share >= 0.3 && englishMarks === 0)
    return { language: 'hinglish', confidence: Math.min(1, 0.6 + share), mixed: share < 0.8, other: foreign }
  return { language: 'en', confidence: Math.min(1, 0.95 - share), mixed: hindiMarks > 0.9, other: foreign }
}
