import { hindiWords, leaningEnglish, leaningHindi } from './hinglish-words.ts'

/**
 * Hinglish spelled for a Hindi voice: the Hindi words it knows in Devanagari, all others left in Latin letters, which the voice says in
 * English. Words of both languages, such as `main`, `to` and `do`, are told apart by the words beside them.
 */
export function hinglishSpelling(text: string): string {
  return text
    .split(/(?<=[.?!।\n])/)
    .map(sentence)
    .join('')
}

function sentence(text: string): string {
  // Words and what lies between them, in turn.
  const pieces = text.split(/([A-Za-z]+(?:'[a-z]+)?)/)
  const words = pieces.filter((_, at) => at % 2 === 1).map((it) => it.toLowerCase())
  const sure = words.map((word) => hindiWords.has(word))
  const someHindi = sure.some(Boolean) || /\p{Script=Devanagari}/u.test(text)
  const hindiAt = (at: number) => sure[at] === true || (someHindi && leaningHindi.has(words[at] ?? ''))
  const said = words.map((word, at) => {
    if (sure[at]) return hindiWords.get(word)
    if (hindiAt(at)) return leaningHindi.get(word)
    const before = at === 0 || hindiAt(at - 1)
    const after = at === words.length - 1 || hindiAt(at + 1)
    return before && after && words.length > 1 ? leaningEnglish.get(word) : undefined
  })
  return pieces.map((piece, at) => (at % 2 === 1 ? (said[(at - 1) / 2] ?? piece) : piece)).join('')
}

const counted = 'baje|din|dinon|log|logon|mahine|mahina|saal|ghante|ghanta|hafte|hafta|baar|raat|hazaar|hazar|hajar|lakh|laakh|crore|karod|rupaye|rupay|rupaiya'
const count = new RegExp(String.raw`(?<![\p{L}\d.,₹$/:-])(\d{1,2}(?::\d{2})?(?:\s*[-–]\s*\d{1,2}(?::\d{2})?)?)\s*(${counted})\b`, 'giu')
const countedWords: ReadonlyMap<string, string> = new Map([
  ['log', 'लोग'],
  ['lakh', 'लाख'],
  ['crore', 'करोड़'],
  ['dinon', 'दिनों'],
  ['din', 'दिन'],
])

/** Small numbers before a Hindi word are said in Hindi: `9 baje` as नौ बजे. `inHindi` says a Hindi text. */
export function hindiCounts(text: string, inHindi: (text: string) => string): string {
  return text.replace(count, (_, number: string, word: string) => {
    const key = word.toLowerCase()
    return inHindi(`${number} ${countedWords.get(key) ?? hindiWords.get(key) ?? word}`)
  })
}
