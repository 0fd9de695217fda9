import type { LanguageCode } from '@myna/language'
import type { Entity, TimeValue } from '@myna/understanding'

const locales: Readonly<Record<LanguageCode, string>> = { en: 'en-IN', hi: 'hi-IN-u-nu-latn', hinglish: 'en-IN', bn: 'bn-IN' }

/** The part of the day an hour belongs to, as it is said before a clock time. */
const dayParts: Readonly<Record<'hi' | 'hinglish' | 'bn', readonly [number, string][]>> = {
  hi: [
    [4, 'रात'],
    [12, 'सुबह'],
    [16, 'दोपहर'],
    [20, 'शाम'],
    [24, 'रात'],
  ],
  hinglish: [
    [4, 'raat'],
    [12, 'subah'],
    [16, 'dopahar'],
    [20, 'shaam'],
    [24, 'raat'],
  ],
  bn: [
    [4, 'রাত'],
    [12, 'সকাল'],
    [16, 'দুপুর'],
    [18, 'বিকেল'],
    [20, 'সন্ধ্যা'],
    [24, 'রাত'],
  ],
}

/** A value as it is said in a sentence: a phone number in two groups, in Bengali in its own digits. */
export function speakValue(shown: string, language: LanguageCode): string {
  const spaced = shown.replace(/^\+91(\d{5})(\d{5})$/, '$1 $2')
  return language === 'bn' && /^\+?[\d ]+$/.test(spaced) ? bengaliDigits(spaced) : spaced
}

/** An entity's value as it is read back to a caller. */
export function showEntity(entity: Entity, language: LanguageCode): string {
  switch (entity.type) {
    case 'time':
      return showTime(entity.value, language)
    case 'person':
    case 'company':
      return entity.value.name
    case 'phone':
      return entity.value.e164 ?? entity.value.digits
    case 'email':
      return entity.value.address
    default:
      return entity.text
  }
}

/** A time as it is said: `Tuesday 24 November, 4 pm`; of a span both ends. Local ISO in, no zone. */
export function showTime(value: TimeValue, language: LanguageCode): string {
  const from = showMoment(value.from, language)
  if (value.to === undefined || !value.to.includes('T')) return from
  const [day, clock] = [value.to.slice(0, 10), value.to.slice(11, 16)]
  return `${from} – ${day === value.from.slice(0, 10) ? showClock(clock, language) : showMoment(value.to, language)}`
}

/** The day of a time alone. */
export const showDay = (iso: string, language: LanguageCode): string =>
  new Intl.DateTimeFormat(locales[language], { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
    .format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))
    .replace(/,/g, '')

const betweenDayAndClock: Readonly<Record<LanguageCode, string>> = { en: ' at ', hi: ' को ', hinglish: ' ko ', bn: ', ' }

function showMoment(iso: string, language: LanguageCode): string {
  const clock = iso.slice(11, 16)
  const day = showDay(iso, language)
  return clock === '' ? day : `${day}${betweenDayAndClock[language]}${showClock(clock, language)}`
}

function showClock(clock: string, language: LanguageCode): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  if (language === 'en') return `${twelve}${minutes} ${hour < 12 ? 'am' : 'pm'}`
  const part = dayParts[language].find(([before]) => hour < before)?.[1] ?? ''
  if (language === 'bn') return `${part} ${bengaliDigits(`${twelve}${minutes}`)}টা`
  return `${part} ${twelve}${minutes} ${language === 'hi' ? 'बजे' : 'baje'}`
}

const bengaliDigits = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x09e6 + Number(digit)))
