import { commandRules } from './commands.ts'
import { phraseWords } from './phrase-words.ts'

const mostPhrases = 500
const mostWords = 12
const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/**
 * The grammar for what is expected, in the Java Speech Grammar Format, and the words that had to be left out because `knows` does not know
 * them. Without expectations it is the built-in commands and the likely phrases. All ten digits among the expectations mean that up to
 * sixteen of them may follow each other. At most 500 phrases of 12 words are used.
 */
export function grammarOf(it: { expected: readonly string[]; likely: readonly string[]; knows: (word: string) => boolean }): {
  jsgf: string
  unknown: string[]
} {
  const unknown = new Set<string>()
  const known = (phrases: readonly string[]) => {
    const sayable = phrases.slice(0, mostPhrases).map((phrase) => {
      const words = phraseWords(phrase.slice(0, 500)).slice(0, mostWords)
      for (const word of words) if (!it.knows(word)) unknown.add(word)
      return words.filter((word) => !unknown.has(word)).join(' ')
    })
    return [...new Set(sayable)].filter((phrase) => phrase !== '')
  }
  const phrases = known(it.expected)
  const rules = phrases.length > 0 ? expectedRules(phrases) : commandRules.replace('<more>', alternatives(known(it.likely)))
  return { jsgf: `#JSGF V1.0;\ngrammar heard;\n${rules}`, unknown: [...unknown] }
}

function expectedRules(phrases: string[]): string {
  const others = phrases.filter((it) => !digits.includes(it) && it !== 'oh')
  if (!digits.every((it) => phrases.includes(it))) return `public <utterance> = ${phrases.join(' | ')};`
  return `public <utterance> = <digit> ${'[<digit>] '.repeat(15)}${alternatives(others)};\n<digit> = ${digits.join(' | ')} | oh;`
}

const alternatives = (phrases: string[]) => phrases.map((it) => `| ${it}`).join(' ')
