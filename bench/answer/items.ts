import type { Item } from '@myna/contracts/knowledge'

/** An item as found on a page, from what it says; `at` gives it an id of its own. */
export const itemOf = (said: Pick<Item, 'category' | 'title' | 'text'> & Partial<Item>, at: number): Item => ({
  id: `018f3a52-7c1e-7000-8000-${String(at).padStart(12, '0')}`,
  baseId: '018f3a52-7c1e-7000-8000-000000000000',
  kind: said.kind ?? 'passage',
  label: said.label ?? null,
  value: said.value ?? null,
  language: said.language ?? 'en',
  url: said.url ?? null,
  quote: said.quote ?? null,
  confidence: said.confidence ?? 0.9,
  state: 'found',
  stale: false,
  updatedAt: '2026-11-18T06:30:00.000Z',
  category: said.category,
  title: said.title,
  text: said.text,
})
