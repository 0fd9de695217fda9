import type { Civil } from '#time/civil.ts'
import { civilOf, hourMs } from '#time/civil.ts'

/** Zones by the names people say, without their spaces; IANA names, so that summer time is kept. Bare letters only as they are written: `IST`. */
const zones: Record<string, string> = {
  ist: 'Asia/Kolkata',
  indiantime: 'Asia/Kolkata',
  indiatime: 'Asia/Kolkata',
  indianstandardtime: 'Asia/Kolkata',
  indiastandardtime: 'Asia/Kolkata',
  bst: 'Europe/London',
  londontime: 'Europe/London',
  uktime: 'Europe/London',
  gmt: 'UTC',
  utc: 'UTC',
  zulu: 'UTC',
  zulutime: 'UTC',
  cet: 'Europe/Paris',
  cest: 'Europe/Paris',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  pacifictime: 'America/Los_Angeles',
  pacificstandardtime: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mountaintime: 'America/Denver',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  centraltime: 'America/Chicago',
  est: 'America/New_York',
  edt: 'America/New_York',
  et: 'America/New_York',
  easterntime: 'America/New_York',
  easternstandardtime: 'America/New_York',
  eastern: 'America/New_York',
  newyorktime: 'America/New_York',
  sgt: 'Asia/Singapore',
  singaporetime: 'Asia/Singapore',
  jst: 'Asia/Tokyo',
  hkt: 'Asia/Hong_Kong',
  aest: 'Australia/Sydney',
  sydneytime: 'Australia/Sydney',
  gst: 'Asia/Dubai',
  dubaitime: 'Asia/Dubai',
  pkt: 'Asia/Karachi',
  npt: 'Asia/Kathmandu',
  nepaltime: 'Asia/Kathmandu',
  bangladeshtime: 'Asia/Dhaka',
  dhakatime: 'Asia/Dhaka',
}

/** The IANA zone a name of up to three words stands for: `pst`, `eastern standard time`. */
export const zoneNamed = (name: string): string | undefined => (Object.hasOwn(zones, name) ? zones[name] : undefined)

/** What the speaker's clock shows when a clock in another zone shows a time. */
export function fromZone(time: Civil, there: string, here: string): Civil {
  const shown = civilOf(time, there)
  if (shown === null) return time
  const guess = time - (shown - time)
  const again = civilOf(guess, there)
  const instant = again === null ? guess : guess - (again - time)
  return Math.abs(instant - time) > 26 * hourMs ? time : (civilOf(instant, here) ?? time)
}
