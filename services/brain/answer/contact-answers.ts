import type { Question } from '#answer/question.ts'
import { frameOf, type Ranked } from '#answer/rank.ts'
import { quoteIn, type Said } from '#answer/said.ts'
import { findValues, type ValueKind } from '#answer/values.ts'
import { weights } from '#answer/weights.ts'
import { joinList, say } from '#answer/wording/sentences.ts'

type Candidate = { value: string; key: string; ranked: Ranked; score: number; fact: boolean }

/** Answers with a phone, fax or WhatsApp number or an e-mail address: the one the question singles out, or the ones there are. */
export function answerContact(question: Question, ranked: readonly Ranked[]): Said | null {
  const asks = question.asks as 'phone' | 'fax' | 'whatsapp' | 'email'
  const kind: ValueKind = asks === 'email' ? 'email' : 'phone'
  const qualifiers = question.terms.filter((term) => !frameOf(question).has(term) && term.weight >= 0.5)
  const candidates: Candidate[] = []
  for (const entry of ranked) {
    const { piece } = entry
    const fact = piece.kind === 'fact' && (piece.item.label === asks || (kind === 'phone' && /phone|mobile|tel|fax|whatsapp/.test(piece.item.label ?? '')))
    for (const found of findValues(piece.text, kind)) {
      const before = piece.text.slice(Math.max(0, found.start - 28), found.start)
      const marked = `${piece.item.label ?? ''} ${before}`
      const isFax = (/fax/i.test(marked.slice(-24)) && !/(?:phone|tel|call|mobile)\W{0,3}$/i.test(before)) || /fax/i.test(piece.item.label ?? '')
      if ((asks === 'fax') !== isFax && kind === 'phone') continue
      if (asks === 'whatsapp' && !/whats/i.test(`${marked} ${piece.item.title}`)) continue
      const key = kind === 'phone' ? found.text.replace(/\D/g, '').slice(-10) : found.text.toLowerCase()
      const missing = entry.coverage.missing.length
      const score =
        (qualifiers.length === 0 ? 0.8 : 0.25 + 0.6 * shareOf(entry, qualifiers)) +
        (fact ? 0.1 : 0) +
        0.05 * entry.piece.nearness -
        0.15 * missing +
        0.05 * piece.item.confidence
      candidates.push({ value: found.text, key, ranked: entry, score, fact })
    }
  }
  const best = new Map<string, Candidate>()
  for (const it of candidates) if (it.score > (best.get(it.key)?.score ?? -1)) best.set(it.key, it)
  const order = [...best.values()].sort((a, b) => b.score - a.score)
  const first = order[0]
  if (!first || first.score < (first.ranked.coverage.missing.length === 0 ? weights.least - 0.04 : weights.least)) return null
  const close =
    qualifiers.length > 0
      ? order.filter((it) => it.score > first.score - 0.04).slice(0, 2)
      : order.filter((it) => it.fact === first.fact && it.score > first.score - 0.12).slice(0, 3)
  const rival = order.find((it) => isRival(first, it))
  if (rival && rival.score > first.score - 0.12)
    return {
      text: say('disagree', question.language, { value: first.value, other: rival.value }),
      pieces: [first.ranked.piece, rival.ranked.piece],
      score: Math.min(0.7, first.score),
    }
  const value = joinList(
    close.map((it) => labelled(it, close.length > 1)),
    question.language,
  )
  return { text: say(asks, question.language, { value }), pieces: close.map((it) => it.ranked.piece), score: Math.min(1, first.score) }
}

/** The same kind of number for one and the same thing that has a name of its own (`Sales phone`), told differently on another page. */
function isRival(one: Candidate, other: Candidate): boolean {
  const [a, b] = [one.ranked.piece.item, other.ranked.piece.item]
  const name = (title: string) => title.split('›').at(-1)?.trim().toLowerCase() ?? ''
  const named = !/^(?:our |the |main )?(?:phone|e-?mail|fax|whatsapp|mobile|tel(?:ephone)?|contact|call(?: us)?|number)s?$/.test(name(a.title))
  return (
    one.key !== other.key &&
    one.fact &&
    other.fact &&
    a.label === b.label &&
    named &&
    name(a.title) === name(b.title) &&
    a.url !== b.url &&
    a.url !== null &&
    b.url !== null
  )
}

const shareOf = (entry: Ranked, terms: Question['terms']) =>
  terms.reduce((sum, term) => sum + term.weight * (entry.coverage.met.get(term) ?? 0), 0) / (terms.reduce((sum, term) => sum + term.weight, 0) || 1)

function labelled(it: Candidate, several: boolean): string {
  const subject = it.ranked.piece.subject
  return several && subject.length <= 40 && !/contact|phone|e-?mail|call|home|footer|details|touch/i.test(subject) ? `${it.value} (${subject})` : it.value
}

/** Answers where something is: an address fact, or the sentence that says it. */
export function answerPlace(question: Question, ranked: readonly Ranked[]): Said | null {
  const qualifiers = question.terms.filter((term) => !frameOf(question).has(term) && term.weight >= 0.5)
  const facts = ranked
    .filter(({ piece }) => piece.kind === 'fact' && /address|location/.test(piece.item.label ?? ''))
    .map((entry) => ({
      entry,
      score:
        (qualifiers.length === 0 ? 0.8 : 0.25 + 0.6 * shareOf(entry, qualifiers)) -
        0.15 * entry.coverage.missing.length +
        0.1 * entry.piece.item.confidence +
        0.02 * detailOf(entry.piece.text),
    }))
    .sort((a, b) => b.score - a.score)
  const first = facts[0]
  const sentence = ranked.find(
    ({ piece, score, coverage }) =>
      coverage.missing.length === 0 &&
      piece.kind !== 'fact' &&
      score >= weights.least &&
      placeLike.test(piece.text) &&
      (qualifiers.length > 0 || says.test(piece.text)),
  )
  if (first && first.score >= weights.least && (qualifiers.length === 0 || !sentence || first.score + 0.1 >= sentence.score)) {
    const close = qualifiers.length > 0 ? [first] : facts.filter((it) => it.score > first.score - 0.06 && !sameAddress(it.entry, first.entry)).slice(0, 2)
    const all = [first, ...close.filter((it) => it !== first)]
    return {
      text: say('address', question.language, {
        value: joinList(
          all.map(({ entry }) => entry.piece.item.value ?? entry.piece.text),
          question.language,
        ),
      }),
      pieces: all.map(({ entry }) => entry.piece),
      score: Math.min(1, first.score),
    }
  }
  if (!sentence) return null
  return { text: quoteIn(question.language, sentence.piece.text), pieces: [sentence.piece], score: sentence.score }
}

const says =
  /(?<!\d)[1-9]\d{5}(?!\d)|\b(?:located|based|situated|address|location|headquartered|find us|visit us|office is|shop is|store is)\b|स्थित|पता|ঠিকানা|অবস্থিত/i
const placeLike =
  /\d{5,6}\b|\b(?:road|street|st|rd|ave|avenue|lane|nagar|floor|building|block|sector|near|shop|plaza|marg|mall|plot|market|crossing|chowk|bazar|bazaar|complex|house|opposite|behind|beside|next to|in|at|on)\b|सड़क|मार्ग|नगर|पास|में|রোড|সড়ক|রাস্তা|কাছে|পাশে|তলা/i
const detailOf = (text: string) => Math.min(3, (text.match(/\d+/g) ?? []).length)
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const sameAddress = (a: Ranked, b: Ranked) => {
  const left = plain(a.piece.item.value ?? a.piece.text)
  const right = plain(b.piece.item.value ?? b.piece.text)
  return left.includes(right.slice(0, 12)) || right.includes(left.slice(0, 12))
}
