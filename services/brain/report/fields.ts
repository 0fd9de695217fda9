import type { CallReport } from '@myna/contracts/calls-report'
import { type Entity, understand } from '@myna/understanding'
import { showEntity } from '#dialogue/show-value.ts'
import { ownNameCue } from '#dialogue/reply-words.ts'
import { clean, type Facts, type ReportTurn } from '#report/facts.ts'
import { clip } from '#report/patterns.ts'

type Fields = CallReport['fields']

const mostFields = 30
const longestValue = 300
/** Turns in which things are looked for. */
const mostTurns = 120

/** Entities that are something given, and what they are called. */
const fieldNames: Partial<Record<Entity['type'], string>> = { phone: 'phone', email: 'email', company: 'company', money: 'money', time: 'time' }
/** Of these a caller has one, and what was said last counts. */
const single: ReadonlySet<string> = new Set(['name', 'email', 'company'])

/**
 * What the caller gave: the slots of what was wanted, then what else was named in passing. A time or a sum in a question is asked about, not given; a name is the
 * caller's own only where it is told as such.
 */
export function fieldsOf(facts: Facts, turns: readonly ReportTurn[], situation: { zone: string; country: string }): Fields {
  const fields: Fields = []
  const add = (name: string, value: string, own: boolean) => {
    const text = clip(clean(value), longestValue)
    if (text === '' || fields.some((it) => it.name === name && isSame(it.value, text))) return
    const known = single.has(name) ? fields.find((it) => it.name === name) : undefined
    if (known && !own) return
    if (known) known.value = text
    else if (fields.length < mostFields) fields.push({ name, value: text })
  }
  for (const wish of facts.wishes) for (const [name, value] of Object.entries(wish.slots)) add(name, value, true)
  const slotValues = fields.map((it) => it.value)
  for (const [at, turn] of turns.slice(0, mostTurns).entries()) {
    if (turn.speaker !== 'caller') continue
    const answered = turns[at + 1]?.move
    const asks = answered?.kind === 'answered' || answered?.kind === 'refused'
    const { entities } = understand(turn.text, { reference: turn.at, ...situation, ...(turn.language ? { language: turn.language } : {}) })
    for (const entity of entities) {
      const name = entity.type === 'person' && tellsOwnName(turn.text, entity) ? 'name' : fieldNames[entity.type]
      if (name === undefined || (asks && (name === 'time' || name === 'money' || name === 'company'))) continue
      // What filled a slot, or was corrected before it did, is told by the slot.
      if ((name === 'time' || name === 'phone') && answered && answered.goal !== null) continue
      const value = showEntity(entity, facts.language)
      if (!slotValues.some((it) => isSame(it, value))) add(name, value, false)
    }
  }
  return fields
}

const tellsOwnName = (text: string, { start, end }: Entity) => {
  const before = text.slice(Math.max(0, start - 24), start)
  return ownNameCue.test(before) || /^\s*(?:bol (?:raha|rahi)|बोल (?:रहा|रही)|বলছি|speaking|here|hoon|हूँ|हूं)/iu.test(text.slice(end, end + 16))
}

/** The same words, or the same digits with or without a country code. */
function isSame(one: string, other: string): boolean {
  if (one.toLowerCase() === other.toLowerCase()) return true
  const [a, b] = [one.replace(/\D/g, ''), other.replace(/\D/g, '')]
  return /^[+\d\s()-]{7,}$/.test(one) && /^[+\d\s()-]{7,}$/.test(other) && (a.endsWith(b) || b.endsWith(a))
}
