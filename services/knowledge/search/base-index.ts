import { letterLikeness, scriptOf, soundLikeness, soundSkeletons, stem } from '@myna/language'
import { passageWords } from '#search/passage-words.ts'
import { questionTerms } from '#search/question-terms.ts'
import { createTimeSlice, type TimeSlice } from '#search/time-slice.ts'
import type { LanguageCode } from '@myna/language'
import type { Item } from '@myna/contracts/knowledge'

/** An item as the index takes it in: with its page and its place there. */
export type IndexedItem = { item: Item; pageKey: string | null; position: number }
export type Found = { at: number; score: number }

/** BM25 (Robertson and Zaragoza, 2009): saturation of repeated words and correction for length. */
const saturation = 1.2
const lengthCorrection = 0.55

type Postings = { docs: Uint32Array; weights: Float32Array; rarity: number }

/** Everything one knowledge base knows, laid out for finding: words, sounds and spellings. Read-only once built. */
export type BaseIndex = {
  readonly items: readonly IndexedItem[]
  /** About how much memory it takes. */
  readonly bytes: number
  /** The nearest items first. */
  search(question: string, language: LanguageCode | undefined, limit: number): Found[]
  /** Neighbours of an item on its page. */
  around(at: number): { before: string | null; after: string | null }
}

/** Builds the index of a base; items come in any order. Gives way to other work every few milliseconds. */
export async function createBaseIndex(source: AsyncIterable<IndexedItem[]>): Promise<BaseIndex> {
  const items: IndexedItem[] = []
  const lengths: number[] = []
  const open = new Map<string, { docs: number[]; weights: number[] }>()
  const spellings = new Map<string, Set<string>>()
  const slice = createTimeSlice()
  let bytes = 0
  for await (const portion of source) {
    for (const entry of portion) {
      await slice.breathe()
      const doc = items.push(entry) - 1
      const { counts, words, length } = passageWords(entry.item)
      lengths.push(length)
      for (const [key, weight] of counts) {
        const list = open.get(key) ?? { docs: [], weights: [] }
        if (list.docs.length === 0) open.set(key, list)
        list.docs.push(doc)
        list.weights.push(weight)
      }
      for (const word of words) {
        if (word.length < 3 || scriptOf(word) === 'number') continue
        const key = stem(word)
        const known = spellings.get(key)
        if (known) known.add(word)
        else spellings.set(key, new Set([word]))
      }
      bytes += 900 + 2 * (entry.item.text.length + entry.item.title.length + (entry.item.quote?.length ?? 0)) + counts.size * 8
    }
  }
  const meanLength = lengths.reduce((sum, it) => sum + it, 0) / Math.max(1, lengths.length)
  const postings = new Map<string, Postings>()
  for (const [key, list] of open) {
    await slice.breathe()
    const weights = Float32Array.from(list.weights, (weight, at) => {
      const damping = 1 - lengthCorrection + (lengthCorrection * (lengths[list.docs[at] ?? 0] ?? 0)) / Math.max(1, meanLength)
      return (weight * (saturation + 1)) / (weight + saturation * damping)
    })
    postings.set(key, { docs: Uint32Array.from(list.docs), weights, rarity: Math.log(1 + (items.length - list.docs.length + 0.5) / (list.docs.length + 0.5)) })
  }
  const likeness = await createLikenessIndex(spellings, slice)
  const pages = orderPages(items)
  const total = new Float32Array(items.length)
  const covered = new Float32Array(items.length)
  const best = new Float32Array(items.length)
  const bestForm = new Float32Array(items.length)
  const seen = new Uint32Array(items.length)
  const touched = new Uint32Array(items.length)
  const confidences = Float32Array.from(items, ({ item }) => 0.85 + 0.15 * item.confidence)

  /** Rows and cards beside the best found, under the same heading: what a comparison or a count needs, though they share no word with the question. */
  const withKin = (found: Found[], limit: number): Found[] => {
    const known = new Set(found.map(({ at }) => at))
    const all = [...found]
    for (const { at, score } of found.slice(0, kinOf)) {
      const heading = headingOf(items[at])
      if (heading === null) continue
      for (const other of pages.get(items[at]?.pageKey ?? '') ?? []) {
        if (all.length >= limit) return all
        if (known.has(other) || headingOf(items[other]) !== heading) continue
        known.add(other)
        all.push({ at: other, score: score * kinScore })
      }
    }
    return all
  }

  return {
    items,
    bytes: bytes + postings.size * 160,
    around(at) {
      const page = pages.get(items[at]?.pageKey ?? '')
      const place = page?.indexOf(at) ?? -1
      const text = (doc: number | undefined) => (doc === undefined ? null : (items[doc]?.item.text ?? null))
      return place < 0 || !page ? { before: null, after: null } : { before: text(page[place - 1]), after: text(page[place + 1]) }
    },
    search(question, language, limit) {
      const { terms, shapes } = questionTerms(question, language)
      let touchedCount = 0
      const wanted = [...terms, ...shapes.map((shape) => ({ word: shape, weight: 0.35, stems: new Map([[shape, 1]]), concepts: [] }))]
      const whole = terms.reduce((sum, it) => sum + it.weight, 0) || 1
      for (const term of wanted) {
        const forms = new Map(term.stems)
        if (!term.word.startsWith('~') && !term.word.startsWith('#') && ![...term.stems.keys()].some((it) => postings.has(it) && !it.startsWith('#'))) {
          for (const [alike, degree] of likeness(term.word)) forms.set(alike, degree)
        }
        // A shape alone, such as any number, brings nothing to a large base that words have already found enough in.
        const adds = !term.word.startsWith('~') || items.length < largeForShapes || touchedCount < limit
        let seenCount = 0
        for (const [form, degree] of forms) {
          const list = postings.get(form)
          if (!list) continue
          const { docs, weights } = list
          const factor = term.weight * degree * list.rarity
          for (let at = 0; at < docs.length; at++) {
            const doc = docs[at] as number
            if (!adds && total[doc] === 0) continue
            const score = factor * (weights[at] as number)
            if (best[doc] === 0) seen[seenCount++] = doc
            if (score > (best[doc] as number)) best[doc] = score
            if (degree > (bestForm[doc] as number)) bestForm[doc] = degree
          }
        }
        for (let at = 0; at < seenCount; at++) {
          const doc = seen[at] as number
          if (total[doc] === 0) touched[touchedCount++] = doc
          total[doc] = (total[doc] as number) + (best[doc] as number)
          if (!term.word.startsWith('~')) covered[doc] = (covered[doc] as number) + term.weight * (bestForm[doc] as number)
          best[doc] = 0
          bestForm[doc] = 0
        }
      }
      const nearest = createNearest(limit)
      for (let place = 0; place < touchedCount; place++) {
        const at = touched[place] as number
        const share = Math.min(1, (covered[at] as number) / whole)
        nearest.offer(at, (total[at] as number) * (0.4 + 0.6 * share) * (confidences[at] as number))
        total[at] = 0
        covered[at] = 0
      }
      return withKin(nearest.found, limit)
    },
  }
}

/** From so many items on, the shape of a value only ranks what words have found. */
const largeForShapes = 2000

/** How many of the best bring their kin, and at what share of their score. */
const kinOf = 3
const kinScore = 0.05

/** The heading that a row or card stands under with others alike; null for what stands alone. */
function headingOf(entry: IndexedItem | undefined): string | null {
  if (entry?.item.kind !== 'row') return null
  const end = entry.item.title.lastIndexOf('›')
  return end < 0 ? null : entry.item.title.slice(0, end)
}

/** Keeps the best of many, sorted: the higher score first, of equals the earlier. */
function createNearest(limit: number): { found: Found[]; offer(at: number, score: number): void } {
  const found: Found[] = []
  const isBetter = (at: number, score: number, than: Found | undefined) => than === undefined || score > than.score || (score === than.score && at < than.at)
  return {
    found,
    offer(at, score) {
      if (found.length >= limit && !isBetter(at, score, found.at(-1))) return
      let place = found.length
      while (place > 0 && isBetter(at, score, found[place - 1])) place--
      found.splice(place, 0, { at, score })
      if (found.length > limit) found.pop()
    },
  }
}

/** Documents of each page in reading order. */
function orderPages(items: readonly IndexedItem[]): Map<string, number[]> {
  const pages = new Map<string, number[]>()
  items.forEach(({ pageKey }, at) => {
    if (pageKey === null) return
    const page = pages.get(pageKey)
    if (page) page.push(at)
    else pages.set(pageKey, [at])
  })
  for (const page of pages.values()) page.sort((a, b) => (items[a]?.position ?? 0) - (items[b]?.position ?? 0))
  return pages
}

const trigramsOf = (word: string) => {
  const framed = ` ${word} `
  const grams: string[] = []
  for (let at = 0; at < framed.length - 2; at++) grams.push(framed.slice(at, at + 3))
  return grams
}

/** Finds stems of the base that look or sound like a word the base does not hold: misspelt, misheard, or from another script. */
async function createLikenessIndex(spellings: ReadonlyMap<string, ReadonlySet<string>>, slice: TimeSlice): Promise<(word: string) => [string, number][]> {
  const byTrigram = new Map<string, string[]>()
  const bySound = new Map<string, string[]>()
  const put = (map: Map<string, string[]>, key: string, word: string) => {
    const list = map.get(key)
    if (list) list.push(word)
    else map.set(key, [word])
  }
  for (const words of spellings.values()) {
    await slice.breathe()
    for (const word of words) {
      for (const gram of new Set(trigramsOf(word))) put(byTrigram, gram, word)
      for (const sound of soundSkeletons(word)) if (sound.length >= 2) put(bySound, sound, word)
    }
  }
  return (word) => {
    const alike = new Map<string, number>()
    const note = (other: string, degree: number) => {
      const key = stem(other)
      if (degree > (alike.get(key) ?? 0)) alike.set(key, degree)
    }
    for (const skeleton of soundSkeletons(word)) {
      if (skeleton.length < 2) continue
      for (const other of bySound.get(skeleton) ?? []) {
        const degree = soundLikeness(stem(word), other)
        if (degree >= (skeleton.length >= 4 ? 0.3 : skeleton.length === 3 ? 0.38 : 0.6)) note(other, 0.5 + 0.3 * degree)
      }
    }
    if (word.length >= 4 && scriptOf(word) !== 'number' && !/\d/.test(word)) {
      const shared = new Map<string, number>()
      const grams = trigramsOf(word)
      for (const gram of grams) for (const other of byTrigram.get(gram) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
      for (const [other, count] of shared) {
        if (count < grams.length / 3) continue
        const degree = letterLikeness(word, other)
        if (degree >= 0.7) note(other, 0.8 * degree)
      }
    }
    return [...alike].sort((a, b) => b[1] - a[1]).slice(0, 6)
  }
}
