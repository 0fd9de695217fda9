import { answer as say } from '../../services/brain/answer/answer.ts'
import { evidenceOf } from '../../services/brain/answer/evidence.ts'
import { readQuestion } from '../../services/brain/answer/question.ts'
import { rankEvidence } from '../../services/brain/answer/rank.ts'
import { looked, mayAnswer, quoteOf, signsOfAll } from '../../services/brain/answer/second-look.ts'
import type { Trees } from '../../services/brain/answer/trees.ts'
import { mark, type Question } from '../../services/brain/test/mark.ts'
import { type Business, businessesOf, readBusiness } from './businesses.ts'
import type { Lesson } from './grow-trees.ts'
import { askedAt, hitsOf, personaOf } from './marks.ts'

/** A question with a lesson of each piece that was looked at, whether that piece may be quoted at all, and what the rules made of the question by themselves. */
export type Asked = { business: Business; question: Question; lessons: (Lesson & { may: boolean })[]; ruled: 'right' | 'wrong' | 'silent' }

/** Businesses the rules were tuned for say less of those nobody has seen, and questions the rules answer less of those they leave. */
const weightOf = (part: string, ruled: Asked['ruled']) => (part === 'first-tried' || part === 'held-back' ? 2 : 1) * (ruled === 'silent' ? 2 : 1)

/** Trees that let nothing through: what the rules say alone. */
const silent: Trees = { base: -100, signs: [], limits: [], leaves: [] }

/** Every question of the invented businesses but the unseen and those set aside, read as the second look reads it. */
export async function gatherLessons(): Promise<Asked[]> {
  const all: Asked[] = []
  for (const business of businessesOf().filter((it) => it.part !== 'unseen' && it.part !== 'set-aside')) {
    const index = await readBusiness(business)
    for (const question of business.questions) {
      const hits = hitsOf(index, question.question)
      const given = say(question.question, hits, personaOf(business.name), askedAt, undefined, silent)
      const ruled = given.refused && given.sources.length === 0 ? 'silent' : mark(question, given).right ? 'right' : 'wrong'
      const read = readQuestion(question.question, business.name)
      const ranked = rankEvidence(read, evidenceOf(hits))
      const signs = signsOfAll(read, ranked)
      const lessons = ranked.slice(0, looked).map((entry, at) => {
        const source = { itemId: entry.piece.item.id, title: '', url: null, quote: null, category: entry.piece.item.category }
        const said = { answer: quoteOf(read, entry, ranked), refused: false, sources: [source], language: question.language }
        return { signs: signs[at]!, right: mark(question, said).right ? 1 : 0, weight: weightOf(business.part, ruled), may: mayAnswer(read, entry) }
      })
      all.push({ business, question, lessons, ruled })
    }
  }
  return all
}
