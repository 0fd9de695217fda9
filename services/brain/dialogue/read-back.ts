import type { LanguageCode } from '@myna/language'
import { readBackPatterns, slotNames } from '#dialogue/read-back-words.ts'
import { showTime, speakValue } from '#dialogue/show-value.ts'
import type { BuiltInGoal } from '#dialogue/standard-goals.ts'
import type { Filled } from '#dialogue/state.ts'
import { sayOf } from '#dialogue/wording.ts'

/** Says what is about to be done and asks whether that is right; what the caller would not tell is said to be left out. */
export function readBack(goal: BuiltInGoal, slots: Readonly<Record<string, Filled>>, language: LanguageCode, skipped: readonly string[] = []): string {
  const pattern = readBackPatterns[goal.name]?.[language]
  const left = skipped.filter((name) => slots[name] === undefined).map((name) => `, ${sayOf('without', language, { slot: nameOf(name, language) })}`)
  const said = pattern ? byPattern(pattern, slots, language) : listed(goal, slots, language)
  const rest = pattern ? '' : goal.slots.length > 0 && said === '' ? '' : said
  const title = `${pattern ? said : `${goal.title}${rest}`}${left.join('')}`
  return sayOf('confirm', language, { title: title.replace(/[.।!?]+$/u, '') })
}

const isoTime = /^(\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)(?:\/(\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?))?$/

/** A value in the language spoken now, whichever it was told in: times, and yes or no. */
export function shownIn({ value, shown }: Filled, language: LanguageCode): string {
  if (typeof value === 'boolean') return sayOf(value ? 'yes' : 'no', language)
  const [, from, to] = typeof value === 'string' ? (isoTime.exec(value) ?? []) : []
  return from === undefined ? shown : showTime({ from, grain: 'minute', ...(to === undefined ? {} : { to }) }, language)
}

/** A slot as it is called to callers. */
const nameOf = (slot: string, language: LanguageCode): string => slotNames[slot]?.[language] ?? slot.replace(/_/g, ' ')

/** `[before {slot} after]` is said when the slot is filled; all else always. `{slot:y}` takes the Bengali ending of a clock time. */
function byPattern(pattern: string, slots: Readonly<Record<string, Filled>>, language: LanguageCode): string {
  return pattern.replace(/\[([^\]{]*)\{(\w+)(:y)?\}([^\]]*)\]/g, (_, before: string, name: string, ending: string | undefined, after: string) => {
    const filled = slots[name]
    if (filled === undefined) return ''
    const shown = shownIn(filled, language)
    const said = speakValue(shown, language).replace(/[.।!?]+$/u, '')
    return `${before}${said}${ending !== undefined && said.endsWith('টা') ? 'য়' : ''}${after}`
  })
}

function listed(goal: BuiltInGoal, slots: Readonly<Record<string, Filled>>, language: LanguageCode): string {
  return goal.slots
    .flatMap((slot) => {
      const filled = slots[slot.name]
      return filled ? [`, ${nameOf(slot.name, language)} ${speakValue(shownIn(filled, language), language)}`] : []
    })
    .join('')
}
