import { meetsText } from '#answer/coverage.ts'
import type { Evidence } from '#answer/evidence.ts'
import type { Question } from '#answer/question.ts'
import { ownKinds, type Ranked } from '#answer/rank.ts'
import type { Said } from '#answer/said.ts'
import { joinList, say } from '#answer/wording/sentences.ts'

const tellingScore = 0.72
/** Things a business has of itself at addresses of their own. */
const places = new Set([...ownKinds, 'warehouse', 'address', 'near', 'area', 'city'])

/** Answers how many there are of what the site lists without a figure: addresses, or the rows and cards under a heading. */
export function answerCount(question: Question, ranked: readonly Ranked[]): Said | null {
  const counted = question.terms.filter((term) => term.weight >= 0.3 && !term.concepts.includes('number_of'))
  const [only] = counted
  if (!only || counted.some((term) => term.kind === 'name' || term.kind === 'number')) return null
  const byPlace = only.concepts.some((id) => places.has(id)) && counted.every((term) => term === only || term.weight < 0.9)
  const found = byPlace ? addressesIn(ranked) : membersOf(question, ranked)
  if (found.length < 2) return null
  const value = `${found.length} (${joinList(
    found.map((it) => it.name),
    question.language,
  )})`
  return { text: say('have', question.language, { value }), pieces: found.map((it) => it.piece), score: tellingScore }
}

type Member = { name: string; piece: Evidence }

function addressesIn(ranked: readonly Ranked[]): Member[] {
  const found = new Map<string, Member>()
  for (const { piece } of ranked) {
    if (piece.kind !== 'fact' || piece.item.label !== 'address') continue
    const text = (piece.item.value ?? piece.text).replace(/^[^:]{0,20}:\s*/, '')
    const key = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .slice(0, 12)
    if (!found.has(key)) found.set(key, { name: text, piece })
  }
  return [...found.values()]
}

function membersOf(question: Question, ranked: readonly Ranked[]): Member[] {
  const groups = new Map<string, Map<string, Member>>()
  for (const { piece } of ranked) {
    const steps = piece.item.title.split('›').map((it) => it.trim())
    if (steps.length < 2 || piece.kind !== 'row' || piece.list || piece.item.kind === 'question') continue
    const parent = steps.at(-2) ?? ''
    const terms = question.terms.filter((term) => term.weight >= 0.9)
    if (terms.length === 0 || !terms.every((term) => meetsText(term, parent))) continue
    const group = groups.get(`${piece.item.url}|${parent}`) ?? new Map<string, Member>()
    if (piece.subject.length <= 60) group.set(piece.subject, { name: piece.subject, piece })
    groups.set(`${piece.item.url}|${parent}`, group)
  }
  return [...([...groups.values()].sort((a, b) => b.size - a.size)[0]?.values() ?? [])]
}
