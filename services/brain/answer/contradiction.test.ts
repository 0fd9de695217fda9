import type { Hit, Item } from '@myna/contracts/knowledge'
import { describe, expect, it } from 'vitest'
import { answer } from '#answer/answer.ts'

const hitOf = (at: number, change: Partial<Item>): Hit => ({
  item: {
    id: `018f3a52-7c1e-7000-8000-${String(at).padStart(12, '0')}`,
    baseId: '018f3a52-7c1e-7000-8000-000000000000',
    category: 'pricing_billing',
    title: 'Shop',
    text: '',
    kind: 'passage',
    label: null,
    value: null,
    language: 'en',
    url: `https://shop.example/page-${at}`,
    quote: null,
    confidence: 0.9,
    state: 'found',
    stale: false,
    updatedAt: '2026-11-18T06:30:00.000Z',
    ...change,
  } as Item,
  score: 1 - at / 10,
  before: null,
  after: null,
})
const persona = { agentName: 'Myna', businessName: 'Corner Shop', instructions: '', timeZone: 'Asia/Kolkata', country: 'IN' }
const said = (question: string, items: Partial<Item>[]) =>
  answer(
    question,
    items.map((item, at) => hitOf(at, item)),
    { ...persona, languages: ['en', 'hi', 'hinglish', 'bn'] },
    new Date('2026-11-18T06:30:00Z'),
  )
const fact = (label: string, title: string, text: string, value: string): Partial<Item> => ({ kind: 'fact', label, title, text, value })

const haircut = [
  { title: 'Services › Haircut', text: 'Service: Haircut; Price: ₹300', kind: 'row' },
  { title: 'Offers › Haircut', text: 'Service: Haircut; Price: ₹350', kind: 'row' },
] satisfies Partial<Item>[]

describe('two pages that contradict each other', () => {
  it.each([
    ['How much is a haircut?', 'Our pages disagree'],
    ['हेयरकट कितने का है?', 'दो बातें'],
    ['Haircut kitne ka hai?', 'do baatein'],
    ['হেয়ারকাটের দাম কত?', 'দুই রকম'],
  ])('are both told of, with both sources: %s', (question, words) => {
    const { answer: text, sources, refused } = said(question, haircut)
    expect(text).toContain(words)
    expect(text).toContain('₹300')
    expect(text).toContain('₹350')
    expect(sources).toHaveLength(2)
    expect(refused).toBe(false)
  })

  it.each<[string, Partial<Item>[], string[]]>([
    [
      'What is the consultation fee?',
      [
        { title: 'Fees', text: 'The consultation fee is ₹500.' },
        { title: 'Questions', text: 'Consultation costs ₹600.' },
      ],
      ['₹500', '₹600'],
    ],
    [
      'How long does delivery take?',
      [
        { title: 'Home', text: 'Delivery takes 3 days.' },
        { title: 'Delivery', text: 'Delivery takes 5 days.' },
      ],
      ['3 days', '5 days'],
    ],
    [
      'When was the shop founded?',
      [fact('founded', 'Home › Founded', 'Established in 1987.', '1987'), fact('founded', 'About › Founded', 'Serving Pune since 1992.', '1992')],
      ['1987', '1992'],
    ],
    [
      'What is the sales phone number?',
      [
        fact('phone', 'Sales phone', 'Sales phone: 020 4890 7711', '020 4890 7711'),
        fact('phone', 'Sales phone', 'Sales phone: 020 4890 7799', '020 4890 7799'),
      ],
      ['7711', '7799'],
    ],
    [
      'What are your opening hours?',
      [
        fact('opening_hours', 'Contact › Opening hours', 'Monday to Saturday 9 am - 6 pm', 'Monday to Saturday 9 am - 6 pm'),
        fact('opening_hours', 'About us › Opening hours', 'Monday to Saturday 10 am - 7 pm', 'Monday to Saturday 10 am - 7 pm'),
      ],
      ['9 am', '10 am'],
    ],
  ])('%s', (question, items, parts) => {
    const { answer: text, sources } = said(question, items)
    for (const part of parts) expect(text).toContain(part)
    expect(sources).toHaveLength(2)
  })
})

describe('figures that differ without contradicting', () => {
  it.each<[string, Partial<Item>[], string, string]>([
    [
      'How much is the Gold plan?',
      [
        { title: 'Plans › Gold', text: '₹900 a month', kind: 'row' },
        { title: 'Prices › Silver', text: '₹500 a month', kind: 'row' },
      ],
      '900',
      '500',
    ],
    [
      'What is the consultation fee at Howrah?',
      [
        { title: 'Home › Howrah', text: 'Consultation fee: ₹400', kind: 'row' },
        { title: 'Home › Salt Lake', text: 'Consultation fee: ₹600', kind: 'row' },
      ],
      '400',
      '600',
    ],
    [
      'How much is a haircut?',
      [
        { title: 'Hair', text: 'A haircut costs ₹300.' },
        { title: 'Hair', text: "A children's haircut costs ₹200." },
      ],
      '300',
      'disagree',
    ],
  ])('%s', (question, items, told, untold) => {
    const { answer: text } = said(question, items)
    expect(text).toContain(told)
    expect(text).not.toContain(untold)
  })
})
