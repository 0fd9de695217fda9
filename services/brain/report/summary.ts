import { splitSentences } from '#mind/sentences.ts'
import type { Asked, Facts, Wish } from '#report/facts.ts'
import { clip, fillPattern } from '#report/patterns.ts'
import { endWords, summaryWords, toolOfGoal, wishWords } from '#report/summary-words.ts'

const mostSentences = 4
const longestQuestion = 120
const longestAnswer = 180
const longestWish = 320

/** How goals and agents are called, where the agent that spoke knows. */
export type Names = { goal(name: string): string | undefined; agent(id: string): string | undefined }

/** The tool that carries a wish out, whether or not it came to that. */
export const toolOf = ({ tool, goal }: Wish): string => tool ?? toolOfGoal[goal] ?? goal

/** What is wanted, as a noun in the language of the call. */
export function wishIn({ language }: Pick<Facts, 'language'>, wish: Wish, names: Names): string {
  // A goal of the business's own may use a built-in tool: it is called as the business calls it.
  const own = names.goal(wish.goal)
  const pattern = own === undefined ? wishWords[toolOf(wish)]?.[language] : undefined
  if (pattern !== undefined) return clip(fillPattern(pattern, wish.slots), longestWish)
  const values = Object.values(wish.slots).filter(Boolean).join(', ')
  return clip(`“${own ?? wish.goal.replace(/_/g, ' ')}”${values === '' ? '' : ` (${values})`}`, longestWish)
}

/** One to four sentences on what was asked, told, wanted and done; nothing else. */
export function summaryOf(facts: Facts, names: Names): string {
  const { language } = facts
  if (facts.said.length === 0) return summaryWords.silent[language]
  const told = facts.asked.filter((it) => it.answer !== null).map((it) => toldSentence(it, facts))
  const untold = facts.asked.filter((it) => it.answer === null)
  const wishes = facts.wishes.map((it) => wishSentence(it, facts, names))
  const quoted = untold.slice(0, 2).map((it) => `“${clip(it.question, longestQuestion)}”`)
  const middle = quoted.length > 0 ? [put(summaryWords.untold[language], { questions: quoted.join(', ') })] : []
  const [complaint] = facts.complaints
  if (complaint !== undefined) middle.push(put(summaryWords.complained[language], { complaint: bare(clip(complaint, longestQuestion)) }))
  const agent = (facts.handedOffTo && names.agent(facts.handedOffTo)) || summaryWords.otherAgent[language]
  const last = facts.wasHandedOff ? [put(summaryWords.handed[language], { agent })] : []
  const room = mostSentences - middle.length - last.length
  const acts = wishes.slice(-Math.max(1, Math.min(2, room - Math.min(1, told.length))))
  const sentences = [...told.slice(0, Math.max(0, Math.min(2, room - acts.length))), ...middle, ...acts, ...last]
  return sentences.length === 0 ? summaryWords.talked[language] : sentences.join(' ')
}

function toldSentence({ question, answer }: Asked, { language }: Facts): string {
  const said = clip(
    splitSentences(answer ?? '')
      .slice(0, 2)
      .join(' '),
    longestAnswer,
  )
  return put(summaryWords[said === '' ? 'toldCut' : 'told'][language], { question: clip(question, longestQuestion), answer: bare(said) })
}

function wishSentence(wish: Wish, facts: Facts, names: Names): string {
  const noted = wish.end === 'done' && (wish.tool === null || wishWords[wish.tool] !== undefined)
  return put(summaryWords.wanted[facts.language], { wish: wishIn(facts, wish, names), end: endWords[noted ? 'noted' : wish.end][facts.language] })
}

/** Without the mark at its end, where another follows. */
const bare = (text: string) => text.replace(/[.।]$/u, '')

const put = (sentence: string, places: Readonly<Record<string, string>>): string => sentence.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '')
