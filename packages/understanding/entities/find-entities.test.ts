import type { LanguageCode } from '@myna/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entity } from '#entity.ts'
import { bengaliCases } from '#entities/cases/bengali-cases.ts'
import { bengaliSpokenCases } from '#entities/cases/bengali-spoken-cases.ts'
import { englishCases } from '#entities/cases/english-cases.ts'
import { englishSpokenCases } from '#entities/cases/english-spoken-cases.ts'
import { hindiCases } from '#entities/cases/hindi-cases.ts'
import { hindiSpokenCases } from '#entities/cases/hindi-spoken-cases.ts'
import { hinglishCases } from '#entities/cases/hinglish-cases.ts'
import { hinglishSpokenCases } from '#entities/cases/hinglish-spoken-cases.ts'
import { findEntities } from '#entities/find-entities.ts'

const situation = (language: LanguageCode, country = 'IN') => ({ reference: new Date('2026-11-21T10:00:00Z'), zone: 'Asia/Kolkata', country, language })

const shown = ({ type, value }: Entity): string => {
  if (type === 'person' || type === 'company') return value.name
  if (type === 'phone') return value.e164 ?? value.digits
  if (type === 'email') return value.address
  if (type === 'money') return `${value.amount}${value.to === undefined ? '' : `-${value.to}`} ${value.currency ?? '-'}`
  if (type === 'quantity') return `${value.amount} ${value.unit}`
  if (type === 'number') return String(value.amount)
  if (type === 'priority') return value.level
  return type === 'status' ? value.state : ''
}

const tables: [LanguageCode, string][] = [
  ['en', englishCases],
  ['hinglish', hinglishCases],
  ['hi', hindiCases],
  ['bn', bengaliCases],
]

const spoken: [LanguageCode, string][] = [
  ['en', englishSpokenCases],
  ['hinglish', hinglishSpokenCases],
  ['hi', hindiSpokenCases],
  ['bn', bengaliSpokenCases],
]

describe('entities', () => {
  it.each(
    tables.flatMap(([language, table]) =>
      table
        .trim()
        .split('\n')
        .map((line) => [language, ...line.split('|').map((it) => it.trim())] as [LanguageCode, string, string]),
    ),
  )('%s: "%s" names %s', (language, text, wanted) => {
    const found = findEntities(text, situation(language), []).map((it) => `${it.type}=${shown(it)}`.normalize())
    const wants = wanted
      .split(';')
      .map((it) => it.trim().normalize())
      .filter(Boolean)
    expect(found.toSorted()).toEqual(wants.toSorted())
  })

  it.each(
    spoken.flatMap(([language, table]) =>
      table
        .trim()
        .split('\n')
        .map((line) => [language, ...line.split('|').map((it) => it.trim())] as [LanguageCode, string, string]),
    ),
  )('%s as spoken: "%s" names %s', (language, text, wanted) => {
    const plain = (list: readonly string[]) =>
      list
        .map((it) => it.trim().normalize().toLowerCase())
        .filter(Boolean)
        .toSorted()
    expect(plain(findEntities(text, situation(language), []).map((it) => `${it.type}=${shown(it)}`))).toEqual(plain(wanted.split(';')))
  })

  it('reads taka as the money of the country', () => {
    const money = (country: string) => findEntities('পাঁচ হাজার টাকা', situation('bn', country), [])[0]?.value
    expect(money('BD')).toEqual({ amount: 5000, currency: 'BDT' })
    expect(money('IN')).toEqual({ amount: 5000, currency: 'INR' })
  })

  it('leaves what is taken alone', () => {
    const text = 'meet 25 people at 5'
    const taken: Entity = { type: 'time', text: '5', start: 18, end: 19, value: { from: '2026-11-21T17:00', grain: 'hour' } }
    expect(findEntities(text, situation('en'), [taken]).map((it) => it.text)).toEqual(['25 people'])
  })

  const word = fc.oneof(
    fc.constantFrom(
      ...'my name is rahul from techcorp at gmail dot com call double nine eight seven lakh rupees budget and to between - + ( ) ₹ $ priya ke saath se urgent won 5 10 1,50,000 3.5 राहुल एट जीमेल डॉट कॉम को लाख টাকা রাহুলের সাথে ৫ জন oh point'.split(
        ' ',
      ),
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  const languages = fc.constantFrom<LanguageCode>('en', 'hi', 'hinglish', 'bn')

  it('finds things in order, apart from one another, with the words as they stand, and never throws', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), languages, fc.constantFrom('IN', 'BD', 'US', 'XX', ''), (words, language, country) => {
        const text = words.join(' ')
        let last = 0
        for (const { start, end, text: said } of findEntities(text, situation(language, country), [])) {
          expect(start >= last && end > start && end <= text.length).toBe(true)
          expect(text.slice(start, end)).toBe(said)
          last = end
        }
      }),
      { numRuns: 500 },
    )
  })

  it('overlaps nothing that is taken, wherever that stands', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 20 }), fc.nat(60), fc.integer({ min: 1, max: 20 }), languages, (words, start, length, language) => {
        const text = words.join(' ')
        const taken: Entity = { type: 'time', text: '', start, end: start + length, value: { from: '2026-11-21', grain: 'day' } }
        for (const it of findEntities(text, situation(language), [taken])) expect(it.end <= start || it.start >= start + length).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
