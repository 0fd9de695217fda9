import { PortFault } from '@myna/ports/fault'
import { fieldOf, listOf, textOf } from '@myna/ports/json-value'
import type { SpeechLanguage, SpeechVoice } from '@myna/ports/speech'
import { type Patience, readJson } from '@myna/ports/vendor-request'
import type { Credentials } from '#credentials.ts'
import { refusalOf } from '#refusal-of.ts'

/** A voice in one language; `voice` and `locale` are what Google knows it by. */
export type GoogleVoice = SpeechVoice & { voice: string; locale: string }

/** Locales that are offered, best first for a business in India, and what they are in our languages. */
const locales: Record<string, readonly SpeechLanguage[]> = {
  'en-IN': ['en'],
  'en-GB': ['en'],
  'en-US': ['en'],
  'hi-IN': ['hi', 'hinglish'],
  'bn-IN': ['bn'],
}
/** Kinds of voices as they suit a call: those that answer soon and can do everything first, dear ones that can do little last. */
const kinds = ['Neural2', 'Wavenet', 'Standard', 'Chirp3-HD', 'Chirp-HD', 'News', 'Polyglot', 'Casual', 'Journey', 'Studio']
const mostBytes = 10_000_000

/** Google's voices for English, Hindi and Bengali. Rejects with `PortFault`. */
export async function listVoices(it: {
  fetch: typeof globalThis.fetch
  baseUrl: string
  credentials: Credentials
  signal: AbortSignal
  patience: Patience | undefined
}): Promise<GoogleVoice[]> {
  const { fetch, signal, patience } = it
  const answer = await readJson({
    vendor: 'Google',
    fetch,
    url: `${it.baseUrl}/v1/voices`,
    headers: await it.credentials(signal),
    signal,
    patience,
    maxBytes: mostBytes,
    refusalOf,
  })
  if (!Array.isArray(fieldOf(answer, 'voices'))) throw new PortFault('Google answered no list of voices.', { retryable: true })
  const voices = new Map(
    listOf(answer, 'voices')
      .flatMap(voicesOf)
      .map((voice) => [voice.id, voice]),
  )
  return [...voices.values()].toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** Voices whose name does not begin with their locale belong to models that need a name of their own, and are left out. */
function voicesOf(said: unknown): GoogleVoice[] {
  const voice = textOf(said, 'name')
  const locale = /^([a-z]{2}-[A-Z]{2})-[\w-]{1,80}$/.exec(voice)?.[1] ?? ''
  if (!Object.hasOwn(locales, locale) || !listOf(said, 'languageCodes').includes(locale)) return []
  const ssmlGender = textOf(said, 'ssmlGender')
  const gender = ssmlGender === 'FEMALE' ? 'female' : ssmlGender === 'MALE' ? 'male' : 'neutral'
  return locales[locale]!.map((language) => ({ id: language === 'hinglish' ? `${voice}-hinglish` : voice, name: voice, language, gender, voice, locale }))
}

function rankOf({ locale, voice }: GoogleVoice): number {
  const kind = kinds.findIndex((it) => voice.startsWith(`${locale}-${it}`))
  return Object.keys(locales).indexOf(locale) * 100 + (kind < 0 ? kinds.length : kind)
}

/** Whether a kind of voice takes `pitch`; the others refuse a request that holds it. */
export function takesPitch(voice: string): boolean {
  return !/-(Chirp|Journey|Studio|Casual)/.test(voice)
}

/** Whether a kind of voice takes `speakingRate`. */
export function takesRate(voice: string): boolean {
  return !/-(Journey|Chirp-HD)/.test(voice)
}
