import fc from 'fast-check'
import type { LanguageCode } from '@myna/language'
import { expect, test } from 'vitest'
import { bengaliFreshTimes } from '#time/cases/bengali-fresh-times.ts'
import { bengaliKindTimes } from '#time/cases/bengali-kind-times.ts'
import { bengaliMoreTimes } from '#time/cases/bengali-more-times.ts'
import { bengaliOtherTimes } from '#time/cases/bengali-other-times.ts'
import { bengaliTimes } from '#time/cases/bengali-times.ts'
import { englishFreshTimes } from '#time/cases/english-fresh-times.ts'
import { englishKindTimes } from '#time/cases/english-kind-times.ts'
import { englishMoreTimes } from '#time/cases/english-more-times.ts'
import { englishOtherTimes } from '#time/cases/english-other-times.ts'
import { englishTimes } from '#time/cases/english-times.ts'
import { hindiFreshTimes } from '#time/cases/hindi-fresh-times.ts'
import { hindiKindTimes } from '#time/cases/hindi-kind-times.ts'
import { hindiMoreTimes } from '#time/cases/hindi-more-times.ts'
import { hindiOtherTimes } from '#time/cases/hindi-other-times.ts'
import { hindiTimes } from '#time/cases/hindi-times.ts'
import { hinglishFreshTimes } from '#time/cases/hinglish-fresh-times.ts'
import { hinglishKindTimes } from '#time/cases/hinglish-kind-times.ts'
import { hinglishMoreTimes } from '#time/cases/hinglish-more-times.ts'
import { hinglishOtherTimes } from '#time/cases/hinglish-other-times.ts'
import { hinglishTimes } from '#time/cases/hinglish-times.ts'
import { otherMoments } from '#time/cases/other-moments.ts'
import { findTimes } from '#time/find-times.ts'

const said = (text: string, language: LanguageCode, reference = '2026-11-18T04:30:00Z', zone = 'Asia/Kolkata', country = 'IN') =>
  findTimes(text, { reference: new Date(reference), zone, country, language })
    .map((it) =>
      it.type === 'time'
        ? `${it.value.from}${it.value.to === undefined ? '' : `/${it.value.to}`} ${it.value.grain}`
        : it.type === 'duration'
          ? it.value.iso
          : it.type,
    )
    .join(' ; ')

const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('=>').map((cell) => cell.trim()))

const tables: [LanguageCode, string][] = [
  ['en', englishTimes + englishMoreTimes + englishOtherTimes + englishKindTimes + englishFreshTimes],
  ['hi', hindiTimes + hindiMoreTimes + hindiOtherTimes + hindiKindTimes + hindiFreshTimes],
  ['hinglish', hinglishTimes + hinglishMoreTimes + hinglishOtherTimes + hinglishKindTimes + hinglishFreshTimes],
  ['bn', bengaliTimes + bengaliMoreTimes + bengaliOtherTimes + bengaliKindTimes + bengaliFreshTimes],
]

test.each(tables)('finds what is meant in %s', (language, table) => {
  const cases = rows(table)
  expect(cases.length).toBeGreaterThan(300)
  expect(cases.map(([text = '']) => `${text} => ${said(text, language)}`)).toEqual(cases.map(([text, means]) => `${text} => ${means}`))
})

test('reads a time by the moment, the zone and the country it is said in', () => {
  const cases = rows(otherMoments)
  const found = cases.map(([text = '', language = 'en', reference = '', zone = '', country = '']) =>
    said(text, language as LanguageCode, reference, zone, country),
  )
  expect(found.map((means, i) => `${cases[i]?.[0]} => ${means}`)).toEqual(cases.map((row) => `${row[0]} => ${row[5]}`))
})

const languages = fc.constantFrom<LanguageCode>('en', 'hi', 'hinglish', 'bn')
const words = rows(tables.map(([, table]) => table.trim()).join('\n')).flatMap(([text = '']) => text.split(' '))
const utterances = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...words, '\u0000', '٣', '😀', 'שלום', '-', '/', ':'), { maxLength: 25 }).map((it) => it.join(' ')),
)

test('never throws, and every span is where it says, after the one before', () => {
  fc.assert(
    fc.property(utterances, languages, fc.date({ noInvalidDate: false }), (text, language, reference) => {
      let before = 0
      for (const it of findTimes(text, { reference, zone: 'Europe/London', country: 'GB', language })) {
        expect(text.slice(it.start, it.end)).toBe(it.text)
        expect(it.start).toBeGreaterThanOrEqual(before)
        expect(it.end).toBeGreaterThan(it.start)
        before = it.end
        if (it.type === 'time' && it.value.to !== undefined) expect(it.value.to > it.value.from).toBe(true)
      }
    }),
    { numRuns: 600 },
  )
})

const zeros = ['٠', '۰', '०', '০', '௦', '０']
const inDigits = (text: string, zero: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(zero.charCodeAt(0) + Number(digit)))

test('digits of every script mean the same', () => {
  const plain = tables.flatMap(([language, table]) => rows(table).map(([text = '']) => [language, text] as const)).filter(([, text]) => /[0-9]/.test(text))
  fc.assert(
    fc.property(fc.constantFrom(...plain), fc.constantFrom(...zeros), ([language, text], zero) => {
      expect(said(inDigits(text, zero), language)).toBe(said(text, language))
    }),
    { numRuns: 300 },
  )
})

test.each(['a ', '1/', '1 ', '3 to ', 'tomorrow ', 'monday to ', '3 days after ', 'kal se ', 'দুই ', '२ ', 'next ', '9', '- ', 'and '])(
  'reads ten thousand characters of %j',
  (part) => {
    expect(() => said(part.repeat(10_000 / part.length), 'hinglish')).not.toThrow()
  },
)

test('an unknown zone is taken for UTC', () => expect(said('tomorrow', 'en', '2026-11-18T23:30:00Z', 'Nowhere/City')).toBe('2026-11-19 day'))
