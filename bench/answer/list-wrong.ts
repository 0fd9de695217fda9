import { evidenceOf } from '../../services/brain/answer/evidence.ts'
import { readQuestion } from '../../services/brain/answer/question.ts'
import { rankEvidence } from '../../services/brain/answer/rank.ts'
import { mark } from '../../services/brain/test/mark.ts'
import { askAll, type Marked } from './marks.ts'

/** How deep among the ranked evidence the right piece is looked for. */
const deep = 200

/** Where the first piece stands that would have been right if quoted, what it was held to lack, and its words. */
function rightPiece({ business, question, hits }: Marked): string {
  const asked = readQuestion(question.question, business.name)
  const ranked = rankEvidence(asked, evidenceOf(hits)).slice(0, deep)
  const terms = asked.terms.map((it) => `${it.word}:${it.weight}${it.strict ? '!' : ''}`).join(' ')
  const at = ranked.findIndex(({ piece }) => {
    const source = { itemId: piece.item.id, title: '', url: null, quote: null, category: piece.item.category }
    const { yesno: _, ...content } = question
    return mark(content, { answer: `${piece.subject}: ${piece.text}`, refused: false, sources: [source], language: question.language }).right
  })
  const entry = ranked[at]
  const lacks = entry?.coverage.missing.map((it) => it.word).join(', ') ?? ''
  const best = entry
    ? `piece ${at}, score ${entry.score.toFixed(2)}, lacks [${lacks}]: ${entry.piece.subject} | ${entry.piece.text.slice(0, 160)}`
    : 'not found'
  return `  asks ${asked.asks}${asked.polar ? ', polar' : ''}; ${terms}\n  ${best}`
}

/** What went wrong: what the site does not say was invented, or it was refused, or said wrongly. */
function causeOf({ question, given, why }: Marked, told: string): string {
  if (question.refuse === true) return 'invented'
  if (given.refused && told.includes('not found')) return 'refused, the right words stand in no one piece found'
  if (given.refused) return told.includes('lacks []') ? 'refused though nothing was lacking' : 'refused for a word that is lacking'
  if (why.startsWith('not ')) return 'yes for no or no for yes'
  return why.startsWith('took it') ? 'language' : 'another passage or value'
}

/** Lists every question answered wrongly, of all businesses or of the part or site named, with what was said, what would have been right, and the causes counted. */
const [only] = process.argv.slice(2)
const causes = new Map<string, number>()
for await (const marked of askAll((it) => only === undefined || it.part === only || it.site === only)) {
  const { business, question, given, right, why } = marked
  if (right) continue
  const told = rightPiece(marked)
  const cause = causeOf(marked, told)
  causes.set(`${business.part}: ${cause}`, (causes.get(`${business.part}: ${cause}`) ?? 0) + 1)
  process.stdout.write(
    `${business.site} ${question.id} ${question.language} [${cause}] ${question.question}\n  ${why}; said: ${given.answer.slice(0, 200)}\n${told}\n`,
  )
}
for (const [cause, count] of [...causes].sort()) process.stdout.write(`${count}\t${cause}\n`)
