import { tidyText, tokensOf } from '@myna/language'
import { type Question, readQuestion } from '#answer/question.ts'
import { frameOf } from '#answer/rank.ts'

const lead = /^(?:and|but|so|also|then|ok(?:ay)?|what about|how about|और|तो|फिर|aur|toh?|phir|আর|তাহলে|এবং)[\s,]+/i
const pointing =
  /\b(?:it|its|that|this|they|them|those|these|there|one|ones|he|she|his|her|same)\b|(?:^|\s)(?:उसका|उसकी|उसके|इसका|इसकी|इसके|वह|वहाँ|वहां|यह|उनका|उनकी)(?=[\s?।]|$)|\b(?:uska|uski|uske|iska|iski|iske|wahan|unka|unki)\b|(?:^|\s)(?:এটার|ওটার|সেটার|তার|এর|সেখানে|ওখানে|ওটা|সেটা|এটা)(?=[\s?।]|$)/i
const days =
  /\b(?:on )?(?:sun|mon|tues|wednes|thurs|fri|satur)days?\b|\btoday\b|\btomorrow\b|रविवार|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|आज|कल|রবিবার|সোমবার|মঙ্গলবার|বুধবার|বৃহস্পতিবার|শুক্রবার|শনিবার/gi

/** What is asked of the business itself needs no topic: "When are you open?" stands alone whatever came before. */
const ofTheBusiness = new Set<Question['asks']>(['hours', 'phone', 'fax', 'email', 'whatsapp', 'address'])

/**
 * A question with what the one before adds to it: "and on Sunday?" after one about hours, "how much is it?" after one about a room.
 * A question that stands by itself comes back as it is. `before` is the earlier question as it was meant.
 */
export function completeQuestion(text: string, before: string | null, businessName: string): string {
  if (before === null || text.length > 300) return text
  const now = readQuestion(text.replace(lead, ''), businessName)
  if (!lead.test(text) && !pointing.test(text) && ofTheBusiness.has(now.asks)) return text
  const heavy = now.terms.filter((term) => term.weight >= 0.9 && !isDay(term.concepts))
  const led = lead.test(text)
  const pointed = pointing.test(text)
  const bare = heavy.length === 0 || (now.words.length <= 3 && now.asks === 'open')
  if (!led && !pointed && !(bare && now.words.length <= 6)) return text
  if (pointed && !led && heavy.length >= 2) return text
  const earlier = readQuestion(before, businessName)
  const rest = text.replace(lead, '').trim()
  const own = now.asks !== 'open' && now.asks !== 'list' && now.asks !== 'yes_no' && (now.asks !== 'hours' || earlier.asks !== 'hours')
  if (own) {
    const topic = earlier.terms
      .filter((term) => term.weight >= 0.5 && !isDay(term.concepts) && !now.words.includes(term.word))
      .map((term) => term.word)
      .join(' ')
    return topic === '' ? text : `${rest.replace(/[?।.!]+$/, '')} ${topic}?`
  }
  const other = heavy.length > 0 ? withoutTopic(before, earlier) : before
  const kept = isAboutDay(now.concepts) ? other.replace(days, ' ') : other
  return `${kept.replace(/[?।.!\s]+$/, '')} ${rest}`.replace(/\s+/g, ' ')
}

/** The frame of a question, into which another topic is put: `How much is the Deluxe room?` without `Deluxe room`. */
function withoutTopic(text: string, question: Question): string {
  const frame = frameOf(question)
  const topic = new Set(question.terms.filter((term) => !frame.has(term) && term.weight >= 0.9).flatMap((term) => term.word.split(' ')))
  return tidyText(text).replace(/[\p{L}\p{M}\p{N}'-]+/gu, (word) => (tokensOf(word).every((token) => topic.has(token.word)) ? '' : word))
}

const dayNames = new Set(['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'today', 'tomorrow', 'weekday', 'weekend', 'holiday'])
const isDay = (concepts: readonly string[]) => concepts.length > 0 && concepts.every((id) => dayNames.has(id))
const isAboutDay = (concepts: ReadonlySet<string>) => [...concepts].some((id) => dayNames.has(id))
