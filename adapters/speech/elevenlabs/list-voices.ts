import { PortFault } from '@myna/ports/fault'
import { fieldOf, listOf, textOf } from '@myna/ports/json-value'
import type { SpeechLanguage, SpeechVoice } from '@myna/ports/speech'
import { type Patience, readJson } from '@myna/ports/vendor-request'
import { refusalOf } from '#refusal-of.ts'

/** A voice in one language; `voiceId` is ElevenLabs' own. */
export type ElevenLabsVoice = SpeechVoice & { voiceId: string }

const mostPages = 20
const pageSize = 100
const mostPageBytes = 5_000_000

/** Voices of the account, all pages up to 2,000, each once for each of `languages` it is known to speak. Rejects with `PortFault`. */
export async function listVoices(it: {
  fetch: typeof globalThis.fetch
  baseUrl: string
  headers: Record<string, string>
  signal: AbortSignal
  patience: Patience | undefined
  languages: readonly SpeechLanguage[]
}): Promise<ElevenLabsVoice[]> {
  const voices = new Map<string, ElevenLabsVoice>()
  let token = ''
  for (let page = 0; page < mostPages; page++) {
    const query = new URLSearchParams({ page_size: `${pageSize}`, include_total_count: 'false', ...(token ? { next_page_token: token } : {}) })
    const { fetch, headers, signal, patience } = it
    const answer = await readJson({
      vendor: 'ElevenLabs',
      fetch,
      url: `${it.baseUrl}/v2/voices?${query}`,
      headers,
      signal,
      patience,
      maxBytes: mostPageBytes,
      refusalOf,
    })
    if (!Array.isArray(fieldOf(answer, 'voices'))) throw new PortFault('ElevenLabs answered no list of voices.', { retryable: true })
    for (const said of listOf(answer, 'voices')) for (const voice of voicesOf(said, it.languages)) voices.set(voice.id, voice)
    const next = textOf(answer, 'next_page_token')
    // A list that leads back to itself has no end.
    if (fieldOf(answer, 'has_more') !== true || next === '' || next === token) break
    token = next
  }
  return [...voices.values()]
}

/** One voice for each language it speaks, as far as `languages` go; Hinglish is what speaks Hindi. */
function voicesOf(said: unknown, languages: readonly SpeechLanguage[]): ElevenLabsVoice[] {
  const voiceId = textOf(said, 'voice_id')
  if (!/^[\w-]{1,100}$/.test(voiceId)) return []
  const known = knownLanguages(said)
  const gender = textOf(fieldOf(said, 'labels'), 'gender').toLowerCase()
  return languages
    .filter((language) => known.has(language === 'hinglish' ? 'hi' : language))
    .map((language) => ({
      id: `${voiceId}-${language}`,
      voiceId,
      name: textOf(said, 'name').trim().slice(0, 120) || voiceId,
      language,
      gender: gender === 'female' || gender === 'male' ? gender : 'neutral',
    }))
}

/** ISO 639-1 codes of what ElevenLabs has verified, what its owner labelled or tuned it for; a voice of which nothing is said speaks English. */
function knownLanguages(said: unknown): Set<string> {
  const codes = [
    ...listOf(said, 'verified_languages').map((it) => textOf(it, 'language')),
    textOf(fieldOf(said, 'labels'), 'language'),
    textOf(fieldOf(said, 'fine_tuning'), 'language'),
  ]
  const known = new Set(codes.filter((it) => it !== '').map((it) => it.toLowerCase().split(/[-_]/)[0]!))
  return known.size > 0 ? known : new Set(['en'])
}
