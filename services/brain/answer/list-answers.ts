import { listedIn } from '#answer/cells.ts'
import type { Question } from '#answer/question.ts'
import { coverageOf, meetsText } from '#answer/coverage.ts'
import { wordSetOf } from '#answer/evidence.ts'
import { frameOf, type Ranked } from '#answer/rank.ts'
import { spoken } from '#answer/passage-answers.ts'
import type { Said } from '#answer/said.ts'
import { weights } from '#answer/weights.ts'
import { joinList, say } from '#answer/wording/sentences.ts'

const most = 10

/** Answers with several things: a list of the site, or the things that stand under a heading that says what they are. */
export function answerList(question: Question, ranked: readonly Ranked[]): Said | null {
  const first = ranked[0]
  const family = familyOf(question, ranked)
  const lists = ranked.filter(
    ({ piece, score, coverage }) =>
      score >= weights.least &&
      score > (first?.score ?? 0) - 0.16 &&
      piece.kind !== 'fact' &&
      coverage.share >= (first?.coverage.share ?? 0) - 0.15 &&
      coverage.missing.length === 0 &&
      listedIn(piece).length >= 2,
  )
  const list = lists[0]
  if (list && (!family || list.score >= family.score - 0.03) && list.score >= (first?.score ?? 0) - 0.16) {
    const items = listedIn(list.piece)
    const few = matching(question, items)
    return {
      text: say('have', question.language, { value: joinList((few.length > 0 ? few : items).slice(0, most), question.language) }),
      pieces: [list.piece],
      score: list.score,
    }
  }
  if (family && family.score >= weights.least && family.score >= (first?.score ?? 0) - 0.12) {
    return {
      text: say('have', question.language, { value: joinList(family.names.slice(0, most), question.language) }),
      pieces: family.members.map((it) => it.piece).slice(0, most),
      score: family.score,
    }
  }
  if (!first || first.score < weights.least) return null
  return { text: spoken(question, first, ranked), pieces: [first.piece], score: first.score }
}

/** Entries of a list that alone meet a term none but a few meet: "which 22 inch monitor". */
function matching(question: Question, items: readonly string[]): string[] {
  const frame = frameOf(question)
  const terms = question.terms.filter((term) => !frame.has(term) && term.weight >= 0.9)
  const scores = items.map((item) => terms.filter((term) => meetsText(term, item)).length)
  const best = Math.max(0, ...scores)
  const few = items.filter((_, at) => scores[at] === best)
  return best > 0 && few.length < items.length ? few : []
}

type Family = { names: string[]; members: Ranked[]; score: number }

/** Rows and cards under one heading that meets the question: its members by name, in the order of the search. */
function familyOf(question: Question, ranked: readonly Ranked[]): Family | null {
  const groups = new Map<string, Ranked[]>()
  for (const entry of ranked) {
    const steps = entry.piece.item.title.split('›').map((it) => it.trim())
    if (steps.length < 2 && entry.piece.kind !== 'row') continue
    if (entry.piece.kind === 'fact' || entry.piece.item.kind === 'question') continue
    const key = `${entry.piece.item.url ?? ''}|${steps.slice(0, -1).join(' › ')}`
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  const frame = frameOf(question)
  let best: Family | null = null
  for (const [key, members] of groups) {
    const names = [...new Set(members.map((it) => it.piece.subject))].filter((it) => it.length <= 70)
    if (names.length < 2) continue
    const heading = key.slice(key.indexOf('|') + 1)
    if (heading === '') continue
    const set = wordSetOf(heading)
    const coverage = coverageOf(question.terms, { own: set, title: set, around: wordSetOf('') }, frame)
    if (coverage.missing.length > 0) continue
    const score = weights.share * coverage.share + weights.ownShare * coverage.ownShare + weights.nearness + weights.shape * 0.75 - 0.05
    if (!best || score > best.score) best = { names, members, score }
  }
  return best
}
