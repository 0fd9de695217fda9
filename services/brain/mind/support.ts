import type { Hit } from '@myna/contracts/knowledge'
import { tidyText, tokensOf } from '@myna/language'

/** A sentence of a model without its citations, and the passages it cites, from 0. */
export function readCitations(sentence: string): { text: string; cited: number[] } {
  const cited = [...sentence.matchAll(/\[(\d+(?:\s?,\s?\d+)*)\]/g)].flatMap((match) => (match[1] ?? '').split(',').map((id) => Number(id) - 1))
  return {
    text: sentence
      .replace(/\s?\[\d+(?:\s?,\s?\d+)*\]/g, '')
      .replace(/\s+([.!?।,])/g, '$1')
      .trim(),
    cited: [...new Set(cited)],
  }
}

/**
 * Whether what was found bears a sentence out as far as can be told without understanding it: it cites passages that exist, and every
 * figure, address and link in it stands in them or in the question.
 */
export function isSupported(text: string, cited: readonly number[], hits: readonly Hit[], question: string): boolean {
  if (cited.length === 0 || cited.some((at) => hits[at] === undefined)) return false
  const known = [...cited.map((at) => `${hits[at]?.item.title} ${hits[at]?.item.text} ${hits[at]?.item.value ?? ''}`), question].join(' ')
  const figures = new Set(figuresIn(known))
  const digits = tidyText(known).replace(/\D/g, '')
  if (!figuresIn(text).every((figure) => figures.has(figure) || (figure.length >= 5 && digits.includes(figure)))) return false
  const links = text.toLowerCase().match(/[\w.+-]+@[\w.-]+\.\w+|https?:\/\/\S+|www\.\S+/g) ?? []
  return links.every((link) => known.toLowerCase().includes(link.replace(/[.,)]+$/, '')))
}

const figuresIn = (text: string) => tokensOf(text).flatMap(({ word }) => word.match(/\d+(?:\.\d+)?/g) ?? [])
