import { writeFileSync } from 'node:fs'
import { chanceBy, type Trees } from '../../services/brain/answer/trees.ts'
import { growTrees } from './grow-trees.ts'
import { type Asked, gatherLessons } from './second-look-lessons.ts'

const folds = 5
const chances = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8]
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Whether a question is answered rightly, or rightly refused, when the second look says what is likelier than `least`. */
function isRight({ question, lessons, ruled }: Asked, trees: Trees, least: number): boolean {
  if (ruled !== 'silent') return ruled === 'right'
  const best = lessons
    .filter((it) => it.may)
    .map((it) => ({ right: it.right === 1, chance: chanceBy(trees, it.signs) }))
    .sort((a, b) => b.chance - a.chance)[0]
  const said = best !== undefined && best.chance >= least
  return question.refuse === true ? !said : said && best.right
}

const learnFrom = (all: readonly Asked[]): Trees => growTrees(all.flatMap((it) => it.lessons))

/** Learns from all businesses but those of one fold after the other, and tells what that makes of the questions of the ones left out. */
function crossValidate(all: readonly Asked[]): void {
  const sites = [...new Set(all.map((it) => it.business.site))].sort()
  const foldOf = (site: string) => sites.indexOf(site) % folds
  const judged = Array.from({ length: folds }, (_, fold) => {
    const trees = learnFrom(all.filter((it) => foldOf(it.business.site) !== fold))
    return all.filter((it) => foldOf(it.business.site) === fold).map((asked) => ({ asked, trees }))
  }).flat()
  const share = (of: typeof judged, least: number) => ((100 * of.filter((it) => isRight(it.asked, it.trees, least)).length) / Math.max(1, of.length)).toFixed(1)
  say(`Each business by what was learnt from others (${folds} folds): right of what the sites answer / refused of what they do not, by the least chance`)
  for (const [name, holds] of parts) {
    const these = judged.filter((it) => holds(it.asked.business.part))
    const refusals = these.filter((it) => it.asked.question.refuse === true)
    const answers = these.filter((it) => it.asked.question.refuse !== true)
    say(`  ${name}: ${chances.map((least) => `${least} ${share(answers, least)}/${share(refusals, least)}`).join('  ')}`)
  }
}

const later = new Set(['first-tried', 'held-back'])
const parts: [string, (part: string) => boolean][] = [
  ['tuned for', (part) => !later.has(part)],
  ['tuned for after a first try', (part) => part === 'first-tried'],
  ['held back at first', (part) => part === 'held-back'],
  ['all', () => true],
]

/** Numbers in lines as long as the formatter makes them, `indent` deep. */
function filled(numbers: readonly number[]): string {
  const lines: string[] = []
  let line = '   '
  for (const word of numbers.map((it) => `${Number(it.toFixed(4))},`)) {
    if (line.length + 1 + word.length > longestLine) {
      lines.push(line)
      line = '   '
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\n')
}
const longestLine = 160

const all = await gatherLessons()
say(`${all.length} questions, of which the rules leave ${all.filter((it) => it.ruled === 'silent').length} to the second look`)
crossValidate(all)
const { base, signs, limits, leaves } = learnFrom(all)
writeFileSync(
  new URL('../../services/brain/answer/second-look-trees.ts', import.meta.url),
  `import type { Trees } from '#answer/trees.ts'

/** Trees over the signs in \`second-look.ts\`, grown by \`npm run -w bench learn-second-look\`. */
export const secondLookTrees: Trees = {
  base: ${Number(base.toFixed(4))},
  signs: [
${filled(signs)}
  ],
  limits: [
${filled(limits)}
  ],
  leaves: [
${filled(leaves)}
  ],
}
`,
)
