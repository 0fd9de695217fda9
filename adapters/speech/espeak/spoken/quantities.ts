import { spokenNumber } from './spoken-number.ts'
import { englishOrdinal } from './tongues/english.ts'
import type { Tongue, Unit } from './tongue.ts'

// biome-ignore format: a table
const units: Record<string, Unit> = {
  km: 'km', kms: 'km', m: 'm', mtr: 'm', cm: 'cm', mm: 'mm', kg: 'kg', kgs: 'kg', g: 'g', gm: 'g', gms: 'g', mg: 'mg', l: 'l', ltr: 'l', ml: 'ml', ft: 'ft',
  'sq ft': 'sqft', 'sq. ft': 'sqft', sqft: 'sqft', hr: 'hour', hrs: 'hour', min: 'minute', mins: 'minute', sec: 'second', secs: 'second',
  kb: 'kb', mb: 'mb', gb: 'gb', tb: 'tb', mbps: 'mbps', '°c': 'celsius', '°f': 'fahrenheit', 'km/h': 'kmph', kmph: 'kmph', kwh: 'kwh', yr: 'year', yrs: 'year',
  'किमी': 'km', 'कि.मी': 'km', 'किग्रा': 'kg', 'कि.ग्रा': 'kg', 'मिली': 'ml', 'কিমি': 'km', 'কি.মি': 'km', 'কেজি': 'kg',
}
const unitNames = Object.keys(units)
  .sort((a, b) => b.length - a.length)
  .map((it) => it.replaceAll('.', '\\.'))
  .join('|')
const number = String.raw`\d+(?:,\d+)*(?:\.\d+)?`
const measured = new RegExp(String.raw`(?<![\p{L}\d])(${number})\s*(${unitNames})(?![\p{L}\p{M}\d/])`, 'giu')
const perWords =
  'day|night|hour|hr|week|month|year|annum|person|head|guest|kg|km|litre|unit|piece|room|visit|session|user|दिन|रात|घंटा|महीना|माह|साल|व्यक्ति|দিন|রাত|মাস|বছর|জন|ঘণ্টা'

/** What is left of numbers after dates, times, money and telephones: per cent, units, ranges, ordinals, decimals, whole numbers. */
export function sayQuantities(text: string, tongue: Tongue): string {
  return (
    text
      .replace(/(?<![\p{L}\d])24\s*[/x×]\s*7(?!\d)/gu, `${tongue.cardinal(24, false)} ${tongue.cardinal(7, false)}`)
      .replace(new RegExp(String.raw`\s*\/\s*(?=(?:${perWords})(?![\p{L}\p{M}]))`, 'giu'), ` ${tongue.per} `)
      .replace(/(?<=\d)\s*[x×]\s*(?=\d)/giu, ` ${tongue.symbols['×']} `)
      .replace(/(?<=\d)\s*(?:-|–|—)\s*(?=\d)/g, ` ${tongue.to} `)
      .replace(/(?<=\d%)\s*(?:-|–|—)\s*(?=\d)/g, ` ${tongue.to} `)
      .replace(/(?<![\p{L}\p{M}\d)])[-−](?=\d)/gu, `${tongue.minus} `)
      .replace(/(?<![\p{L}\d/])(?:(\d+)\s+)?([123]\/[234])(?![\d/])/gu, (written, whole: string | undefined, part: string) => {
        const said = tongue.fractions[part]
        if (said === undefined) return written
        return whole === undefined ? said : `${whole} ${tongue.and} ${said}`
      })
      .replace(/(?<![\d/.])(\d(?:\.\d+)?)\s*\/\s*(5|10)(?![\d/])/g, (_, score: string, best: string) =>
        tongue.outOf(spokenNumber(score, tongue), spokenNumber(best, tongue)),
      )
      .replace(/(?<=\d)\s*[/:'"′″]\s*(?=\d)/g, ' ')
      .replace(new RegExp(String.raw`(${number})\s*%`, 'g'), (_, it: string) => `${spokenNumber(it, tongue)} ${tongue.percent}`)
      // `4G` is a network, not four grams.
      .replace(measured, (whole, it: string, unit: string) =>
        /^[A-Z]$/.test(unit) ? whole : `${spokenNumber(it, tongue)} ${tongue.units[units[unit.toLowerCase()]!][Number(it) === 1 ? 0 : 1]}`,
      )
      .replace(/(?<![\p{L}\d.,])(\d{1,4})(?:st|nd|rd|th)(?![\p{L}\d])/giu, (_, it: string) => englishOrdinal(Number(it)))
      .replace(/\d+(?:\.\d+){2,}/g, (it) =>
        it
          .split('.')
          .map((part) => spokenNumber(part, tongue))
          .join(` ${tongue.point} `),
      )
      .replace(
        new RegExp(String.raw`([A-Za-z]?)(\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)([A-Za-z]?)`, 'g'),
        (_, left: string, it: string, right: string) => {
          const said = spokenNumber(it, tongue)
          return `${left}${left && ' '}${said}${right && ' '}${right}`
        },
      )
      .replace(/(?<=\p{M}|\p{L})\s*,(?=\p{L})/gu, ', ')
  )
}
