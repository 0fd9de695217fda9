import type { Item } from '@myna/contracts/knowledge'
import { readConcepts, shortFormOf, stem, tokensOf } from '@myna/language'

/** How much a word counts by where it stands. */
export const fieldWeights = { title: 2, label: 1.5, text: 1 }

const shapes: [string, RegExp][] = [
  ['~money', /[$₹£€৳]\s?\d|\d\s?(?:rupees|rs\.?|inr|usd|dollars?|taka|টাকা|रुपये|रुपए)(?![a-z])|(?:rs\.?|inr|usd|bdt)\s?\d|\/-/i],
  ['~time', /\d\s?[:.]\d\d\b|\d\s?[ap]\.?m\b|24\s?[x/]\s?7/i],
  ['~number', /\d/],
  ['~place', /(?<!\d)[1-9]\d{5}(?!\d)|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b/],
  ['~phone', /(?:\+|\(|\b)\d[\d\s()-]{8,}\d/],
]

/** The stems of an item, weighted by field, with `#concept` of its label and `~shape` of what its text holds. */
export function passageWords(item: Pick<Item, 'title' | 'text' | 'label' | 'value' | 'url'>): {
  counts: Map<string, number>
  words: Set<string>
  length: number
} {
  const counts = new Map<string, number>()
  const words = new Set<string>()
  const put = (key: string, weight: number) => counts.set(key, (counts.get(key) ?? 0) + weight)
  const read = (text: string, weight: number) => {
    const tokens = tokensOf(text.replace(/(%|percent)\s*(?:off|less)\b/gi, '$1 discount'))
    for (const { word } of tokens) {
      put(stem(word), weight)
      const spelt = shortFormOf(word)
      if (spelt !== null) put(spelt, weight)
      words.add(word)
      const parts = /\d/.test(word) && /[a-z]/i.test(word) && !/^24x7$/.test(word) ? word.match(/\d+|[a-z]+/gi) : null
      if (parts) for (const part of parts) put(stem(part), weight * 0.5)
    }
    return tokens.length
  }
  read(item.title, fieldWeights.title)
  const length = read(item.text.slice(0, 8000), fieldWeights.text)
  if (item.label) {
    const label = item.label.replace(/_/g, ' ')
    read(label, fieldWeights.label)
    for (const { concepts } of readConcepts(
      tokensOf(label).map((it) => it.word),
      false,
    ))
      for (const id of concepts) put(`#${id}`, fieldWeights.label)
  }
  const all = `${item.title}\n${item.text}`
  for (const [name, pattern] of shapes) if (pattern.test(all)) put(name, 1)
  return { counts, words, length }
}
