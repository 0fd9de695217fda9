import type { Item } from '@myna/contracts/knowledge'
import { itemFingerprint } from '#domain/item-fingerprint.ts'
import type { PlacedDraft } from '#domain/gather-drafts.ts'

/** What is stored of an item that matters when its site is read again. */
export type StoredItem = Pick<Item, 'id' | 'title' | 'text' | 'category' | 'state' | 'stale' | 'confidence' | 'language' | 'url'> & {
  fingerprint: string | null
  page_id: string | null
  position: number
}

/** What to do with the items of a source after a reading. */
export type Reconciled = {
  add: { draft: PlacedDraft; fingerprint: string }[]
  /** Items still on the site; `words` when the reading may also renew title, text and category, which nobody has touched. */
  keep: { id: string; draft: PlacedDraft; words: boolean }[]
  /** No longer on the site, kept because a person had a hand in them. */
  stale: string[]
  /** No longer on the site and nobody's work. */
  drop: string[]
}

/**
 * Matches what a site says now with what is stored, by what the pages say and not by what people made of it:
 * an edit, an approval and a rejection survive every reading.
 */
export function reconcileItems(stored: readonly StoredItem[], drafts: readonly PlacedDraft[]): Reconciled {
  const waiting = new Map<string, StoredItem[]>()
  for (const item of stored) {
    if (item.fingerprint === null) continue
    const alike = waiting.get(item.fingerprint)
    if (alike) alike.push(item)
    else waiting.set(item.fingerprint, [item])
  }
  const result: Reconciled = { add: [], keep: [], stale: [], drop: [] }
  for (const draft of drafts) {
    const fingerprint = itemFingerprint(draft)
    const match = takeBest(waiting.get(fingerprint), draft)
    if (!match) result.add.push({ draft, fingerprint })
    else if (hasChanged(match, draft)) result.keep.push({ id: match.id, draft, words: match.state === 'found' })
  }
  for (const item of [...waiting.values()].flat()) {
    if (item.state === 'found') result.drop.push(item.id)
    else if (!item.stale) result.stale.push(item.id)
  }
  return result
}

/** Of several items with the same words, the one under the same title on the same page, else of the same page, else the first. */
function takeBest(alike: StoredItem[] | undefined, draft: PlacedDraft): StoredItem | undefined {
  if (!alike || alike.length === 0) return undefined
  const score = (it: StoredItem) => Number(it.title === draft.title) + 2 * Number(it.page_id === draft.pageId)
  let best = 0
  for (let at = 1; at < alike.length; at++) if (score(alike[at]!) > score(alike[best]!)) best = at
  return alike.splice(best, 1)[0]
}

function hasChanged(item: StoredItem, draft: PlacedDraft): boolean {
  if (item.stale || item.page_id !== draft.pageId || item.position !== draft.position || item.url !== draft.url) return true
  return (
    item.state === 'found' &&
    (item.title !== draft.title ||
      item.text !== draft.text ||
      item.category !== draft.category ||
      item.confidence !== draft.confidence ||
      item.language !== draft.language)
  )
}
