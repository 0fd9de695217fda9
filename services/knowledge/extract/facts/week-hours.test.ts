import { describe, expect, it } from 'vitest'
import { plainDigits } from './line.ts'
import { hoursText, readHours, spareText } from './week-hours.ts'

const said = (line: string): string | null => {
  const read = readHours(plainDigits(line))
  if (!read) return null
  return [hoursText(read.days), spareText(read.spare), read.always && read.days.size === 0 ? 'always' : '', read.appointment ? 'by appointment' : '']
    .filter((part) => part !== '')
    .join('; ')
}

describe('opening hours', () => {
  it.each([
    ['Retail Store Hours: M-F 10-6 pm C.S.T Sat 10-4 pm', 'Monday to Friday 10:00–18:00, Saturday 10:00–16:00'],
    ['8:30AM - 5PM PST, Monday through Friday', 'Monday to Friday 8:30–17:00'],
    ['Mon-Fri: 9:00 AM - 6:00 PM, Sat: 10 AM - 2 PM, Sunday closed', 'Monday to Friday 9:00–18:00, Saturday 10:00–14:00, Sunday closed'],
    ['Mo-Fr 09:00-17:00; Sa 10:00-14:00', 'Monday to Friday 9:00–17:00, Saturday 10:00–14:00'],
    ['Tue, Thu & Sat 10-1 and 4-8', 'Tuesday 10:00–13:00 and 16:00–20:00, Thursday 10:00–13:00 and 16:00–20:00, Saturday 10:00–13:00 and 16:00–20:00'],
    ['Open daily 11am to 11pm', 'Every day 11:00–23:00'],
    ['10 am - 7 pm (Mon to Sat)', 'Monday to Saturday 10:00–19:00'],
    ['Mon.–Fri. 7.30 – 16.00 Uhr', 'Monday to Friday 7:30–16:00'],
    ['Weekdays 9–5; Weekends by appointment only', 'Monday to Friday 9:00–17:00; by appointment'],
    ['Fri 6 pm to 2 am', 'Friday 18:00–2:00'],
    ['Closed on Sundays', 'Sunday closed'],
    ['Lunch 12 noon - 3 pm, Dinner 7 pm - midnight', '12:00–15:00 and 19:00–24:00'],
    ['Open 24/7', 'always'],
    ['We work round the clock', 'always'],
    ['सोमवार से शनिवार सुबह १० बजे से रात ८ बजे तक, रविवार बंद', 'Monday to Saturday 10:00–20:00, Sunday closed'],
    ['শনিবার থেকে বৃহস্পতিবার সকাল ৯টা থেকে রাত ৮টা, শুক্রবার বন্ধ', 'Monday to Thursday 9:00–20:00, Friday closed, Saturday and Sunday 9:00–20:00'],
    ['Office open 10 am to 7 pm, closed on Tuesdays', 'Tuesday closed'],
    ['রোজ সকাল ৭টা থেকে রাত ৯টা পর্যন্ত খোলা, বৃহস্পতিবার বন্ধ', 'Monday to Wednesday 7:00–21:00, Thursday closed, Friday to Sunday 7:00–21:00'],
    ['Somvar se Shanivar subah 10 baje se raat 8 baje tak', 'Monday to Saturday 10:00–20:00'],
  ])('reads %s', (line, expected) => expect(said(line)).toBe(expected))

  it.each([
    'Founded in 2000 in Adyar',
    'We are 12 people',
    'Call 033 2445 1902',
    'The sun sets in May',
    '10% off',
    'Stock items leave within 3 working days. Pumps take 5 to 6 weeks.',
  ])('finds none in "%s"', (line) => {
    expect(said(line)).toBeNull()
  })
})
