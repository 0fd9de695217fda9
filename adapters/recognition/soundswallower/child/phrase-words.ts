const ones = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** The words of a phrase as the dictionary spells them: small letters, numbers below 100 in words and longer ones digit by digit, `a.m.` and `p.m.`. */
export function phraseWords(phrase: string): string[] {
  const words: string[] = []
  const pieces =
    phrase
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/\d+|[ap]\.m\.|[a-z]+(?:'[a-z]+)*'?/g) ?? []
  for (const [at, piece] of pieces.entries()) {
    if (/^\d/.test(piece)) words.push(...numberWords(piece))
    else if (piece === 'pm' || (piece === 'am' && /^\d/.test(pieces[at - 1] ?? ''))) words.push(`${piece[0]}.m.`)
    else words.push(piece)
  }
  return words
}

/** Text as people write it from the words of the recogniser, without its marks of silence and of pronunciations such as `read(2)`. */
export function writtenText(heard: string): string {
  return heard
    .replace(/\(\d+\)/g, '')
    .replace(/<[^>]*>|\[[^\]]*\]|\+\+[^+]*\+\+|\(NULL\)/g, ' ')
    .replace(/\b([ap])\.m\./g, '$1m')
    .replace(/\s+/g, ' ')
    .trim()
}

function numberWords(digits: string): string[] {
  const value = Number(digits)
  if (digits.length > 2 || digits.startsWith('0')) return digits.split('').map((it) => ones[Number(it)]!)
  if (value < 20) return [ones[value]!]
  return [tens[Math.floor(value / 10) - 2]!, ...(value % 10 === 0 ? [] : [ones[value % 10]!])]
}
