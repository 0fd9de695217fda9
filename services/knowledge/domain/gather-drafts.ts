import type { DraftItem } from '#domain/draft-item.ts'
import { itemMeaning } from '#domain/item-fingerprint.ts'
import { nearDuplicates } from '#domain/near-duplicates.ts'
import { pageImportance } from '#domain/page-importance.ts'

/** A draft and the page it was read from. */
export type PlacedDraft = DraftItem & { pageId: string }

const contactLabels = new Set(['phone', 'email', 'address', 'opening_hours', 'social', 'emergency_phone'])
/** Short text on so many of the pages is decoration: a slogan, a button, a cookie notice. */
const decorationLength = 60
const decorationShare = 0.6
const fewestPages = 5

/**
 * What a site says, each thing once: of equal statements the one on the most fitting page stays, and short text that
 * decorates most pages goes. The order of pages, and of items on a page, stays.
 */
export function gatherDrafts(drafts: readonly PlacedDraft[]): PlacedDraft[] {
  const pages = new Set(drafts.map((it) => it.pageId)).size
  const ranks = new Map<string, number>()
  const order = drafts.map((draft, at) => ({ draft, at, rank: rankOf(draft, ranks) })).sort((a, b) => a.rank - b.rank || a.at - b.at)

  const pagesOf = new Map<string, Set<string>>()
  const chosen: typeof order = []
  for (const entry of order) {
    const meaning = itemMeaning(entry.draft)
    const seen = pagesOf.get(meaning)
    if (seen) seen.add(entry.draft.pageId)
    else {
      pagesOf.set(meaning, new Set([entry.draft.pageId]))
      chosen.push(entry)
    }
  }
  const telling = chosen.filter(({ draft }) => !(pages >= fewestPages && isDecoration(draft, pagesOf.get(itemMeaning(draft))!.size / pages)))

  const prose = telling.filter(({ draft }) => draft.kind === 'passage' || draft.kind === 'question')
  const repeated = nearDuplicates(prose.map(({ draft }) => (draft.kind === 'question' ? `${draft.title} ${draft.text}` : draft.text)))
  const gone = new Set([...repeated].map((at) => prose[at]!.at))
  return telling
    .filter(({ at }) => !gone.has(at))
    .sort((a, b) => a.at - b.at)
    .map(({ draft }) => draft)
}

function isDecoration(draft: DraftItem, share: number): boolean {
  return draft.kind === 'passage' && draft.text.length <= decorationLength && share >= decorationShare && !/\d/.test(draft.text)
}

/** Which page tells a thing best: for how to reach a business its contact page, for all else the page about it rather than the home page. */
function rankOf(draft: PlacedDraft, known: Map<string, number>): number {
  const forContact = draft.label !== null && contactLabels.has(draft.label)
  const key = `${forContact} ${draft.url}`
  const before = known.get(key)
  if (before !== undefined) return before
  const importance = pageImportance(draft.url)
  const rank = forContact ? (/contact|reach|kontakt/i.test(new URL(draft.url).pathname) ? -1 : importance) : importance === 0 ? 1.5 : importance
  known.set(key, rank)
  return rank
}
