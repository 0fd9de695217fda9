import type { Slot } from '@myna/contracts/dialogue'
import { stem, tokensOf } from '@myna/language'
import type { Entity } from '@myna/understanding'
import { type Heard, means } from '#dialogue/heard.ts'
import { showDay, showEntity } from '#dialogue/show-value.ts'
import type { Filled } from '#dialogue/state.ts'
import { sayOf } from '#dialogue/wording.ts'

/** What became of trying to fill one slot: a value, or what keeps it from being one, as a sentence. */
export type Filling = { filled: Filled } | { trouble: string; part?: Filled } | null

const longestText = 1000
/** Words right before or after a name that say it is somebody else's than the caller's. */
const withSomebody = /(?:\b(?:with|meet|see|for)\s+(?:mr\.?|mrs\.?|ms\.?|dr\.?)?\s*$)|(?:\b(?:with|meet|see)\s+(?:\p{L}+\s+){0,2}$)/iu
const afterSomebody = /^\s*(?:ji\s+|जी\s+)?(?:ke saath|ke sath|se mil|se meeting|के साथ|से मिल|से मीटिंग|এর সাথে|র সাথে|-এর সাথে|এর সঙ্গে|র সঙ্গে)/iu

/**
 * Fills what an utterance says of the slots of a goal. `asked` is the slot the caller was asked for: free text and bare answers go there.
 * `before` is what is known already: a new day keeps the old clock time, a new clock time the old day.
 */
export function fillSlots(slots: readonly Slot[], asked: string | null, before: Readonly<Record<string, Filled>>, heard: Heard): Map<string, Filling> {
  const found = new Map<string, Filling>()
  const free = [...heard.entities]
  const ordered = [...slots].sort((a, b) => Number(b.name === asked) - Number(a.name === asked))
  for (const slot of ordered) {
    const filling = fillSlot(slot, slot.name === asked, before[slot.name], free, heard)
    if (filling) found.set(slot.name, filling)
  }
  return found
}

function fillSlot(slot: Slot, asked: boolean, before: Filled | undefined, free: Entity[], heard: Heard): Filling {
  if (slot.type === 'text') return asked ? textOf(heard) : null
  if (slot.type === 'yes_no') return asked ? yesOrNo(heard) : null
  if (slot.type === 'choice') return choiceOf(slot, heard)
  const at = free.findIndex((entity) => fits(slot, entity, asked, heard))
  const entity = at < 0 ? (asked ? bareAnswer(slot, heard) : undefined) : free.splice(at, 1)[0]
  if (entity === undefined) return null
  if (entity.type === 'time') return timeOf(slot, entity, before, heard)
  if (entity.type === 'phone' && entity.value.e164 === null && entity.value.digits.length < 7) return { trouble: sayOf('badPhone', heard.language) }
  return { filled: { value: plainValue(entity), shown: showEntity(entity, heard.language), text: entity.text } }
}

/** Whether an entity may go into a slot: by its type, and of people by whether the words speak of the caller or of somebody to be met. */
function fits(slot: Slot, entity: Entity, asked: boolean, heard: Heard): boolean {
  if (slot.type !== entity.type) return slot.type === 'quantity' && entity.type === 'number'
  if (entity.type !== 'person' || asked) return true
  const somebody = withSomebody.test(heard.text.slice(0, entity.start)) || afterSomebody.test(heard.text.slice(entity.end))
  return slot.name === 'with' ? somebody : !somebody || !/^schedule|meet/.test(heard.intent)
}

/** A value as tools take it. */
export function plainValue(entity: Entity): unknown {
  switch (entity.type) {
    case 'time':
      return entity.value.to === undefined ? entity.value.from : `${entity.value.from}/${entity.value.to}`
    case 'person':
    case 'company':
      return entity.value.name
    case 'phone':
      return entity.value.e164 ?? entity.value.digits
    case 'email':
      return entity.value.address
    case 'money':
    case 'number':
    case 'quantity':
      return entity.value.amount
    case 'duration':
      return entity.value.iso
    case 'priority':
      return entity.value.level
    default:
      return entity.value.state
  }
}

/** A name or firm said alone, in answer to the question for it, though nothing marks it as one. */
function bareAnswer(slot: Slot, heard: Heard): Entity | undefined {
  if (slot.type !== 'person' && slot.type !== 'company') return undefined
  if (heard.entities.length > 0 || means(heard, 'ask_question', 'cancel', 'talk_to_human', 'deny', 'repeat', 'wait', 'opt_out', 'greet')) return undefined
  const text = heard.text.trim().replace(/[.!,।?]+$/u, '')
  const words = text.split(/\s+/)
  if (words.length > 4 || !/^[\p{L}\p{M}.'’ -]+$/u.test(text)) return undefined
  const name = words.map((word) => word.slice(0, 1).toLocaleUpperCase() + word.slice(1)).join(' ')
  return { type: slot.type, text, start: 0, end: text.length, value: { name } }
}

function textOf(heard: Heard): Filling {
  const text = heard.text.trim().slice(0, longestText)
  return text === '' ? null : { filled: { value: text, shown: text, text } }
}

function yesOrNo(heard: Heard): Filling {
  if (!means(heard, 'affirm', 'deny')) return null
  const yes = heard.intent === 'affirm'
  return { filled: { value: yes, shown: heard.text.trim(), text: heard.text.trim() } }
}

/** The choice whose words are all said; the longest one wins. */
function choiceOf(slot: Slot, heard: Heard): Filling {
  const said = new Set(tokensOf(heard.text).map(({ word }) => stem(word)))
  const chosen = slot.choices.filter((choice) => tokensOf(choice).every(({ word }) => said.has(stem(word)))).sort((a, b) => b.length - a.length)[0]
  return chosen === undefined ? null : { filled: { value: chosen, shown: chosen, text: chosen } }
}

/** A time, joined with the day or the clock time said before where one of the two is new. A day without a clock time is asked on. */
function timeOf(slot: Slot, entity: Entity & { type: 'time' }, before: Filled | undefined, heard: Heard): Filling {
  const whole = joined(entity, before, heard)
  const { value } = whole
  const filled: Filled = { value: plainValue(whole), shown: showEntity(whole, heard.language), text: whole.text }
  if (slot.future && !isAhead(value.from, value.to, heard)) return { trouble: sayOf('timePast', heard.language) }
  if (slot.future && !value.from.includes('T'))
    return { trouble: sayOf('timeAndDay', heard.language, { day: showDay(value.from, heard.language) }), part: filled }
  return { filled }
}

function joined(entity: Entity & { type: 'time' }, before: Filled | undefined, heard: Heard): Entity & { type: 'time' } {
  const earlier = typeof before?.value === 'string' ? before.value : ''
  const [day, clock] = [earlier.slice(0, 10), /^\d{4}-\d\d-\d\dT(\d\d:\d\d)/.exec(earlier)?.[1]]
  if (day === '') return entity
  if (!entity.value.from.includes('T')) {
    return clock === undefined || entity.value.grain !== 'day' ? entity : { ...entity, value: { from: `${entity.value.from}T${clock}`, grain: 'minute' } }
  }
  // A clock time alone merges with a day written before it into one time; one that names its own day does not.
  const merged = heard.read(`${day} ${entity.text}`)
  const only = merged.length === 1 ? merged[0] : undefined
  const isClock = only?.type === 'time' && only.start === 0 && only.value.from.startsWith(day) && only.value.from.slice(11) === entity.value.from.slice(11)
  return isClock ? { ...entity, value: only.value } : entity
}

/** Whether a local time lies ahead; of a day, whether it is today or later. */
function isAhead(from: string, to: string | undefined, heard: Heard): boolean {
  const now = localIso(heard.now, heard.zone)
  const last = to ?? from
  return last.includes('T') ? last > now : last >= now.slice(0, 10)
}

/** A moment as local ISO time to the minute. */
export function localIso(moment: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(moment)
  const part = (type: string) => parts.find((it) => it.type === type)?.value ?? '00'
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}
