import type { Reading } from '#time/reading.ts'
import { zoneNamed } from '#time/zone-names.ts'

/** A zone's name after a clock: `4 pm GMT`, `10:30 Eastern time`. */
export function zoneAt(reading: Reading, at: number): { zone: string; end: number } | null {
  let name = ''
  let found: { zone: string; end: number } | null = null
  for (let i = at; i < at + 3 && reading.words[i]?.letters === true; i++) {
    name += reading.words[i]?.keys[0] ?? ''
    const zone = zoneNamed(name)
    if (zone !== undefined) found = { zone, end: i + 1 }
  }
  return found
}
