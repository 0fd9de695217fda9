import type { Item } from '@myna/contracts/knowledge'
import { describe, expect, it } from 'vitest'
import { createBaseIndex, type IndexedItem } from '#search/base-index.ts'

const itemOf = (at: number, change: Partial<Item>): Item => ({
  id: `018f3a52-7c1e-7000-8000-${String(at).padStart(12, '0')}`,
  baseId: '018f3a52-7c1e-7000-8000-000000000000',
  category: 'products_services',
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
})
const indexOf = (items: readonly Partial<Item>[]) =>
  createBaseIndex(
    (async function* () {
      yield items.map((change, at): IndexedItem => ({ item: itemOf(at, change), pageKey: change.url ?? 'page', position: at }))
    })(),
  )

const shop = [
  { title: 'Contact', text: 'Phone: 033 2440 1188', kind: 'fact', label: 'phone', value: '033 2440 1188' },
  { title: 'Opening hours', text: 'Monday to Saturday 10 am to 8 pm', kind: 'fact', label: 'opening_hours', value: 'Monday to Saturday 10 am to 8 pm' },
  { title: 'Prices › Gold facial', text: 'Service: Gold facial; Price: ₹1,800', kind: 'row' },
  { title: 'Prices › Haircut', text: 'Service: Haircut; Price: ₹400', kind: 'row' },
  { title: 'Delivery', text: 'We deliver groceries anywhere in Kolkata within two hours.' },
  { title: 'Our doctors › Dr. Arunava Mehta', text: 'Dr. Arunava Mehta treats heart patients on Fridays.' },
  { title: 'Returns', text: 'Goods may be returned within 30 days. The warranty is one year.' },
] satisfies Partial<Item>[]

describe('finding items for a question', () => {
  it.each([
    ['What is your phone number?', 0],
    ['आपका फ़ोन नंबर क्या है?', 0],
    ['Aapka contact number kya hai?', 0],
    ['আপনাদের ফোন নম্বর কত?', 0],
    ['When do you open?', 1],
    ['दुकान कितने बजे खुलती है?', 1],
    ['kitne baje khulte ho', 1],
    ['দোকান কখন খোলে?', 1],
    ['How much is a gold facial?', 2],
    ['गोल्ड फेशियल कितने का है?', 2],
    ['baal katwane ka rate kya hai', 3],
    ['Do you ship to my house?', 4],
    ['होम डिलीवरी मिलती है?', 4],
    ['ডেলিভারি দেন?', 4],
    ['डॉक्टर मेहता कब आते हैं?', 5],
    ['Dr. Mehtha kab aate hain?', 5],
    ['হার্টের ডাক্তার কে?', 5],
    ['वारंटी कितने साल की है?', 6],
    ['ওয়ারেন্টি কতদিন?', 6],
    ['how long is the waranty', 6],
  ])('%s', async (question, expected) => {
    const index = await indexOf(shop)
    expect(index.search(question, undefined, 3)[0]?.at).toBe(expected)
  })

  it('finds nothing for words the base does not hold', async () => {
    expect((await indexOf(shop)).search('helicopter submarine', undefined, 5)).toEqual([])
  })

  it('bears an empty base, an empty question and a long one', async () => {
    expect((await indexOf([])).search('phone', undefined, 5)).toEqual([])
    const index = await indexOf(shop)
    expect(index.search('', undefined, 5)).toEqual([])
    expect(index.search('phone '.repeat(1600), undefined, 5)[0]?.at).toBe(0)
  })

  it('answers the same question the same way every time', async () => {
    const index = await indexOf(shop)
    const first = index.search('What is the price of a haircut on Friday?', undefined, 7)
    index.search('Do you deliver groceries?', undefined, 7)
    expect(index.search('What is the price of a haircut on Friday?', undefined, 7)).toEqual(first)
  })

  it('tells the neighbours of an item on its page, and none across pages', async () => {
    const index = await indexOf([
      { text: 'one', url: 'a' },
      { text: 'other page', url: 'b' },
      { text: 'two', url: 'a' },
    ])
    expect(index.around(0)).toEqual({ before: null, after: 'two' })
    expect(index.around(2)).toEqual({ before: 'one', after: null })
    expect(index.around(1)).toEqual({ before: null, after: null })
  })

  it('lets others have the thread while a large base is indexed', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => ({ title: `Thing ${at}`, text: `Widget number ${at} costs ₹${at} and is kept in shelf ${at % 7}.` }))
    const building = indexOf(many)
    let turns = 0
    let done = false
    const count = () => {
      turns++
      if (!done) setImmediate(count)
    }
    setImmediate(count)
    const index = await building
    done = true
    expect(index.items).toHaveLength(3000)
    expect(turns).toBeGreaterThan(3)
  })

  it('finds the one item meant among thousands much alike', async () => {
    const many = Array.from({ length: 2500 }, (_, at) => ({
      title: `Prices › Widget W-${at}`,
      text: `Model: W-${at}; Price: ₹${1000 + at}`,
      kind: 'row' as const,
    }))
    const index = await indexOf(many)
    for (const at of [0, 17, 1234, 2499]) expect(index.search(`What does the W-${at} cost?`, undefined, 30)[0]?.at).toBe(at)
  })

  it('brings the others under the heading of the best found', async () => {
    const index = await indexOf([
      { title: 'Stay › Garden hall', text: '400 guests', kind: 'row' },
      { title: 'Stay › Lawn', text: '1,500 persons', kind: 'row' },
      { title: 'Food › Lunch', text: 'Served at noon', kind: 'row' },
    ])
    expect(index.search('Which hall is the largest?', undefined, 30).map(({ at }) => at)).toEqual([0, 1])
  })
})
