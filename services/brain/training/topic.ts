import { conceptOf, meaningsOf } from '@myna/language'

/** Questions count as the same from this share of common meaning on. */
const same = 0.6
const longestTopic = 400
/** Concepts that ask whether there is something, whatever it is. */
const generic: ReadonlySet<string> = new Set(['stock', 'available', 'offer', 'provide'])

/** What a question is about, whatever its language and wording: concepts and stems in order of the alphabet, apart by spaces. */
export function topicOf(question: string): string {
  const parts = new Set(meaningsOf(question.slice(0, 1000)).filter((meaning) => !asksWhether(meaning)))
  return [...parts].sort().join(' ').slice(0, longestTopic)
}

const asksWhether = (meaning: string) => meaning.startsWith('=') && (generic.has(meaning.slice(1)) || (conceptOf(meaning.slice(1))?.light ?? false))

/** Whether two topics are of the same question. */
export function isSameTopic(one: string, other: string): boolean {
  const [a, b] = [new Set(one.split(' ')), new Set(other.split(' '))]
  const shared = [...a].filter((part) => b.has(part)).length
  return one !== '' && shared / (a.size + b.size - shared) >= same
}
