import type { Persona } from '@myna/contracts/brain'
import type { Hit } from '@myna/contracts/knowledge'
import { answer as say, type BuiltInAnswer } from '../../services/brain/answer/answer.ts'
import { mark, type Question } from '../../services/brain/test/mark.ts'
import type { BaseIndex } from '../../services/knowledge/search/base-index.ts'
import { type Business, businessesOf, readBusiness } from './businesses.ts'

/** A question to a business, what was said to it and what it was said from, and whether that is right. */
export type Marked = { business: Business; question: Question; hits: Hit[]; given: BuiltInAnswer; right: boolean; why: string }

/** How many items are looked at for an answer. */
const found = 30
/** Wednesday, 18 November 2026, noon in India. */
export const askedAt = new Date('2026-11-18T06:30:00Z')

/** Asks every question of the invented businesses that `wanted` lets through, one business after the other. */
export async function* askAll(wanted: (business: Business) => boolean = () => true): AsyncGenerator<Marked> {
  for (const business of businessesOf().filter(wanted)) {
    const index = await readBusiness(business)
    for (const question of business.questions) {
      const hits = hitsOf(index, question.question)
      const given = say(question.question, hits, personaOf(business.name), askedAt)
      yield { business, question, hits, given, ...mark(question, given) }
    }
  }
}

/** The items found for a question, with their neighbours. */
export const hitsOf = (index: BaseIndex, question: string): Hit[] =>
  index.search(question, undefined, found).map(({ at, score }) => ({ item: index.items[at]!.item, score, ...index.around(at) }))

/** An agent of a business that answers in four languages. */
export const personaOf = (businessName: string): Persona => ({
  agentName: 'Myna',
  businessName,
  instructions: '',
  languages: ['en', 'hi', 'hinglish', 'bn'],
  timeZone: 'Asia/Kolkata',
  country: 'IN',
})
