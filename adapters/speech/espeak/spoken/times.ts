import type { Tongue } from './tongue.ts'

const period = String.raw`([ap])\.?\s?m\b`
const suffix = String.raw`(?:\s*(?:बजे|বেজে|টায়|টা|o'clock|hrs?\b|hours\b))?`
const partBefore = String.raw`(?:(सुबह|दोपहर|शाम|रात|ভোর|সকাল|দুপুর|বিকেল|বিকাল|সন্ধ্যা|রাত)(\s+|ে\s+))?`
const clock = new RegExp(String.raw`${partBefore}(?<![\d:.,])(\d{1,2}):(\d{2})(?::\d{2})?(?:\s*${period})?(${suffix})(?![\d:]|\.\d)`, 'giu')
const dotted = new RegExp(String.raw`(?<![\d:.,])(\d{1,2})\.([0-5]\d)\s*${period}(?![\p{L}\d])`, 'giu')
const full = new RegExp(String.raw`(?<![\d:.,])(\d{1,2})\s*${period}(?![\p{L}\d])`, 'giu')
const shared = new RegExp(String.raw`(?<![\d:.,/])(\d{1,2}(?::[0-5]\d)?)\s*[-–—]\s*(\d{1,2}(?::[0-5]\d)?\s*[ap]\.?\s?m\b)`, 'giu')

/** Times of day: `10:30 am`, `6pm`, `18:00`, and ranges of them as in `9–5 pm`. */
export function sayTimes(text: string, tongue: Tongue): string {
  const said = (whole: string, hour: number, minute: number, half: string | undefined, ending = '') => {
    if (hour > 23 || minute > 59 || (half !== undefined && (hour > 12 || hour === 0))) return whole
    const pm = half?.toLowerCase() === 'p'
    if (half !== undefined) return tongue.time({ hour: (hour % 12) + (pm ? 12 : 0), minute, period: pm ? 'pm' : 'am', suffix: ending })
    // Only a clock of 24 hours says which half of the day it means.
    if (hour > 12 || hour === 0) return tongue.time({ hour, minute, period: hour < 12 ? 'am' : 'pm', suffix: ending })
    return tongue.time({ hour, minute, period: undefined, suffix: ending })
  }
  return text
    .replace(shared, (_, first: string, second: string) => `${first} ${tongue.to} ${second}`)
    .replace(/(\d:[0-5]\d(?:\s*[ap]\.?m\b)?|\d\s*(?:[ap]\.?m\b|बजे|টায়|টা))\s*[-–—]\s*(?=\d)/giu, `$1 ${tongue.to} `)
    .replace(clock, (whole, part: string | undefined, gap: string | undefined, hour: string, minute: string, half: string | undefined, ending: string) => {
      const time = said(
        whole,
        part === undefined ? Number(hour) : Number(hour) % 12 || 12,
        Number(minute),
        part === undefined ? half : undefined,
        ending.trim(),
      )
      return time === whole || part === undefined ? time : `${part}${gap}${time}`
    })
    .replace(dotted, (whole, hour: string, minute: string, half: string) => said(whole, Number(hour), Number(minute), half))
    .replace(full, (whole, hour: string, half: string) => said(whole, Number(hour), 0, half))
}
