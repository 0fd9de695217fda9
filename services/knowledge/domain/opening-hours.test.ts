import { describe, expect, it } from 'vitest'
import { hoursDisagree, readOpeningHours } from '#domain/opening-hours.ts'

const minutes = (text: string) => Number(text.split(':')[0]) * 60 + Number(text.split(':')[1])
const span = (text: string) => text.split('-').map(minutes)

describe('readOpeningHours', () => {
  it.each([
    ['Mo-Fr 09:00-17:30', { 0: ['9:00-17:30'], 4: ['9:00-17:30'] }, 5],
    ['Monday – Friday: 9 am – 5.30 pm, Saturday 10am to 2pm, Sunday closed', { 0: ['9:00-17:30'], 5: ['10:00-14:00'], 6: [] }, 7],
    ['Mon, Wed & Fri 9-5', { 0: ['9:00-17:00'], 2: ['9:00-17:00'], 4: ['9:00-17:00'] }, 3],
    ['Mon-Sat: 9:00-12:00, 13:00-18:00', { 0: ['9:00-12:00', '13:00-18:00'], 5: ['9:00-12:00', '13:00-18:00'] }, 6],
    ['Open daily 10 - 8 pm', { 0: ['10:00-20:00'], 6: ['10:00-20:00'] }, 7],
    ['24x7', { 3: ['0:00-24:00'] }, 7],
    ['open 24 hours, every day', { 6: ['0:00-24:00'] }, 7],
    ['M-F 10-6 pm C.S.T Sat 10-4 pm', { 0: ['10:00-18:00'], 5: ['10:00-16:00'] }, 6],
    ['Fri-Mon 1-5 pm', { 4: ['13:00-17:00'], 0: ['13:00-17:00'] }, 4],
    ['Saturday: 12 pm - 12 am', { 5: ['12:00-0:00'] }, 1],
    ['Sunday: Closed', { 6: [] }, 1],
    ['सोमवार - शनिवार 10:00 - 19:00, रविवार बंद', { 0: ['10:00-19:00'], 6: [] }, 7],
  ])('reads %s', (text, some, days) => {
    const hours = readOpeningHours(text)!
    for (const [day, spans] of Object.entries(some)) expect(hours.get(Number(day))).toEqual((spans as string[]).map(span))
    expect(hours.size).toBe(days)
  })

  it.each(['Call us on Monday', '9 am - 5 pm', 'By appointment', 'We close 10 sales a month, 9-5', '', 'Founded 1998'])('finds no week in %s', (text) => {
    expect(readOpeningHours(text)).toBeUndefined()
  })
})

describe('hoursDisagree', () => {
  const disagree = (a: string, b: string) => hoursDisagree(readOpeningHours(a)!, readOpeningHours(b)!)
  it('sees other times on one day, and open against closed', () => {
    expect(disagree('Mon-Fri 9-5', 'Mon-Fri 9-6')).toBe(true)
    expect(disagree('Mon-Sun 9-5', 'Sunday closed')).toBe(true)
  })
  it('lets one week in other words, other days, and a split day stand', () => {
    expect(disagree('Mon-Fri 9am-5pm', 'Mo-Fr 09:00-17:00')).toBe(false)
    expect(disagree('Mon-Fri 9-5', 'Saturday 10-2')).toBe(false)
    expect(disagree('Monday 9:00-12:00', 'Monday 13:00-17:00')).toBe(false)
  })
})
