import { actionWords, otherActionWords } from '#report/action-words.ts'
import { openQuestions } from '#report/disposition.ts'
import type { Facts, Wish } from '#report/facts.ts'
import { clip, fillPattern } from '#report/patterns.ts'
import { type Names, toolOf, wishIn } from '#report/summary.ts'

const mostItems = 10
const longestItem = 400
const longestQuestion = 160

/** What is known of the work that a conversation left: tools whose errands people have settled already, and questions that still wait for an answer. */
export type Outstanding = { settled: ReadonlySet<string>; waits(question: string): boolean }

/** What was promised or asked for and is not done yet, each once; `caller` is how the caller can be reached. */
export function actionItemsOf(facts: Facts, caller: { name?: string | undefined; phone?: string | undefined }, names: Names, left: Outstanding): string[] {
  const known = { ...(caller.name ? { name: caller.name } : {}), ...(caller.phone ? { phone: caller.phone } : {}) }
  const wishes = facts.wishes.flatMap((wish) => itemOf(wish, known, facts, names, left))
  const questions = openQuestions(facts)
    .filter((it) => left.waits(it.question))
    .map((it) => fillPattern(otherActionWords.answer[facts.language], { ...known, question: plain(clip(it.question, longestQuestion)) }))
  const complaints = facts.complaints
    .filter((it) => left.waits(it))
    .map((it) => fillPattern(otherActionWords.lookInto[facts.language], { ...known, complaint: plain(clip(it, longestQuestion)) }))
  return [...new Set([...wishes, ...complaints, ...questions].map((it) => clip(it, longestItem)))].slice(0, mostItems)
}

function itemOf(wish: Wish, known: Readonly<Record<string, string>>, facts: Facts, names: Names, left: Outstanding): string[] {
  const { language } = facts
  const tool = toolOf(wish)
  const about = { ...known, wish: plain(wishIn(facts, wish, names)) }
  const { name: _name, phone: _phone, ...matter } = wish.slots
  const matterAlone = plain(wishIn(facts, { ...wish, slots: matter }, names))
  switch (wish.end) {
    case 'done': {
      if (left.settled.has(tool)) return []
      const pattern = actionWords[tool]?.[language]
      const own = names.goal(wish.goal) !== undefined
      if (pattern !== undefined && !own) return [fillPattern(pattern, { ...known, ...wish.slots })]
      // A tool of the business's own has done it; a built-in one, or none, has only noted it.
      return pattern !== undefined || wish.tool === null ? [fillPattern(otherActionWords.seeTo[language], about)] : []
    }
    case 'failed':
      return [fillPattern(otherActionWords.byHand[language], { ...known, ...wish.slots, wish: matterAlone })]
    case 'unsure':
      return [fillPattern(otherActionWords.check[language], about)]
    case 'left': {
      const phone = wish.slots['phone'] ?? known['phone']
      const name = wish.slots['name'] ?? known['name']
      return phone === undefined ? [] : [fillPattern(otherActionWords.left[language], { wish: matterAlone, phone, ...(name ? { name } : {}) })]
    }
    case 'cancelled':
      return []
  }
}

/** Words of a caller are no patterns. */
const plain = (text: string) => text.replace(/[{}]/g, ' ')
