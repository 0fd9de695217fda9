import { type Importance, pageImportance } from '#domain/page-importance.ts'
import { addressShape, isEndlessShape, mayBePage } from '#domain/page-address.ts'
import { cleanUrl, urlKey } from '#domain/url-key.ts'

/** An address worth reading: `depth` is how many links it is away from the start. */
export type Lead = { url: string; key: string; depth: number; shape: string; importance: Importance }

/** Addresses still to be read, the most telling first. */
export type Frontier = {
  /** Adds an address unless it is known, too deep, or one of too many alike. */
  add(url: string, depth: number): void
  /** The next to read. */
  next(): Lead | undefined
  /** Marks a page as dealt with under another address; false when it already was. */
  claim(url: string): boolean
  /** Says that an address of this shape led nowhere new; after three in a row its like are let go. */
  disappoint(lead: Lead): void
  encourage(lead: Lead): void
  /** Addresses ever added. */
  readonly known: number
  readonly waiting: number
}

const maxDepth = 6
const maxAddresses = 5_000
const variantsPerPath = 12
const endlessPerShape = 12
/** A template that has had this many pages read waits for others of its importance. */
const fairShare = 6

/** An empty frontier. */
export function createFrontier(): Frontier {
  const known = new Set<string>()
  const waiting: Lead[] = []
  const perShape = new Map<string, number>()
  const perPath = new Map<string, number>()
  const taken = new Map<string, number>()
  const disappointments = new Map<string, number>()
  const count = (of: Map<string, number>, key: string) => {
    const now = (of.get(key) ?? 0) + 1
    of.set(key, now)
    return now
  }
  const rank = (it: Lead) =>
    it.importance * 1_000 + Math.min(9, Math.floor((taken.get(it.shape) ?? 0) / fairShare)) * 100 + it.depth * 10 + Math.min(9, it.key.split('/').length)
  return {
    add(address, depth) {
      const url = cleanUrl(address)
      if (url === undefined || depth > maxDepth || known.size >= maxAddresses || !mayBePage(url)) return
      const key = urlKey(url)
      if (known.has(key)) return
      const shape = addressShape(url)
      if ((disappointments.get(shape) ?? 0) >= 3) return
      if (key.includes('?') && count(perPath, key.split('?')[0]!) > variantsPerPath) return
      if (isEndlessShape(shape) && count(perShape, shape) > endlessPerShape) return
      known.add(key)
      waiting.push({ url, key, depth, shape, importance: pageImportance(url) })
    },
    next() {
      let best = -1
      let bestRank = Number.POSITIVE_INFINITY
      for (const [at, lead] of waiting.entries()) {
        const its = rank(lead)
        if (its < bestRank) [best, bestRank] = [at, its]
      }
      const [lead] = best < 0 ? [] : waiting.splice(best, 1)
      if (lead) count(taken, lead.shape)
      return lead
    },
    claim(url) {
      const key = urlKey(url)
      const at = waiting.findIndex((it) => it.key === key)
      if (at >= 0) {
        waiting.splice(at, 1)
        return true
      }
      if (known.has(key)) return false
      known.add(key)
      return true
    },
    disappoint(lead) {
      if (count(disappointments, lead.shape) < 3) return
      for (let at = waiting.length - 1; at >= 0; at--) if (waiting[at]!.shape === lead.shape) waiting.splice(at, 1)
    },
    encourage: (lead) => void disappointments.delete(lead.shape),
    get known() {
      return known.size
    },
    get waiting() {
      return waiting.length
    },
  }
}
