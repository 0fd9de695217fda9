import type { LanguageCode } from '@myna/language'
import type { BuiltInGoal } from '#dialogue/standard-goals.ts'
import type { Filled } from '#dialogue/state.ts'
import { goalNames, sayOf, slotNames } from '#dialogue/wording.ts'

/** Says what is about to be done and asks whether that is right. */
export function readBack(goal: BuiltInGoal, slots: Readonly<Record<string, Filled>>, language: LanguageCode): string {
  const title = goalNames[goal.name]?.[language] ?? goal.title
  const said = goal.slots.flatMap((slot) => {
    const filled = slots[slot.name]
    return filled ? [`${slotNames[slot.name]?.[language] ?? slot.name.replace(/_/g, ' ')} ${filled.shown}`] : []
  })
  return said.length === 0 ? sayOf('confirmBare', language, { title }) : sayOf('confirm', language, { title, slots: said.join(', ') })
}
