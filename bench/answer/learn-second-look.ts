import { writeFileSync } from 'node:fs'
import { evidenceOf } from '../../services/brain/answer/evidence.ts'
import { readQuestion } from '../../services/brain/answer/question.ts'
import { rankEvidence } from '../../services/brain/answer/rank.ts'
import { mayAnswer, quoteOf, signsOf } from '../../services/brain/answer/second-look.ts'
import { mark } from '../../services/brain/test/mark.ts'
import { businessesOf, readBusiness } from './businesses.ts'

/** What was seen of one piece of evidence, whether it answered, and how much it counts. */
type Example = { signs: number[]; right: number; weight: number }

const found = 30
const looked = 8
/** Held against weights that grow, so that none leans on a few questions. */
const ridge = 3
const rounds = 12
/** Businesses the rules were tuned for say less of those nobody has seen. */
const partWeight = (part: string) => (part === 'first-tried' ? 2 : 1)

/** Every piece that may be quoted for a question of the businesses not held back, and whether it answers it. */
async function examplesOf(): Promise<Example[]> {
  const examples: Example[] = []
  for (const business of businessesOf()) {
    if (business.part === 'held-back') continue
    const index = await readBusiness(business)
    for (const asked of business.questions) {
      const hits = index.search(asked.question, undefined, found).map(({ at, score }) => ({ item: index.items[at]!.item, score, ...index.around(at) }))
      const question = readQuestion(asked.question, business.name)
      const ranked = rankEvidence(question, evidenceOf(hits))
      ranked.slice(0, looked).forEach((entry, at) => {
        if (!mayAnswer(question, entry)) return
        const answer = { answer: quoteOf(question, entry, ranked), refused: false, sources: [sourceOf(entry.piece.item.id)], language: asked.language }
        examples.push({ signs: signsOf(question, ranked, at), right: mark(asked, answer).right ? 1 : 0, weight: partWeight(business.part) })
      })
    }
  }
  return examples
}

const sourceOf = (itemId: string) => ({ itemId, title: '', url: null, quote: null, category: 'support_faq' as const })

/** Logistic regression with a ridge, by Newton's method (Hastie, Tibshirani & Friedman 2009, 4.4.1). */
function fit(examples: readonly Example[]): number[] {
  const size = examples[0]?.signs.length ?? 0
  const held = (at: number): number => (at === 0 ? 0.01 : ridge)
  let weights = Array.from({ length: size }, () => 0)
  for (let round = 0; round < rounds; round++) {
    const slope = weights.map((it, at) => held(at) * it)
    const curve = Array.from({ length: size }, (_, row) => Array.from({ length: size }, (__, column) => (row === column ? held(row) : 0)))
    for (const { signs, right, weight } of examples) {
      const chance = 1 / (1 + Math.exp(-signs.reduce((sum, it, at) => sum + it * (weights[at] ?? 0), 0)))
      signs.forEach((one, row) => {
        slope[row] = (slope[row] ?? 0) + weight * (chance - right) * one
        signs.forEach((other, column) => {
          curve[row]![column] = (curve[row]![column] ?? 0) + weight * chance * (1 - chance) * one * other
        })
      })
    }
    const step = solve(curve, slope)
    weights = weights.map((it, at) => it - (step[at] ?? 0))
  }
  return weights
}

/** Solves a set of linear equations by Gaussian elimination; the matrix is changed. */
function solve(matrix: number[][], values: number[]): number[] {
  const size = values.length
  for (let row = 0; row < size; row++) {
    for (let below = row + 1; below < size; below++) {
      const factor = matrix[below]![row]! / matrix[row]![row]!
      for (let column = row; column < size; column++) matrix[below]![column]! -= factor * matrix[row]![column]!
      values[below]! -= factor * values[row]!
    }
  }
  const solved = Array.from({ length: size }, () => 0)
  for (let row = size - 1; row >= 0; row--) {
    let rest = values[row]!
    for (let column = row + 1; column < size; column++) rest -= matrix[row]![column]! * solved[column]!
    solved[row] = rest / matrix[row]![row]!
  }
  return solved
}

/** Words in lines as long as the formatter makes them. */
function filled(words: readonly string[]): string {
  const lines: string[] = []
  let line = ' '
  for (const word of words) {
    if (line.length + 1 + word.length > longestLine) {
      lines.push(line)
      line = ' '
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\n')
}
const longestLine = 160

const examples = await examplesOf()
const weights = fit(examples)
const lines = filled(weights.map((it) => `${Number(it.toFixed(3))},`))
writeFileSync(
  new URL('../../services/brain/answer/second-look-weights.ts', import.meta.url),
  `/** Weights of the signs in \`second-look.ts\`, learnt by \`npm run -w bench learn-second-look\`. */\nexport const secondLookWeights: readonly number[] = [\n${lines}\n]\n`,
)
process.stdout.write(`learnt from ${examples.length} pieces of evidence, ${examples.filter((it) => it.right === 1).length} of them right\n`)
