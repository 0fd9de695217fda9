import { randomUUID } from 'node:crypto'
import { type PlayedAnswer, type PlayedRequest, playedMuLaw, playedPcm, playedVoice, playSpeech } from '@myna/ports/conformance/played-speech'

const refuse = (status: number, err_code: string, err_msg: string): PlayedAnswer => ({ status, json: { err_code, err_msg, request_id: randomUUID() } })

const voice = (name: string, language: string, tags: string[], accent?: string) => ({
  name,
  canonical_name: `aura-2-${name}-${language}`,
  architecture: 'aura-2',
  languages: [language, `${language}-XX`],
  version: '2025-04-07.0',
  uuid: randomUUID(),
  metadata: { ...(accent ? { accent } : {}), age: 'Adult', tags },
})
const tts: unknown[] = [
  voice('thalia', 'en', ['feminine', 'clear'], 'American'),
  voice('draco', 'en', ['masculine', 'warm'], 'British'),
  voice('janus', 'en', []),
  voice('celeste', 'es', ['feminine'], 'Colombian'),
  { ...voice('zeus', 'en', ['masculine'], 'American'), canonical_name: 'aura-zeus-en', architecture: 'aura' },
  { ...voice('bad', 'en', []), canonical_name: 'aura-2-&model=x' },
  { name: 'no more' },
  null,
]
const known = new Set(['model', 'encoding', 'container', 'sample_rate', 'bit_rate', 'speed', 'callback', 'callback_method', 'mip_opt_out', 'tag'])

/** Plays Deepgram: key, balance, voices, rates of each encoding, length and pace are checked as the real one does. */
export async function playDeepgram() {
  const key = 'deepgram-right-key'
  let balance = Infinity
  let isModern = false

  const speak = ({ url, headers, body }: PlayedRequest): PlayedAnswer => {
    const query = url.searchParams
    for (const name of query.keys()) if (!known.has(name)) return refuse(400, 'INVALID_QUERY_PARAMETER', `Unknown parameter ${name}`)
    if (!headers['content-type']?.startsWith('application/json')) return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'Wrong content type')
    const said = JSON.parse(body) as { text?: unknown }
    if (typeof said.text !== 'string' || Object.keys(said).length !== 1) return refuse(400, 'INVALID_JSON', 'The body must be {"text": …}')
    if (said.text === '') return refuse(400, 'EMPTY_TEXT', 'Input text contains no characters')
    if (said.text.length > 2000) return refuse(413, 'PAYLOAD_TOO_LARGE', 'Input text exceeds maximum character limit of 2000.')
    const model = query.get('model') ?? 'aura-asteria-en'
    if (!tts.some((it) => (it as { canonical_name?: string } | null)?.canonical_name === model))
      return refuse(400, 'Bad Request', 'Bad Request: No such model/version combination found.')
    if (query.get('container') !== 'none') return refuse(400, 'INVALID_QUERY_PARAMETER', 'only container=none is played here')
    const rate = Number(query.get('sample_rate'))
    const encoding = query.get('encoding')
    const rates = encoding === 'mulaw' ? [8_000, 16_000] : encoding === 'linear16' ? [8_000, 16_000, 24_000, 32_000, 48_000] : []
    if (!rates.includes(rate)) return refuse(400, 'UNSUPPORTED_AUDIO_FORMAT', `Unsupported audio format: ${encoding} at ${rate}`)
    const speed = Number(query.get('speed') ?? 1)
    if (!(speed >= 0.7 && speed <= 1.5)) return refuse(400, 'SPEED_OUT_OF_RANGE', 'speed must be within 0.7 and 1.5')
    if (query.has('speed') && !model.startsWith('aura-2-')) return refuse(400, 'INVALID_QUERY_PARAMETER', 'speed is not supported')
    if (said.text.length > balance) return refuse(402, 'ASR_PAYMENT_REQUIRED', 'Project does not have enough credits.')
    balance -= said.text.length
    const samples = playedVoice(said.text, { voice: model, rate, speed })
    const write = encoding === 'mulaw' ? playedMuLaw : playedPcm
    return {
      contentType: encoding === 'mulaw' ? 'audio/mulaw' : 'audio/l16',
      sound: write(samples),
      silence: write(samples.map(() => 0)),
      endless: write(samples),
    }
  }

  const server = await playSpeech((request) => {
    if (request.headers.authorization !== `Token ${key}`) {
      if (isModern) return { status: 401, json: { category: 'INVALID_AUTH', message: 'Invalid credentials.', request_id: randomUUID() } }
      return refuse(401, 'INVALID_AUTH', 'Invalid credentials.')
    }
    if (request.method === 'GET' && request.url.pathname === '/v1/models') return { status: 200, json: { stt: [], tts } }
    if (request.method === 'POST' && request.url.pathname === '/v1/speak') return speak(request)
    return refuse(404, 'NOT_FOUND', 'Not found')
  })
  return Object.assign(server, {
    key,
    /** From now on so many characters are paid for. */
    allow(characters: number) {
      balance = characters
    },
    /** Refuses in the newer of its two shapes. */
    beModern() {
      isModern = true
    },
  })
}
