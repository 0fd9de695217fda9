import type { Move } from '@myna/contracts/dialogue'
import type { LanguageCode } from '@myna/language'
import { redact } from '@myna/understanding'
import { sayOf } from '#dialogue/wording.ts'
import { overridesRules } from '#guard/speaks-to-machines.ts'
import { asksRather } from '#report/mood-words.ts'
import { moodOf } from '#report/mood.ts'
import { clip } from '#report/patterns.ts'
import { isSameTopic, topicOf } from '#training/topic.ts'

/** A turn as a report reads it. */
export type ReportTurn = {
  speaker: 'caller' | 'agent'
  text: string
  meant: string | null
  language: LanguageCode | null
  interrupted: boolean
  move: Move | null
  at: Date
}

/** A question of the caller; without an answer it is null. */
export type Asked = { question: string; answer: string | null }

/** What a caller wanted done and what came of it. `left`: the conversation ended before it was complete; `unsure`: nobody knows whether the tool took effect. */
export type Wish = { goal: string; tool: string | null; end: 'done' | 'failed' | 'unsure' | 'cancelled' | 'left'; slots: Record<string, string> }

/** What a conversation tells by what was said and done in it, and by nothing else. */
export type Facts = {
  language: LanguageCode
  /** What the caller said, oldest first. */
  said: string[]
  asked: Asked[]
  wishes: Wish[]
  /** Displeasure told where an answer could not be. */
  complaints: string[]
  /** The agent the conversation was handed to last, as long as nothing was asked or wanted afterwards. */
  handedOffTo: string | null
  wasHandedOff: boolean
  interruptions: number
  /** Times the same had to be asked again. */
  askedAgain: number
  /** Words of the caller that nobody answered. */
  ignored: number
}

const longestSlot = 300

/** Reads a conversation, oldest turn first; `unsureRuns` are uses of tools nobody knows the outcome of. Card numbers and codes are left out once more. */
export function factsOf(turns: readonly ReportTurn[], it: { fallback: LanguageCode; businessName: string; unsureRuns: ReadonlySet<string> }): Facts {
  const facts: Facts = {
    language: languageOfCall(turns) ?? it.fallback,
    said: [],
    asked: [],
    wishes: [],
    complaints: [],
    handedOffTo: null,
    wasHandedOff: false,
    interruptions: 0,
    askedAgain: 0,
    ignored: 0,
  }
  const open: Wish[] = []
  let question: ReportTurn | undefined
  let before: Move | null = null
  for (const turn of turns) {
    if (turn.speaker === 'caller') {
      facts.said.push(clean(turn.text))
      if (question) facts.ignored++
      question = turn
      continue
    }
    if (turn.interrupted) facts.interruptions++
    const { move } = turn
    if (move?.kind === 'asked' && before?.kind === 'asked' && move.slot !== null && move.slot === before.slot && !gained(before, move)) facts.askedAgain++
    if (move) follow(move, open, facts, it.unsureRuns)
    if (question && (move?.kind === 'answered' || move?.kind === 'refused')) ask(question, move.kind === 'answered' ? turn.text : null, facts)
    if (question && move?.kind === 'chatted' && cannotDo(turn, it.businessName)) ask(question, null, facts)
    if (move) before = move
    question = undefined
  }
  if (question) facts.ignored++
  return facts
}

/** The language most of the caller's turns are in; of two alike the later. Undefined when nothing was said. */
function languageOfCall(turns: readonly ReportTurn[]): LanguageCode | undefined {
  const counts = new Map<LanguageCode, number>()
  for (const { speaker, language, text } of turns) {
    if (speaker !== 'caller' || !language) continue
    // A yes or a number says little of a language.
    counts.set(language, (counts.get(language) ?? 0) + Math.min(8, text.trim().split(/\s+/).length))
  }
  let best: LanguageCode | undefined
  for (const [language, count] of counts) if (best === undefined || count >= (counts.get(best) ?? 0)) best = language
  return best
}

function follow(move: Move, open: Wish[], facts: Facts, unsureRuns: ReadonlySet<string>): void {
  const { kind, goal } = move
  if (kind === 'handed_off') {
    facts.handedOffTo = move.handOffTo
    facts.wasHandedOff = true
  }
  if (goal === null || kind === 'answered' || kind === 'refused') return
  const over = kind === 'acted' || kind === 'wants_human' || kind === 'opted_out' || kind === 'failed' || kind === 'cancelled'
  let wish = open.findLast((it) => it.goal === goal)
  if (!wish) {
    // What is dropped without ever having been begun is nothing to tell.
    if (kind === 'cancelled') return
    wish = { goal, tool: move.tool, end: 'left', slots: {} }
    open.push(wish)
    facts.wishes.push(wish)
    facts.handedOffTo = null
  }
  if (kind !== 'cancelled') Object.assign(wish.slots, plainSlots(move.slots))
  wish.tool = move.tool ?? wish.tool
  if (!over) return
  const unsure = move.runId !== null && unsureRuns.has(move.runId)
  wish.end = kind === 'cancelled' ? 'cancelled' : kind === 'failed' ? (unsure ? 'unsure' : 'failed') : 'done'
  open.splice(open.indexOf(wish), 1)
}

/** Keeps a question; asked again in other words it is the same, and what was said last counts unless that was less. */
function ask({ text, meant }: ReportTurn, answer: string | null, facts: Facts): void {
  const question = clean(meant !== null && meant.length <= 160 ? meant : text)
  const mood = answer === null && !asksRather.test(text) ? moodOf(text) : 0
  // Praise needs no answer, nor do orders to machines, which are not passed on; displeasure needs another than a question does.
  if (mood >= 2 || (answer === null && overridesRules(text))) return
  if (mood <= -2) return void facts.complaints.push(clean(text))
  const topic = topicOf(question)
  const same = facts.asked.find((it) => it.question === question || isSameTopic(topicOf(it.question), topic))
  if (same) {
    same.answer = answer === null ? same.answer : clean(answer)
    return
  }
  facts.asked.push({ question, answer: answer === null ? null : clean(answer) })
  facts.handedOffTo = null
}

const cannotDo = ({ text, language }: ReportTurn, businessName: string) =>
  language !== null && (text === sayOf('cannotHere', language) || text === sayOf('cannotPlainly', language, { business: businessName }))

const gained = (before: Move, now: Move) => Object.keys(now.slots).length > Object.keys(before.slots).length

const plainSlots = (slots: Move['slots']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(slots).flatMap(([name, value]) => {
      const shown = typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
      return shown === '' ? [] : [[name, clip(clean(shown), longestSlot)]]
    }),
  )

/** On one line, without what must not be kept and what no database keeps. */
export const clean = (text: string): string =>
  redact(text.toWellFormed().replace(/\p{Cc}/gu, ' '))
    .text.replace(/\s+/g, ' ')
    .trim()
