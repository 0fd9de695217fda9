import { describe, expect, it } from 'vitest'
import { businessNameOf, hoursOf } from '#domain/draft-from-knowledge.ts'

const url = 'https://www.example.com/'
const hoursFact = (text: string) => [{ label: 'opening_hours', value: null, text, confidence: 0.9 }]

describe('the name of a business', () => {
  it.each([
    ['a labelled name', [{ label: 'name', value: 'Example Dental', text: '', confidence: 0.9 }], ['Home'], 'Example Dental'],
    ['what page titles share', [], ['About us | Example Dental', 'Prices | Example Dental'], 'Example Dental'],
    ['the part of a lone title that is like the address', [], ['Best cleaning in town - Example'], 'Example'],
    [
      'what its social name spells',
      [{ label: 'social', value: 'https://social.example/thecornershop', text: '', confidence: 0.9 }],
      ['The Corner Shop Best prices in town'],
      'The Corner Shop',
    ],
    [
      'what its mail domain begins with',
      [{ label: 'email', value: 'sales@brightind.example', text: '', confidence: 0.9 }],
      ['Lamps and more | Bright', 'Contact'],
      'Bright',
    ],
    ['what titles begin with', [], ['Corner Shop best prices', 'Corner Shop contact'], 'Corner Shop'],
    ['a title without its welcome', [], ['Welcome to Example Dental'], 'Example Dental'],
  ])('is %s', (_, facts, pageTitles, expected) => {
    expect(businessNameOf({ facts, pageTitles, url })).toBe(expected)
  })

  it('stays unknown when nothing tells it', () => {
    expect(businessNameOf({ facts: [], pageTitles: ['Home'], url })).toBeUndefined()
  })
})

describe('opening hours', () => {
  it('are read day by day', () => {
    expect(hoursOf(hoursFact('Monday to Wednesday 9:00–18:00, Saturday 10 am - 2 pm'))).toEqual([
      { day: 1, from: '09:00', to: '18:00' },
      { day: 2, from: '09:00', to: '18:00' },
      { day: 3, from: '09:00', to: '18:00' },
      { day: 6, from: '10:00', to: '14:00' },
    ])
  })

  it('go around the end of the week', () => {
    expect(hoursOf(hoursFact('Fri - Mon: 11:00 - 22:30')).map((it) => it.day)).toEqual([0, 1, 5, 6])
  })

  it('are every hour of every day when the site says so', () => {
    expect(hoursOf(hoursFact('Open 24/7'))).toHaveLength(7)
  })

  it('are left out when they make no sense', () => {
    expect(hoursOf(hoursFact('Monday 99:00–18:00'))).toEqual([])
    expect(hoursOf(hoursFact('Call us any day'))).toEqual([])
  })
})
