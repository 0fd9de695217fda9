import { type Category, categories } from '@myna/contracts/knowledge'
import { categoryCues, labelCues, pathCues } from './category-cues.ts'

/** A category with how sure the sorting is, 0–1: the share of the best score in the best two, dampened where few cues speak. */
export type Sorted = { category: Category; certainty: number; score: number }

/** What is known of a piece of knowledge when it is sorted. */
export type Sortable = {
  title: string
  subject: string
  text: string
  label: string | null
  kind: 'passage' | 'fact' | 'row' | 'question'
  urlPath: string
  types: readonly string[]
}

type Cue = [category: number, weight: number]
const cues: ReadonlyMap<string, Cue[]> = readCues()
const longestCue = 3
const word = /[\p{L}\p{M}\p{N}]+/gu
/** Words of the text looked at. */
const maxWords = 260

function readCues(): Map<string, Cue[]> {
  const read = new Map<string, Cue[]>()
  categories.forEach((category, at) => {
    for (const weight of [1, 2, 3] as const) {
      for (const raw of categoryCues[category][weight].split('|')) {
        const phrase = raw.trim()
        const known = read.get(phrase)
        if (known) known.push([at, weight])
        else read.set(phrase, [[at, weight]])
      }
    }
  })
  return read
}

const typeCues: Record<string, Category> = {
  FAQPage: 'support_faq',
  Question: 'support_faq',
  Product: 'products_services',
  Service: 'products_services',
  Offer: 'pricing_billing',
  Event: 'events_news',
  Person: 'business_information',
  Menu: 'products_services',
  Review: 'feedback_reviews',
  AggregateRating: 'feedback_reviews',
  JobPosting: 'partnerships',
  Course: 'training_education',
  NewsArticle: 'events_news',
  BlogPosting: 'events_news',
  Article: 'events_news',
}

/** Sorts a piece of knowledge into one of the categories by the words of its title (counted double), of what its page is about (counted half) and of its text, its label, the page's path and its type; a plain sum, each cue counted once. */
export function sortInto(piece: Sortable): Sorted {
  const scores = new Float64Array(categories.length)
  const add = (category: Category, weight: number) => {
    const at = categories.indexOf(category)
    scores[at] = (scores[at] ?? 0) + weight
  }
  count(piece.title, 2, scores)
  count(piece.subject, 0.5, scores)
  count(piece.text, 1, scores)
  const path = piece.urlPath.toLowerCase()
  if (path.length > 1) for (const [pattern, category, weight] of pathCues) if (pattern.test(path)) add(category, weight)
  for (const [category, weight] of labelCues[piece.label ?? ''] ?? []) add(category, weight)
  for (const type of piece.types) {
    const category = typeCues[type]
    if (category) add(category, 4)
  }
  if (piece.kind === 'question') add('support_faq', 3)
  let best = 0
  let second = 0
  let at = -1
  scores.forEach((score, index) => {
    if (score > best) {
      second = best
      best = score
      at = index
    } else if (score > second) second = score
  })
  const category = categories[at]
  if (!category || best < 1.5) return { category: category ?? 'products_services', certainty: best > 0 ? 0.3 : 0.15, score: best }
  return { category, certainty: Math.min(1, (best / (best + second * 0.7)) * (best / (best + 2)) * 1.25), score: best }
}

/** Adds what the words of a text say; a cue said again counts no more, and long texts count less a word. */
function count(text: string, factor: number, scores: Float64Array): void {
  const words = text.toLowerCase().slice(0, 4000).match(word)
  if (!words) return
  const seen = new Set<string>()
  const length = Math.min(words.length, maxWords)
  const share = factor * (length > 40 ? Math.sqrt(40 / length) : 1)
  for (let at = 0; at < length; at++) {
    let phrase = ''
    for (let span = 0; span < longestCue && at + span < length; span++) {
      phrase = span === 0 ? (words[at] ?? '') : `${phrase} ${words[at + span]}`
      const found = cues.get(phrase)
      if (!found || seen.has(phrase)) continue
      seen.add(phrase)
      for (const [category, weight] of found) scores[category] = (scores[category] ?? 0) + weight * share * (span + 1) ** 0.5
    }
  }
}
