import { type PlayedAnswer, type PlayedRequest, playedPcm, playedVoice, playSpeech } from '@myna/ports/conformance/played-speech'

const refuse = (status: number, it: { message: string; type?: string; param?: string | null; code?: string | null }, headers = {}): PlayedAnswer => ({
  status,
  json: { error: { type: 'invalid_request_error', param: null, code: null, ...it } },
  headers,
})
const fields = new Set(['model', 'input', 'voice', 'instructions', 'response_format', 'speed', 'stream_format'])
const firstVoices = ['alloy', 'ash', 'coral', 'echo', 'fable', 'nova', 'onyx', 'sage', 'shimmer']
const voices: Record<string, string[]> = {
  'tts-1': firstVoices,
  'tts-1-hd': firstVoices,
  'gpt-4o-mini-tts': [...firstVoices, 'ballad', 'verse', 'marin', 'cedar'],
}

/** Plays OpenAI's `/v1/audio/speech`: key, model, its voices, fields, lengths and ranges are checked as the real one does; sound is PCM at 24 kHz. */
export async function playOpenAi() {
  const key = 'sk-openai-right-key'
  let allowance = Infinity
  let hasCredit = true

  const speak = ({ body }: PlayedRequest): PlayedAnswer => {
    const said = JSON.parse(body) as { model: string; input: string; voice: string; instructions?: string; response_format?: string; speed?: number }
    const unknown = Object.keys(said).find((name) => !fields.has(name))
    if (unknown !== undefined) return refuse(400, { message: `Unrecognized request argument supplied: ${unknown}` })
    const known = Object.hasOwn(voices, said.model) ? voices[said.model]! : undefined
    if (!known) return refuse(404, { message: `The model \`${said.model}\` does not exist or you do not have access to it.`, code: 'model_not_found' })
    if (!known.includes(said.voice)) return refuse(400, { message: `[{'type': 'enum', 'loc': ('body', 'voice')}]`, param: 'voice' })
    if (said.input === '') return refuse(400, { message: 'Input must not be empty', param: 'input' })
    if (said.input.length > 4096) return refuse(400, { message: `too long: ${said.input}`, param: 'input', code: 'string_above_max_length' })
    if (said.instructions !== undefined && said.model.startsWith('tts-1')) return refuse(400, { message: 'no instructions', param: 'instructions' })
    const { speed = 1 } = said
    if (!(speed >= 0.25 && speed <= 4)) return refuse(400, { message: 'speed out of range', param: 'speed' })
    if (said.response_format !== 'pcm') return refuse(400, { message: 'only pcm is played here', param: 'response_format' })
    const samples = playedVoice(said.input, { voice: said.voice, rate: 24_000, speed })
    return { contentType: 'audio/pcm', sound: playedPcm(samples), silence: playedPcm(samples.map(() => 0)), endless: playedPcm(samples) }
  }

  const server = await playSpeech((request) => {
    const given = request.headers.authorization
    if (given === undefined) return refuse(401, { message: "You didn't provide an API key." })
    if (given !== `Bearer ${key}`) return refuse(401, { message: `Incorrect API key provided: ${given.slice(7)}.`, code: 'invalid_api_key' })
    if (request.method !== 'POST' || request.url.pathname !== '/v1/audio/speech')
      return refuse(404, { message: `Invalid URL (${request.method} ${request.url.pathname})` })
    if (!hasCredit) return refuse(429, { message: 'You exceeded your current quota.', type: 'insufficient_quota', code: 'insufficient_quota' })
    if (--allowance < 0) return refuse(429, { message: 'Rate limit reached', type: 'requests', code: 'rate_limit_exceeded' }, { 'retry-after': '2' })
    return speak(request)
  })
  return Object.assign(server, {
    key,
    apiUrl: `${server.baseUrl}/v1`,
    /** From now on so many requests are answered, and the account has credit or none. */
    allow(it: { requests?: number; credit?: boolean }) {
      allowance = it.requests ?? Infinity
      hasCredit = it.credit ?? true
    },
  })
}
