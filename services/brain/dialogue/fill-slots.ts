import type { Slot } from '@myna/contracts/dialogue'
import { isFunctionWord, tokensOf } from '@myna/language'
import type { Entity } from '@myna/understanding'
import { choiceOf } from '#dialogue/choose.ts'
import { type Heard, means } from '#dialogue/heard.ts'
import { plainValue } from '#dialogue/plain-value.ts'
import { readReply } from '#dialogue/read-reply.ts'
import { indifferent, kin, noLead, ownNameCue, yesLead } from '#dialogue/reply-words.ts'
import { showEntity } from '#dialogue/show-value.ts'
import type { Filled } from '#dialogue/state.ts'
import { bareHour, timeOf } from '#dialogue/time-slot.ts'
import { sayOf } from '#dialogue/wording.ts'

/** What became of trying to fill one slot: a value, or what keeps it from being one, as a sentence; `said`: the words so far of a value told in pieces. */
export type Filling = { filled: Filled } | { trouble: string; part?: Filled; said?: string } | null

const longestText = 1000
/** A phone number has at least so many digits; in fewer more is to come. */
const shortestPhone = 8
/** Words right before or after a name that say it is somebody else's than the caller's. */
const withSomebody = /(?:\b(?:with|meet|see|for)\s+(?:mr\.?|mrs\.?|ms\.?|dr\.?)?\s*$)|(?:\b(?:with|meet|see)\s+(?:\p{L}+\s+){0,2}$)/iu
const afterSomebody = /^\s*(?:ji\s+|जी\s+)?(?:ke saath|ke sath|se mil|se meeting|के साथ|से मिल|से मीटिंग|এর সাথে|র সাথে|-এর সাথে|এর সঙ্গে|র সঙ্গে)/iu
const forSomebody = /^\s*(?:ji\s+|जी\s+)?(?:ke liye|के लिए|-?(?:এর|র)? ?জন্য)/iu
const spelled = /^(?:[\s\S]*[,:]\s*)?((?:\p{L}[\s.,-]+){2,}\p{L})[\s.]*$/u

/**
 * Fills what an utterance says of the slots of a goal. `asked` is the slot the caller was asked for: free text and bare answers go there.
 * `before` is what is known already: a new day keeps the old clock time, a new clock time the old day. `partial` is what was said so far of the asked one.
 */
export function fillSlots(
  slots: readonly Slot[],
  asked: string | null,
  before: Readonly<Record<string, Filled>>,
  heard: Heard,
  partial = '',
): Map<string, Filling> {
  const found = new Map<string, Filling>()
  const free = [...heard.entities]
  const ordered = [...slots].sort((a, b) => Number(b.name === asked) - Number(a.name === asked))
  for (const slot of ordered) {
    const filling = fillSlot(slot, slot.name === asked, before[slot.name], free, heard, partial)
    if (filling) found.set(slot.name, filling)
  }
  return found
}

function fillSlot(slot: Slot, asked: boolean, before: Filled | undefined, free: Entity[], heard: Heard, partial: string): Filling {
  if (slot.type === 'text') return asked ? textOf(heard) : slot.name === 'topic' ? forWhom(free, heard) : null
  if (slot.type === 'yes_no') return yesOrNo(slot, asked, heard)
  if (slot.type === 'choice') return choiceOf(slot, asked, heard)
  if (slot.type === 'phone' && asked) {
    const pieces = phoneInPieces(free, heard, partial)
    if (pieces) return pieces
  }
  const at = bestFit(slot, asked, before !== undefined, free, heard)
  const entity =
    at < 0
      ? asked && slot.type !== 'time'
        ? bareAnswer(slot, heard)
        : slot.type === 'time'
          ? bareHour(slot, before, asked, free, heard)
          : undefined
      : free.splice(at, 1)[0]
  if (entity === undefined) return null
  if (entity.type === 'time') return timeOf(slot, entity, before, heard)
  if (slot.type === 'duration' && (entity.type === 'number' || entity.type === 'quantity')) return nightsOf(entity, heard)
  if (entity.type === 'phone' && entity.value.e164 === null && entity.value.digits.length < 7) return { trouble: sayOf('badPhone', heard.language) }
  return { filled: { value: plainValue(entity), shown: showEntity(entity, heard.language), text: entity.text } }
}

/** The place of the entity that goes into a slot; of two of a kind after a refusal ("not Rahul, Rohan") the one that is not refused. */
function bestFit(slot: Slot, asked: boolean, known: boolean, free: readonly Entity[], heard: Heard): number {
  const fitting = free.flatMap((entity, at) => (fits(slot, entity, asked, known, heard) ? [at] : []))
  if (fitting.length < 2) return fitting[0] ?? -1
  return fitting.find((at) => !isRefused(free[at] as Entity, heard)) ?? fitting[0] ?? -1
}

const refusedBefore = /(?:\bnot|\binstead of|\brather than|\bwrong)\s+(?:on |at |for )?$/iu
const refusedAfter = /^\s*(?:is wrong|(?:ko |को )?(?:nahi+n?|nahin|नहीं|नही)|-?(?:এ|তে|টায়|কে)? ?(?:না|নয়))(?![\p{L}\p{M}])/iu

/** Whether a thing is named to say that it is not meant. */
function isRefused(entity: Entity, heard: Heard): boolean {
  return refusedBefore.test(heard.text.slice(0, entity.start)) || refusedAfter.test(heard.text.slice(entity.end))
}

const unitsOfTime = /^(?:night|day|hour|minute|week|month|year)s?$/
const nightAfter = /^\s*(?:nights?|raate?i?n?|raat|रात|रातें|रातों|রাত)(?![\p{L}\p{M}])/iu
const dayAfter = /^\s*(?:days?|din|दिन|দিন)(?![\p{L}\p{M}])/iu

/** Whether an entity may go into a slot: by its type, and of people by whether the words speak of the caller or of somebody to be met. */
function fits(slot: Slot, entity: Entity, asked: boolean, known: boolean, heard: Heard): boolean {
  const after = heard.text.slice(entity.end)
  const ofTime =
    (entity.type === 'quantity' && unitsOfTime.test(entity.value.unit)) || (entity.type === 'number' && (nightAfter.test(after) || dayAfter.test(after)))
  if (slot.type === 'duration' && (entity.type === 'quantity' || entity.type === 'number')) return ofTime || (asked && entity.type === 'number')
  if (slot.type === 'number' || slot.type === 'quantity')
    return (
      (entity.type === 'number' || entity.type === 'quantity') &&
      !ofTime &&
      !(entity.type === 'number' && !asked && heard.entities.some((it) => it.type === 'quantity'))
    )
  if (slot.type === 'money' && entity.type === 'number') return asked
  if (slot.type !== entity.type) return false
  if (entity.type !== 'person') return true
  if (isKin(entity, heard) || tokensOf(entity.text).every(({ word }) => isFunctionWord(word))) return false
  if (asked) return true
  // A word alone that nothing marks as a name is better asked for than taken for one.
  const corrects = known && (noLead.test(heard.text) || means(heard, 'correction'))
  if (!corrects && slot.name === 'name' && !/\s/.test(entity.text.trim()) && !ownNameCue.test(heard.text)) return false
  const somebody = withSomebody.test(heard.text.slice(0, entity.start)) || afterSomebody.test(after)
  return slot.name === 'with' ? somebody : !somebody || !/^schedule|meet/.test(heard.intent)
}

/** Whether a name is that of somebody the caller speaks for: `my mother Sunita`. */
function isKin(entity: Entity, heard: Heard): boolean {
  const before = heard.text.slice(0, entity.start).trim().split(/\s+/).slice(-2)
  const spokenFor = before.some((word) => kin.test(word.replace(/[,.।]/g, '')))
  return (
    spokenFor ||
    (/(?:^|\s)for\s+(?:mr\.?|mrs\.?|ms\.?)?\s*$/iu.test(heard.text.slice(0, entity.start)) && !/\bfor (?:me|myself)\b/i.test(heard.text)) ||
    forSomebody.test(heard.text.slice(entity.end))
  )
}

/** Whom it is for when that is not the caller. */
function forWhom(free: Entity[], heard: Heard): Filling {
  const at = free.findIndex((entity) => entity.type === 'person' && isKin(entity, heard))
  const entity = at < 0 ? undefined : free.splice(at, 1)[0]
  if (entity?.type !== 'person') return null
  const whom = sayOf('forWhom', heard.language, { name: entity.value.name })
  return { filled: { value: whom, shown: whom, text: entity.text } }
}

function nightsOf(entity: Entity & { type: 'number' | 'quantity' }, heard: Heard): Filling {
  const weeks = entity.type === 'quantity' && entity.value.unit.startsWith('week')
  const hours = entity.type === 'quantity' && entity.value.unit.startsWith('hour')
  const iso = hours ? `PT${entity.value.amount}H` : `P${entity.value.amount}${weeks ? 'W' : 'D'}`
  const unit = entity.type === 'number' ? (nightAfter.exec(heard.text.slice(entity.end)) ?? dayAfter.exec(heard.text.slice(entity.end)))?.[0] : ''
  const shown = `${entity.text}${unit ?? ''}`
  return { filled: { value: iso, shown, text: shown } }
}

/** A phone number told over several turns: digits are kept until they make a number. */
function phoneInPieces(free: Entity[], heard: Heard, partial: string): Filling {
  const whole = free.find((entity) => entity.type === 'phone')
  if (whole?.type === 'phone' && whole.value.e164 !== null) return null
  if (!isMostlyDigits(heard)) return null
  const said = `${partial} ${heard.text}`.trim()
  const joined = heard.hear(said).entities.find((entity) => entity.type === 'phone')
  if (joined?.type === 'phone' && (joined.value.e164 !== null || joined.value.digits.length >= 10)) {
    return { filled: { value: plainValue(joined), shown: showEntity(joined, heard.language), text: said } }
  }
  if (said.length > 120) return { trouble: sayOf('badPhone', heard.language) }
  if (partial !== '' && joined?.type === 'phone' && joined.value.digits.length >= shortestPhone) return null
  return { trouble: sayOf('restOfPhone', heard.language), said }
}

/** Whether hardly anything but digits, in figures or words, is said. */
function isMostlyDigits(heard: Heard): boolean {
  const words = tokensOf(heard.text).length
  const counted = heard.entities.filter((it) => it.type === 'number' || it.type === 'phone' || it.type === 'time')
  const covered = counted.reduce((sum, it) => sum + tokensOf(it.text).length, 0)
  return counted.length > 0 && (covered / words >= 0.6 || /\d{4,}|[०-९]{4,}|[০-৯]{4,}/u.test(heard.text))
}

const calledBy = /^(?:you can |just |people )?call me ((?!back|later|on|at|when|again|if|tomorrow|today)\p{L}[\p{L}\p{M}]+(?: \p{L}[\p{L}\p{M}]+)?)[.!]?$/iu

/** A name or firm said alone, in answer to the question for it, though nothing marks it as one. */
function bareAnswer(slot: Slot, heard: Heard): Entity | undefined {
  if (slot.type !== 'person' && slot.type !== 'company') return undefined
  const letters = spelled.exec(heard.text.trim())?.[1]?.replace(/[^\p{L}\p{M}]/gu, '')
  if (letters !== undefined && slot.type === 'person') return named(slot.type, letters.toLocaleLowerCase(), heard.text)
  if (heard.entities.some((it) => it.type !== 'status' && it.type !== 'priority')) return undefined
  const called = calledBy.exec(heard.text.trim())?.[1]
  if (called !== undefined && slot.type === 'person') return named(slot.type, called, heard.text)
  if (yesLead.test(heard.text) && heard.intent === 'affirm' && heard.confidence >= 0.9) return undefined
  if (noLead.test(heard.text) || means(heard, 'ask_question', 'cancel', 'talk_to_human', 'deny', 'repeat', 'wait', 'opt_out', 'greet')) return undefined
  const text = heard.text.trim().replace(/[.!,।?]+$/u, '')
  if (text.split(/\s+/).length > 4 || !/^[\p{L}\p{M}.'’ -]+$/u.test(text)) return undefined
  return named(slot.type, text, text)
}

function named(type: 'person' | 'company', words: string, text: string): Entity {
  const name = words
    .split(/\s+/)
    .map((word) => word.slice(0, 1).toLocaleUpperCase() + word.slice(1))
    .join(' ')
  return { type, text, start: 0, end: text.length, value: { name } }
}

function textOf(heard: Heard): Filling {
  const text = heard.text.trim().slice(0, longestText)
  return text === '' ? null : { filled: { value: text, shown: text, text } }
}

/** A yes or no to the question, or, when something else was asked, the slot's own name with or without a `not`. */
function yesOrNo(slot: Slot, asked: boolean, heard: Heard): Filling {
  const text = heard.text.trim()
  const named = tokensOf(text).some(({ word }) => word === slot.name.replace(/_/g, ' '))
  if (!asked && !named) return null
  if (indifferent.test(text)) return null
  const reply = readReply(heard)
  const negated = /(?:\b(?:not|no|without|nahi+n?)\b|नहीं|না(?![\p{L}\p{M}]))/iu.test(text)
  const yes = named && !/^(?:yes|no)\b/i.test(text) ? !negated : reply === 'yes' ? true : reply === 'no' ? false : null
  return yes === null ? null : { filled: { value: yes, shown: sayOf(yes ? 'yes' : 'no', heard.language), text } }
}
