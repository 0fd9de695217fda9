import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlacedDraft } from '#domain/gather-drafts.ts'
import { itemFingerprint } from '#domain/item-fingerprint.ts'
import { reconcileItems, type StoredItem } from '#domain/reconcile-items.ts'

const draft = (quote: string, more: Partial<PlacedDraft> = {}): PlacedDraft => ({
  category: 'policies',
  title: 'Title',
  text: quote,
  kind: 'passage',
  label: null,
  value: null,
  language: 'en',
  url: 'https://example.com/',
  quote,
  confidence: 0.8,
  position: 0,
  pageId: 'p',
  ...more,
})
const stored = (from: PlacedDraft, more: Partial<StoredItem> = {}): StoredItem => ({
  id: `id ${from.quote} ${from.title}`,
  title: from.title,
  text: from.text,
  category: from.category,
  state: 'found',
  stale: false,
  confidence: from.confidence,
  language: from.language,
  url: from.url,
  fingerprint: itemFingerprint(from),
  page_id: from.pageId,
  position: from.position,
  ...more,
})

describe('reconcileItems', () => {
  it('changes nothing when nothing changed', () => {
    expect(reconcileItems([stored(draft('a')), stored(draft('b'), { state: 'edited', text: 'other' })], [draft('a'), draft('b')])).toEqual({
      add: [],
      keep: [],
      stale: [],
      drop: [],
    })
  })

  it('finds what a person edited by what the page says', () => {
    const { keep, add } = reconcileItems(
      [stored(draft('a'), { state: 'edited', title: 'Mine', text: 'Mine', category: 'support_faq' })],
      [draft('A !', { position: 4 })],
    )
    expect([keep.map((it) => [it.id, it.words]), add]).toEqual([[['id a Title', false]], []])
  })

  it('renews the words of what nobody touched', () => {
    const { keep } = reconcileItems([stored(draft('a'))], [draft('a', { title: 'Better title' })])
    expect(keep.map((it) => it.words)).toEqual([true])
  })

  it('drops what is gone, and marks it stale where a person had a hand in it', () => {
    const all = (['found', 'edited', 'approved', 'rejected'] as const).map((state) => stored(draft(state), { state }))
    const { drop, stale } = reconcileItems(all, [])
    expect([drop, stale]).toEqual([['id found Title'], ['id edited Title', 'id approved Title', 'id rejected Title']])
  })

  it('brings back what was stale', () => {
    expect(reconcileItems([stored(draft('a'), { state: 'approved', stale: true })], [draft('a')]).keep).toHaveLength(1)
  })

  it('tells the same words under two titles apart', () => {
    const [chennai, pune] = [draft('9 to 5', { title: 'Chennai' }), draft('9 to 5', { title: 'Pune' })]
    const before = [stored(chennai, { state: 'edited', text: 'c' }), stored(pune)]
    expect(reconcileItems(before, [pune, chennai]).keep).toEqual([])
    expect(reconcileItems(before, [pune]).stale).toEqual(['id 9 to 5 Chennai'])
  })

  it('accounts for every stored item and every draft exactly once', () => {
    const quotes = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 })
    const states = fc.constantFrom('found', 'edited', 'approved', 'rejected')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), states), { maxLength: 12 }), quotes, (before, after) => {
        const items = before.map(([quote, state], at) => stored(draft(quote, { position: 99 }), { state: state as 'found', id: String(at) }))
        const { add, keep, stale, drop } = reconcileItems(
          items,
          after.map((it) => draft(it)),
        )
        expect(add.length + keep.length).toBe(after.length)
        expect([...keep.map((it) => it.id), ...stale, ...drop].sort()).toEqual(items.map((it) => it.id).sort())
      }),
    )
  })
})
