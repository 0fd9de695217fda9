/** Words of English, Hindi, Hinglish and Bengali: how they are cut, compared, and carried from one language to another. */
export { detectLanguage, type LanguageCode } from '#detect-language.ts'
export { bengaliFunctionWords, englishFunctionWords, hindiFunctionWords, hinglishFunctionWords, wordsSharedWithEnglish } from '#function-words.ts'
export { type Concept, conceptOf, lexiconSize, readConcepts, type Reading } from '#lexicon/lexicon.ts'
export { shortFormOf } from '#letter-names.ts'
export { matchForm, tidyText } from '#normal-form.ts'
export { latinOf, letterLikeness, soundLikeness, soundSkeletons, spokenKey } from '#sound.ts'
export { stem } from '#stem.ts'
export { scriptOf, type Token, tokensOf } from '#tokens.ts'
