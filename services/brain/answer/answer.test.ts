import type { Hit, Item } from '@myna/contracts/knowledge'
import { describe, expect, it } from 'vitest'
import { answer } from '#answer/answer.ts'

const hitOf = (at: number, change: Partial<Item>): Hit => ({
  item: {
    id: `018f3a52-7c1e-7000-8000-${String(at).padStart(12, '0')}`,
    baseId: '018f3a52-7c1e-7000-8000-000000000000',
    category: 'company_contact',
    title: 'Shop',
    text: '',
    kind: 'passage',
    label: null,
    value: null,
    language: 'en',
    url: 'https://shop.example/',
    quote: null,
    confidence: 0.9,
    state: 'found',
    stale: false,
    updatedAt: '2026-11-18T06:30:00.000Z',
    ...change,
  } as Item,
  score: 1 / (at + 1),
  before: null,
  after: null,
})
const persona = {
  agentName: 'Myna',
  businessName: 'Corner Shop',
  instructions: '',
  languages: ['en', 'hi', 'hinglish', 'bn'] as const,
  timeZone: 'Asia/Kolkata',
  country: 'IN',
}
const said = (question: string, items: Partial<Item>[]) =>
  answer(
    question,
    items.map((item, at) => hitOf(at, item)),
    { ...persona, languages: [...persona.languages] },
    new Date('2026-11-18T06:30:00Z'),
  )
const hours = (value: string): Partial<Item> => ({ title: 'Contact › Opening hours', text: value, kind: 'fact', label: 'opening_hours', value })

describe('the words of an answer', () => {
  it.each([
    ['Monday - Friday: 8:00 - 20:00, Saturday: 10:00 - 14:00, Sunday: Closed', 'On Saturday we are open 10:00 - 14:00.'],
    ['Mon-Fri 9-6 pm, Sat 10-4 pm, Sunday closed', 'On Saturday we are open 10-4 pm.'],
    ['Monday - Friday | 8:00 - 20:00, Saturday | 10:00 - 14:00', 'On Saturday we are open 10:00 - 14:00.'],
  ])('say the hours of a day without naming it twice: %s', (value, expected) => {
    expect(said('What are your hours on Saturday?', [hours(value)]).answer).toBe(expected)
  })

  it('begin with a capital letter', () => {
    expect(said('What are your hours on Sunday?', [hours('Mon-Sat 9-6 pm, Sunday closed')]).answer).toMatch(/^We are closed on Sunday\./)
    expect(said('Do you repair umbrellas?', [{ title: 'Repairs', text: 'umbrellas are repaired while you wait.' }]).answer).toMatch(/^Yes\. Umbrellas/)
  })

  it.each(['Price', 'Price list'])('say what a price is of where the heading only says %s', (heading) => {
    const row: Partial<Item> = { title: `Dental care › ${heading}`, text: 'Teeth whitening ₹4,500', kind: 'row', category: 'products_services' }
    expect(said('Teeth whitening kitne ka hai?', [row]).answer).toBe('Teeth whitening ki keemat ₹4,500 hai.')
  })
})

describe('what an answer must not do', () => {
  const cottage: Partial<Item> = { title: 'Stay › Cottage', text: 'Room: Cottage; Price per night: ₹3,200', kind: 'row' }
  it.each([
    ['How much is the cottage per month?', [cottage]],
    ['How deep is the pool?', [{ title: 'Pool', text: 'The pool is 25 metres long and heated.' }]],
    ['What is the price of the VP-80?', [{ title: 'Spares', text: 'A seal kit for VP-80 costs Rs. 4,600.' }]],
    ['How long does the roof repair take?', [{ title: 'Services › Roof repair', text: 'Roof repair with a 5-year warranty.', kind: 'row' }]],
    ["What is Mr. Joseph Antony's salary?", [{ title: 'Contact › Service', text: 'Service: Mr. Joseph Antony, service engineer', kind: 'row' }]],
    ['Who is the second photographer?', [{ title: 'Weddings › Full day', text: 'up to 10 hours, 500 photographs and a second photographer', kind: 'row' }]],
  ] satisfies [string, Partial<Item>[]][])('%s', (question, items) => {
    expect(said(question, items)).toMatchObject({ refused: true, sources: [] })
  })
})
