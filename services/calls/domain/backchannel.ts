/** What says "I am listening" in the four languages; over a speaking agent it is no interruption. */
const phrases = [
  'hmm',
  'hm',
  'mm',
  'mhm',
  'mmhmm',
  'uh',
  'huh',
  'uhhuh',
  'ah',
  'oh',
  'ok',
  'okay',
  'yeah',
  'yes',
  'yep',
  'right',
  'sure',
  'i see',
  'got it',
  'haan',
  'han',
  'ji',
  'achha',
  'acha',
  'accha',
  'theek',
  'theek hai',
  'thik',
  'thik hai',
  'sahi',
  'हाँ',
  'हां',
  'जी',
  'अच्छा',
  'ठीक',
  'ठीक है',
  'हम्म',
  'सही',
  'হ্যাঁ',
  'জি',
  'জ্বি',
  'আচ্ছা',
  'ঠিক',
  'ঠিক আছে',
  'হুম',
  'ওহ',
]
const onlyPhrases = new RegExp(`^(?:(?:${phrases.toSorted((a, b) => b.length - a.length).join('|')})(?: |$))*$`, 'u')

/** Nothing longer only says that somebody listens. */
const mostLetters = 60

/** Whether an utterance only says that its speaker listens; when the agent has just asked a question it is an answer instead. */
export function isBackchannel(text: string, agentAsked: boolean): boolean {
  const words = plain(text)
  return !agentAsked && words.length <= mostLetters && onlyPhrases.test(words)
}

/** The same of words still being spoken, of which the last may be the beginning of a phrase: "o" may become "ok". */
export function mayBecomeBackchannel(text: string, agentAsked: boolean): boolean {
  const words = plain(text)
  if (agentAsked || words.length > mostLetters) return false
  if (onlyPhrases.test(words)) return true
  const endsWithin = (phrase: string) => {
    for (let letters = 1; letters < phrase.length; letters++) {
      const before = words.slice(0, -letters)
      if (words.endsWith(phrase.slice(0, letters)) && (before === '' || (before.endsWith(' ') && onlyPhrases.test(before)))) return true
    }
    return false
  }
  return phrases.some(endsWithin)
}

function plain(text: string): string {
  return text
    .slice(0, mostLetters * 4)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
