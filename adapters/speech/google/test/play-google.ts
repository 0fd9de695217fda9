import { generateKeyPairSync, verify } from 'node:crypto'
import { type PlayedAnswer, type PlayedRequest, playedMuLaw, playedPcm, playedVoice, playedWav, playSpeech } from '@myna/ports/conformance/played-speech'

const refuse = (code: number, status: string, message: string, reason?: string, headers = {}): PlayedAnswer => ({
  status: code,
  json: {
    error: {
      code,
      message,
      status,
      ...(reason ? { details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' }] } : {}),
    },
  },
  headers,
})
const voice = (name: string, ssmlGender: string, languageCodes = [name.slice(0, 5)]) => ({ languageCodes, name, ssmlGender, naturalSampleRateHertz: 24_000 })
const voices: { name?: string; languageCodes?: string[] }[] = [
  voice('af-ZA-Standard-A', 'FEMALE'),
  voice('en-US-Chirp3-HD-Achernar', 'FEMALE'),
  voice('en-US-Neural2-A', 'MALE'),
  voice('en-IN-Chirp3-HD-Achernar', 'FEMALE'),
  voice('en-IN-Wavenet-B', 'MALE'),
  voice('en-IN-Neural2-A', 'FEMALE'),
  voice('en-GB-Studio-B', 'MALE'),
  voice('hi-IN-Wavenet-A', 'FEMALE'),
  voice('bn-IN-Wavenet-A', 'SSML_VOICE_GENDER_UNSPECIFIED'),
  voice('Achernar', 'FEMALE', ['en-IN', 'hi-IN']),
  {},
]

type Said = {
  input?: { text?: string }
  voice?: { languageCode?: string; name?: string }
  audioConfig?: { audioEncoding?: string; sampleRateHertz?: number; speakingRate?: number; pitch?: number; volumeGainDb?: number }
}
/** As an account's key file is; RSA of 2048 bits. */
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const email = 'speaker@project.iam.gserviceaccount.com'

/** Plays Google: API key or tokens of a service account, voices, kinds of voices that take no pitch, bounds and the shape of refusals as the real one has them. Answers JSON with base64. */
export async function playGoogle() {
  const key = 'AIza-google-right-key'
  const state = { now: () => Date.now(), escapes: false, quota: Infinity, disabled: false, tokens: 0 }
  let base = ''

  /** The reason why a request has no right to be answered. */
  const refusalOfCaller = ({ headers }: PlayedRequest): PlayedAnswer | undefined => {
    const [apiKey, token] = [headers['x-goog-api-key'], headers.authorization]
    if (apiKey === undefined && token === undefined) return refuse(403, 'PERMISSION_DENIED', "Method doesn't allow unregistered callers.")
    if (apiKey !== undefined && apiKey !== key) return refuse(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID')
    if (token !== undefined && token !== `Bearer ya29.played-${state.tokens}`)
      return refuse(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.', 'ACCESS_TOKEN_EXPIRED')
    if (state.disabled) return refuse(403, 'PERMISSION_DENIED', 'Cloud Text-to-Speech API has not been used in project 1 before.', 'SERVICE_DISABLED')
    return undefined
  }

  const giveToken = ({ body }: PlayedRequest): PlayedAnswer => {
    const form = new URLSearchParams(body)
    const [head = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.')
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iss: string; aud: string; scope: string; iat: number; exp: number }
    const seconds = Math.floor(state.now() / 1000)
    const right =
      form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer' &&
      verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), pair.publicKey, Buffer.from(signature, 'base64url')) &&
      said.iss === email &&
      said.aud === `${base}/token` &&
      said.scope.includes('cloud-platform') &&
      Math.abs(said.iat - seconds) < 300 &&
      said.exp - said.iat <= 3600
    if (!right) return { status: 400, json: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } }
    state.tokens++
    return { status: 200, json: { access_token: `ya29.played-${state.tokens}`, expires_in: 3599, token_type: 'Bearer' } }
  }

  const speak = ({ body }: PlayedRequest): PlayedAnswer => {
    const { input, voice: wished, audioConfig = {} } = JSON.parse(body) as Said
    const invalid = (message: string) => refuse(400, 'INVALID_ARGUMENT', message)
    const text = input?.text ?? ''
    if (text === '') return invalid('Either `input.text` or `input.ssml` must be set.')
    if (Buffer.byteLength(text) > 5000) return invalid('Either `input.text` or `input.ssml` is longer than the limit of 5000 bytes.')
    const found = voices.find((it) => it.name === wished?.name)
    if (!found?.name) return invalid(`Voice '${wished?.name}' does not exist. Is it misspelled?`)
    if (!found.languageCodes?.includes(wished?.languageCode ?? '')) return invalid(`Requested language code '${wished?.languageCode}' doesn't match the voice.`)
    const { audioEncoding, sampleRateHertz = 24_000, speakingRate = 1, pitch = 0, volumeGainDb = 0 } = audioConfig
    if ('pitch' in audioConfig && found.name.includes('Chirp')) return invalid('This voice does not support pitch parameters at this time.')
    if (speakingRate < 0.25 || speakingRate > 4 || Math.abs(pitch) > 20 || volumeGainDb < -96 || volumeGainDb > 16) return invalid('Out of range.')
    if (audioEncoding !== 'LINEAR16' && audioEncoding !== 'MULAW') return invalid('Unsupported audio encoding.')
    if (--state.quota < 0)
      return refuse(429, 'RESOURCE_EXHAUSTED', "Quota exceeded for quota metric 'All requests'.", 'RATE_LIMIT_EXCEEDED', { 'retry-after': '3' })

    const samples = playedVoice(text, {
      voice: found.name,
      rate: sampleRateHertz,
      speed: speakingRate,
      pitch: 2 ** (pitch / 12),
      gain: 10 ** (volumeGainDb / 20),
    })
    const wavOf = (it: Int16Array) =>
      audioEncoding === 'MULAW' ? playedWav(playedMuLaw(it), { rate: sampleRateHertz, code: 7, bits: 8 }) : playedWav(playedPcm(it), { rate: sampleRateHertz })
    const jsonOf = (wav: Buffer) => {
      const base64 = wav.toString('base64')
      const written = state.escapes ? base64.replaceAll('/', String.raw`\/`).replaceAll('+', String.raw`\u002b`).replaceAll('=', String.raw`\u003d`) : base64
      return Buffer.from(`{\n  "timepoints": [],\n  "audioContent": "${written}"\n}\n`)
    }
    const endless = Buffer.from(playedPcm(samples).subarray(0, 30_000).toString('base64'))
    return { contentType: 'application/json; charset=UTF-8', sound: jsonOf(wavOf(samples)), silence: jsonOf(wavOf(samples.map(() => 0))), endless }
  }

  const server = await playSpeech((request) => {
    const place = `${request.method} ${request.url.pathname}`
    if (place === 'POST /token') return giveToken(request)
    const refusal = refusalOfCaller(request)
    if (refusal) return refusal
    if (place === 'GET /v1/voices') return { status: 200, json: { voices } }
    return place === 'POST /v1/text:synthesize' ? speak(request) : refuse(404, 'NOT_FOUND', 'Not found.')
  })
  base = server.baseUrl
  const account = {
    type: 'service_account',
    client_email: email,
    private_key_id: 'k1',
    private_key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    token_uri: 'https://elsewhere.example/token',
  }
  return Object.assign(server, { key, account, tokenUrl: `${server.baseUrl}/token`, state })
}
