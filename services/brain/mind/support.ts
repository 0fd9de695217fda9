import type { Hit } from '@myna/contracts/knowledge'
import { meaningsOf, scriptOf, tidyText, tokensOf } from '@myna/language'

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
 * Whether what was found bears a sentence out as far as can be told without understanding it: it cites passages that exist, every figure, address and
 * link in it stands in them or in the question, and enough of what it speaks of is spoken of in them.
 */
export function isSupported(text: string, cited: readonly number[], hits: readonly Hit[], question: string): boolean {
  if (cited.length === 0 || cited.some((at) => hits[at] === undefined)) return false
  const known = [...cited.map((at) => `${hits[at]?.item.title} ${hits[at]?.item.text} ${hits[at]?.item.value ?? ''}`), question].join(' ')
  const figures = new Set(figuresIn(known))
  const digits = tidyText(known).replace(/\D/g, '')
  if (!figuresIn(text).every((figure) => figures.has(figure) || (figure.length >= 5 && digits.includes(figure)))) return false
  const links = text.toLowerCase().match(/[\w.+-]+@[\w.-]+\.\w+|https?:\/\/\S+|www\.\S+/g) ?? []
  if (!links.every((link) => known.toLowerCase().includes(link.replace(/[.,)]+$/, '')))) return false
  const passages = cited.map((at) => `${hits[at]?.item.title} ${hits[at]?.item.text} ${hits[at]?.item.value ?? ''}`).join(' ')
  return isGrounded(text, passages) && (yesOrNo.test(text) || !isEcho(text, question))
}

const yesOrNo = /^[^\p{L}\p{N}]*(?:yes|no|yeah|sure|sorry|हाँ|हां|जी|नहीं|haan|han|ji|nahi|nahin|হ্যাঁ|জি|জ্বি|না)(?![\p{L}\p{M}])/iu

/** Whether a sentence says nothing that the caller did not say: then it is no answer, whoever was told to say it. */
function isEcho(text: string, question: string): boolean {
  const asked = new Set(meaningsOf(question))
  return meaningsOf(text).every((meaning) => asked.has(meaning))
}

/** So much of a sentence's meaning must be in the passages; less when it is written in another script, for not every word has a known counterpart. */
const leastShared = { same: 0.34, other: 0.15 }

/** Whether a sentence speaks of what the passages speak of. What the caller said counts for nothing: it is no evidence. */
function isGrounded(text: string, passages: string): boolean {
  const [said, known] = [meaningsOf(text), new Set(meaningsOf(passages))]
  if (said.length === 0) return true
  const script = scriptOf(text) === scriptOf(passages.slice(0, 400)) ? 'same' : 'other'
  return said.filter((meaning) => known.has(meaning)).length / said.length >= leastShared[script]
}

const figuresIn = (text: string) => tokensOf(text).flatMap(({ word }) => word.match(/\d+(?:\.\d+)?/g) ?? [])
