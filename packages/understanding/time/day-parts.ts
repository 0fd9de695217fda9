import type { PartName } from '#time/frame.ts'

/**
 * From which hour to which a part of the day lasts, of 24 hours; midnight at its end is 24. `night` begins with the evening, as people
 * say `tonight`. A weekend is Saturday 00:00 to Monday 00:00; a week begins on Monday; a bare weekday and `next Monday` are the next such day to come, never today.
 */
export const dayParts: Record<PartName, { from: number; to: number }> = {
  dawn: { from: 4, to: 7 },
  early: { from: 4, to: 9 },
  morning: { from: 4, to: 12 },
  lunch: { from: 12, to: 14 },
  afternoon: { from: 12, to: 19 },
  evening: { from: 18, to: 24 },
  night: { from: 18, to: 24 },
  late: { from: 21, to: 24 },
  'after-lunch': { from: 13, to: 17 },
  'after-work': { from: 17, to: 21 },
  close: { from: 17, to: 24 },
  overnight: { from: 18, to: 30 },
}

/** The hour of 24 that an hour of a clock with twelve means in a part of the day; from 24 on, the day after. */
export function hourInPart(hour: number, part: PartName): number {
  if (hour > 12 || hour === 0) return hour
  switch (part) {
    case 'dawn':
    case 'early':
      return hour === 12 ? 0 : hour
    case 'morning':
      return hour
    case 'lunch':
    case 'afternoon':
    case 'after-lunch':
    case 'after-work':
    case 'close':
      return hour >= 10 ? hour : hour + 12
    case 'evening':
      return hour === 12 ? 24 : hour + 12
    case 'night':
    case 'late':
    case 'overnight':
      return hour === 12 ? 24 : hour < 5 ? hour + 24 : hour + 12
  }
}

/** The hour of 24 an hour without more means between people at work: 1–7 after noon, 8–12 before. */
export const businessHour = (hour: number): number => (hour >= 1 && hour <= 7 ? hour + 12 : hour)

/** Seasons of the north, by their first day and the day after their last: month and day. */
export const seasons: Record<string, { from: [number, number]; to: [number, number] }> = {
  spring: { from: [3, 20], to: [6, 21] },
  summer: { from: [6, 21], to: [9, 24] },
  autumn: { from: [9, 23], to: [12, 22] },
  winter: { from: [12, 21], to: [3, 21] },
}
