import { type PlayedAnswer, type PlayedRequest, playedMuLaw, playedPcm, playedVoice, playSpeech } from '@myna/ports/conformance/played-speech'

const refuse = (status: number, code: string, message: string): PlayedAnswer => ({ status, json: { detail: { status: code, message } } })
const invalid = (loc: string[], msg: string, type: string): PlayedAnswer => ({ status: 422, json: { detail: [{ loc, msg, type }] } })

type Said = { text?: unknown; model_id?: unknown; language_code?: string; voice_settings?: Record<string, number> }
const bodyFields = new Set(['text', 'model_id', 'language_code', 'voice_settings', 'seed', 'previous_text', 'next_text', 'apply_text_normalization'])
const formats: Record<string, { rate: number; isMuLaw?: boolean }> = {
  pcm_8000: { rate: 8_000 },
  pcm_16000: { rate: 16_000 },
  ulaw_8000: { rate: 8_000, isMuLaw: true },
}
const modelLanguages: Record<string, string[]> = {
  eleven_flash_v2_5: ['en', 'hi', 'fr'],
  eleven_multilingual_v2: ['en', 'hi', 'fr'],
  eleven_v3: ['en', 'hi', 'bn', 'fr'],
  eleven_flash_v2: ['en'],
}

const verified = (...languages: string[]) => ({ verified_languages: languages.map((language) => ({ language, model_id: 'eleven_flash_v2_5' })) })
/** Voices of the account as `/v2/voices` tells them. */
export const playedVoices: Record<string, unknown>[] = [
  { voice_id: 'Rachel0000000000000a', name: 'Rachel', labels: { gender: 'female', language: 'en' }, ...verified('en', 'hi') },
  { voice_id: 'Guillaume00000000000', name: 'Guillaume', labels: { gender: 'male', language: 'fr' }, ...verified('fr') },
  { voice_id: 'Asha0000000000000000', name: 'Asha', labels: { gender: 'female' }, ...verified('hi', 'bn') },
  { voice_id: 'Cloned00000000000000', name: 'A clone', labels: {}, verified_languages: null },
  { voice_id: '../../v1/user', name: 'Hostile', labels: {}, verified_languages: null },
  { name: 'Without an id' },
]

/** Plays ElevenLabs: key, voices in pages of two, quota in characters, formats, languages by model and ranges of settings are checked as the real one does. */
export async function playElevenLabs() {
  const key = 'sk_elevenlabs_right_key'
  let characters = Infinity
  let concurrent = Infinity
  let freePlan = false
  let endlessList = false
  let brokenList = false

  const list = ({ url }: PlayedRequest): PlayedAnswer => {
    if (brokenList) return { status: 500, json: { detail: 'Internal Server Error' } }
    const size = Number(url.searchParams.get('page_size') ?? 10)
    if (!(size >= 1 && size <= 100)) return invalid(['query', 'page_size'], 'Input should be less than or equal to 100', 'less_than_equal')
    const from = Number(url.searchParams.get('next_page_token') ?? 0)
    const more = endlessList || from + 2 < playedVoices.length
    const page = playedVoices.slice(from, from + 2)
    return { status: 200, json: { voices: page, has_more: more, total_count: playedVoices.length, next_page_token: more ? `${from + 2}` : null } }
  }

  const speak = (voiceId: string, { url, body }: PlayedRequest): PlayedAnswer => {
    const said = JSON.parse(body) as Said
    for (const name of Object.keys(said)) if (!bodyFields.has(name)) return invalid(['body', name], 'Extra inputs are not permitted', 'extra_forbidden')
    if (typeof said.text !== 'string') return invalid(['body', 'text'], 'Field required', 'missing')
    if (said.text.trim() === '') return refuse(400, 'input_text_empty', 'Input text is empty.')
    if (said.text.length > 5_000) return refuse(400, 'max_character_limit_exceeded', 'Too long.')
    if (!playedVoices.some((it) => it.voice_id === voiceId)) return refuse(404, 'voice_not_found', `A voice with the voice_id ${voiceId} was not found.`)
    const languages = modelLanguages[String(said.model_id)]
    if (!languages) return refuse(400, 'model_not_found', `A model with model ID ${String(said.model_id)} does not exist`)
    if (said.language_code !== undefined) {
      if (said.model_id !== 'eleven_flash_v2_5') return refuse(400, 'unsupported_language', 'The model does not support the language_code parameter.')
      if (!languages.includes(said.language_code)) return refuse(400, 'unsupported_language', `Model does not support ${said.language_code}`)
    }
    const { speed = 1, ...levels } = said.voice_settings ?? {}
    if (speed < 0.7 || speed > 1.2) return refuse(400, 'invalid_voice_settings', `Invalid setting for speed received, expected to be between 0.7 and 1.2.`)
    for (const level of Object.values(levels)) if (!(level >= 0 && level <= 1)) return refuse(400, 'invalid_voice_settings', 'Invalid setting.')
    if (voiceId.startsWith('Asha') && freePlan) return refuse(402, 'paid_plan_required', 'Free users cannot use library voices via the API.')
    const format = formats[url.searchParams.get('output_format') ?? '']
    if (!format) return invalid(['query', 'output_format'], 'Input should be a format', 'enum')
    if (said.text.length > characters) return refuse(401, 'quota_exceeded', `You have ${characters} credits remaining.`)
    if (concurrent <= 0) return refuse(429, 'too_many_concurrent_requests', 'Too many concurrent requests.')
    characters -= said.text.length
    const samples = playedVoice(said.text, { voice: voiceId, rate: format.rate, speed })
    const write = format.isMuLaw ? playedMuLaw : playedPcm
    return { contentType: format.isMuLaw ? 'audio/basic' : 'audio/pcm', sound: write(samples), silence: write(samples.map(() => 0)), endless: write(samples) }
  }

  const server = await playSpeech((request) => {
    const given = request.headers['xi-api-key']
    if (given === undefined) return refuse(401, 'needs_authorization', 'Neither authorization header nor xi-api-key received, please provide one.')
    if (given !== key) return refuse(401, 'invalid_api_key', 'Invalid API key')
    if (request.method === 'GET' && request.url.pathname === '/v2/voices') return list(request)
    const voiceId = /^\/v1\/text-to-speech\/([^/]+)\/stream$/.exec(request.url.pathname)?.[1]
    if (request.method === 'POST' && voiceId !== undefined) return speak(decodeURIComponent(voiceId), request)
    return { status: 404, json: { detail: 'Not Found' } }
  })
  return Object.assign(server, {
    key,
    /** From now on the account has so many characters left, so many voices may speak at once, and it is paid for or not. */
    allow(it: { characters?: number; concurrent?: number; freePlan?: boolean }) {
      freePlan = it.freePlan ?? false
      characters = it.characters ?? Infinity
      concurrent = it.concurrent ?? Infinity
    },
    list(mood: 'well' | 'endless' | 'broken') {
      endlessList = mood === 'endless'
      brokenList = mood === 'broken'
    },
  })
}
