import { createHash } from 'node:crypto'
import type { Embedder } from '@myna/ports/embedding'
import { PortFault } from '@myna/ports/fault'

/** How it behaves towards the next requests: `silent` ends when told to, `deaf` never, `late` after 400 ms. */
export type Mood = 'well' | 'silent' | 'deaf' | 'late' | 'down' | 'too_many' | 'no_key' | 'not_numbers' | 'other_length' | 'one_less' | 'stranger'

/** Words of one meaning in whatever language. */
const meanings: readonly RegExp[] = [
  /\b(?:return\w*|refund\w*|money back|send\w* (?:it )?back|give it back)\b|वापस|লৌটা|ফেরত/iu,
  /\b(?:park\w*|leave my car|garage)\b|गाड़ी|পার্কিং/iu,
  /\b(?:deliver\w*|bring it|ship\w*|courier)\b|घर पहुँचा|ডেলিভারি/iu,
  /\b(?:vegan|without meat|no animal|plant[- ]based)\b|शाकाहारी|নিরামিষ/iu,
  /\b(?:noise|part(?:y|ies)|loud|rowdy)\b|हंगामा|হৈচৈ/iu,
  /\b(?:infants?|newborn|cots?|toddler)\b|नवजात|শিশু/iu,
  /\b(?:wheelchair|step[- ]free|ramp)\b|व्हीलचेयर|হুইলচেয়ার/iu,
]

const numbersOf = (seed: string, length: number) =>
  Float32Array.from(createHash('shake256', { outputLength: length }).update(seed).digest(), (byte) => (byte - 127.5) / 128)

/**
 * An embedder whose vectors are near each other when texts share a meaning it knows, in whatever words; otherwise only its own direction, common to all texts as with real models, and that
 * of the very text. It remembers what it was asked.
 */
export function playEmbedder({ name = 'played/small-1', length = 512 } = {}) {
  let mood: Mood = 'well'
  let refused: RegExp | undefined
  const asked: string[][] = []
  const fault = (status: number, retryable: boolean) => new PortFault(`status ${status}`, { status, retryable })
  const vectorOf = (text: string): Float32Array => {
    const vector = numbersOf(`${name}: all`, length).map((it) => it * 0.7)
    const add = (seed: string, weight: number) => numbersOf(`${name}: ${seed}`, length).forEach((it, at) => (vector[at] = (vector[at] as number) + it * weight))
    add(`text ${text}`, 0.6)
    meanings.forEach((it, at) => it.test(text) && add(`meaning ${at}`, 0.8))
    return vector
  }
  const embedder: Embedder = {
    name,
    async embed(texts, signal) {
      signal.throwIfAborted()
      asked.push(texts)
      if (mood === 'silent' || mood === 'deaf')
        await new Promise((_, reject) => mood === 'silent' && signal.addEventListener('abort', () => reject(signal.reason as Error)))
      if (mood === 'late') await new Promise((resolve) => setTimeout(resolve, 400))
      if (mood === 'down') throw fault(503, true)
      if (mood === 'too_many') throw fault(429, true)
      if (mood === 'no_key') throw fault(401, false)
      if (mood === 'stranger') throw new TypeError('not a fault of the port')
      if (texts.some((it) => refused?.test(it))) throw fault(400, false)
      if (mood === 'not_numbers') return texts.map(() => new Float32Array(length).fill(Number.NaN))
      if (mood === 'other_length') return texts.map((_, at) => numbersOf(`${at}`, length + 1 + at))
      return texts.slice(mood === 'one_less' ? 1 : 0).map(vectorOf)
    },
  }
  return {
    embedder,
    asked,
    vectorOf,
    be(next: Mood) {
      mood = next
    },
    /** From now on a request with a text like this is refused as a whole. */
    refuse(text: RegExp | undefined) {
      refused = text
    },
  }
}
