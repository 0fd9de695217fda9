import { PortFault } from '@myna/ports/fault'
import { fieldOf, listOf, textOf } from '@myna/ports/json-value'
import type { SpeechVoice } from '@myna/ports/speech'
import { type Patience, readJson } from '@myna/ports/vendor-request'
import { refusalOf } from '#refusal-of.ts'

const mostBytes = 5_000_000

/** Deepgram's English voices of one family, such as `aura-2`. Rejects with `PortFault`. */
export async function listVoices(it: {
  fetch: typeof globalThis.fetch
  baseUrl: string
  headers: Record<string, string>
  signal: AbortSignal
  patience: Patience | undefined
  family: string
}): Promise<SpeechVoice[]> {
  const { fetch, headers, signal, patience } = it
  const answer = await readJson({ vendor: 'Deepgram', fetch, url: `${it.baseUrl}/v1/models`, headers, signal, patience, maxBytes: mostBytes, refusalOf })
  if (!Array.isArray(fieldOf(answer, 'tts'))) throw new PortFault('Deepgram answered no list of voices.', { retryable: true })
  const voices = new Map<string, SpeechVoice>()
  for (const said of listOf(answer, 'tts')) {
    const id = textOf(said, 'canonical_name')
    const isEnglish = listOf(said, 'languages').some((language) => typeof language === 'string' && /^en\b/i.test(language))
    if (!isEnglish || !/^[\w.-]{1,100}$/.test(id) || !id.startsWith(`${it.family}-`)) continue
    voices.set(id, { id, name: nameOf(said, id), language: 'en', gender: genderOf(said) })
  }
  return [...voices.values()]
}

/** Such as `Thalia (American)`. */
function nameOf(said: unknown, id: string): string {
  const name = textOf(said, 'name').trim().slice(0, 80) || id
  const accent = textOf(fieldOf(said, 'metadata'), 'accent').trim().slice(0, 40)
  return `${name[0]!.toUpperCase()}${name.slice(1)}${accent ? ` (${accent})` : ''}`
}

function genderOf(said: unknown): SpeechVoice['gender'] {
  const tags = listOf(fieldOf(said, 'metadata'), 'tags')
  return tags.includes('feminine') ? 'female' : tags.includes('masculine') ? 'male' : 'neutral'
}
