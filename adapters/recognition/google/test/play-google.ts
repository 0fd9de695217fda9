import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { createServer } from 'node:http'
import { type AddressInfo, connect, createServer as createLine, type Socket } from 'node:net'
import { Metadata, Server, ServerCredentials, type ServerDuplexStream, status as codes } from '@grpc/grpc-js'
import { type PlayedRecogniser, playedLatenessMs, type RecogniserMood } from '@myna/ports/conformance/play-recogniser'
import { createToneListener } from '@myna/ports/conformance/tone-speech'
import { type RecognitionConfig, speechService, type StreamingRequest, type StreamingResponse } from '#speech-service.ts'

type Call = ServerDuplexStream<StreamingRequest, StreamingResponse>
type First = { config?: RecognitionConfig; interim_results?: boolean; single_utterance?: boolean }

const codesOf: Record<number, codes> = {
  401: codes.UNAUTHENTICATED,
  403: codes.PERMISSION_DENIED,
  429: codes.RESOURCE_EXHAUSTED,
  500: codes.INTERNAL,
  503: codes.UNAVAILABLE,
}
const languages = new Set(['en-IN', 'en-US', 'hi-IN', 'bn-IN', 'bn-BD'])
const mostPieceBytes = 15_360

/** Google's Speech over gRPC, and the place where signatures of service accounts become tokens. `mostMs` of sound fit into a stream. */
export async function playGoogle(it: { mostMs?: number } = {}) {
  const key = 'AIza-test-right'
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const open = new Set<Call>()
  const complaints: string[] = []
  const phrases: string[] = []
  const configs: RecognitionConfig[] = []
  let mood: RecogniserMood = 'well'
  let refusal: number | undefined
  let token = 'ya29.first'
  const counted = { exchanges: 0, streams: 0 }

  const recognise = (call: Call) => {
    counted.streams++
    open.add(call)
    call.on('cancelled', () => open.delete(call))
    call.on('error', () => open.delete(call))
    const fail = (code: codes, details: string) => {
      open.delete(call)
      call.emit('error', { code, details, metadata: new Metadata() })
    }
    const complain = (about: string) => {
      complaints.push(about)
      fail(codes.INVALID_ARGUMENT, about)
    }
    if (refusal === 0) return undefined
    if (refusal !== undefined) return fail(codesOf[refusal] ?? codes.UNKNOWN, 'refused')
    const [given] = call.metadata.get('x-goog-api-key')
    const [bearer] = call.metadata.get('authorization')
    if (bearer === undefined && given !== key) return fail(codes.INVALID_ARGUMENT, `API key not valid. Please pass a valid API key. ${String(given)}`)
    if (bearer !== undefined && bearer !== `Bearer ${token}`) return fail(codes.UNAUTHENTICATED, 'Request had invalid authentication credentials.')
    let config: RecognitionConfig | undefined
    let ears = createToneListener({ rate: 16_000, encoding: 'pcm' })
    let told = 0
    let bytesPerMs = 32
    let hasSplit = false
    const result = (final: boolean) => {
      const ms = ears.bytes / bytesPerMs
      const message: StreamingResponse = {
        results: [
          {
            alternatives: [{ transcript: `${told > 0 ? ' ' : ''}${ears.words.slice(told).join(' ')}`, confidence: final ? 0.9 : 0 }],
            is_final: final,
            result_end_time: { seconds: Math.floor(ms / 1000), nanos: Math.round(ms % 1000) * 1e6 },
            language_code: config!.language_code.toLowerCase(),
          },
        ],
      }
      if (final) told = ears.words.length
      for (let time = 0; time < (final && mood === 'repeats' ? 2 : 1); time++) call.write(message)
    }
    const settle = (first: First) => {
      const wrong = wrongIn(first)
      if (wrong !== undefined) return complain(wrong)
      config = first.config!
      configs.push(config)
      phrases.push(...(config.speech_contexts?.[0]?.phrases ?? []))
      const encoding = config.encoding === 'MULAW' ? 'mulaw' : 'pcm'
      ears = createToneListener({ rate: config.sample_rate_hertz, encoding })
      bytesPerMs = (config.sample_rate_hertz / 1000) * (encoding === 'mulaw' ? 1 : 2)
      return undefined
    }
    call.on('data', (request: { streaming_config?: First; audio_content?: Buffer }) => {
      if (mood === 'mute' || !open.has(call)) return undefined
      if (mood === 'rubbish') return void call.write({ rubbish: true } as StreamingResponse)
      if (!config) return request.streaming_config ? settle(request.streaming_config) : complain('sound before settings')
      const sound = request.audio_content
      if (!sound || sound.byteLength === 0) return complain('settings twice, or no sound')
      if (sound.byteLength > mostPieceBytes) return complain('a piece of sound that is too large')
      const before = ears.words.length
      ears.hear(sound)
      if (it.mostMs !== undefined && ears.bytes / bytesPerMs > it.mostMs)
        return fail(codes.OUT_OF_RANGE, 'Exceeded maximum allowed stream duration of 305 seconds.')
      if (ears.words.length === before) return undefined
      const splits = (mood === 'splits' || mood === 'repeats') && !hasSplit && ears.words.length - told >= 2
      hasSplit ||= splits
      return result(splits)
    })
    call.on('end', () => {
      if (mood === 'mute' || !open.has(call)) return
      const finish = () => {
        ears.finish()
        if (ears.words.length > told) result(true)
        open.delete(call)
        call.end()
      }
      if (mood === 'late') setTimeout(finish, playedLatenessMs)
      else finish()
    })
    return undefined
  }

  const server = new Server()
  const { StreamingRecognize: method } = speechService as unknown as Record<string, { responseSerialize(it: object): Buffer }>
  const serialize = (message: object) => ('rubbish' in message ? Buffer.from('\x07\xff\xff\xff\xff rubbish') : method!.responseSerialize(message))
  server.addService({ StreamingRecognize: { ...method, responseSerialize: serialize } } as unknown as typeof speechService, { StreamingRecognize: recognise })
  const inner = await new Promise<number>((done, failed) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, at) => (error ? failed(error) : done(at))),
  )
  const lines = new Set<Socket>()
  // A line of its own before the server, which can be torn.
  const front = createLine((line) => {
    const further = connect({ port: inner, host: '127.0.0.1', noDelay: true })
    line.setNoDelay(true)
    for (const [from, to] of [
      [line, further],
      [further, line],
    ] as const) {
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
    }
    lines.add(line)
    line.on('close', () => lines.delete(line))
  })
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done))
  const { port } = front.address() as AddressInfo
  const tokens = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    counted.exchanges++
    const said = new URLSearchParams(body)
    const answer = (code: number, message: object) => void response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(message))
    const [header = '', claims = '', signature = ''] = (said.get('assertion') ?? '').split('.')
    const it = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as Record<string, unknown>
    const isSigned = verify('RSA-SHA256', Buffer.from(`${header}.${claims}`), createPublicKey(pair.publicKey), Buffer.from(signature, 'base64url'))
    const isRight =
      it['iss'] === 'voice@myna.example' &&
      it['aud'] === tokenUrl &&
      String(it['scope']).endsWith('/auth/cloud-platform') &&
      Number(it['exp']) - Number(it['iat']) <= 3_600
    if (said.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer' || !isSigned || !isRight)
      return answer(400, { error: 'invalid_grant', error_description: claims })
    return answer(200, { access_token: token, expires_in: 3_599, token_type: 'Bearer' })
  })
  await new Promise<void>((done) => tokens.listen(0, '127.0.0.1', done))
  const tokenUrl = `http://127.0.0.1:${(tokens.address() as AddressInfo).port}/token`
  const account = { type: 'service_account', client_email: 'voice@myna.example', private_key: pair.privateKey, private_key_id: 'k1', token_uri: tokenUrl }

  const vendor: PlayedRecogniser = {
    key,
    be: (next) => void (mood = next),
    refuse: (next) => void (refusal = next),
    cut() {
      for (const line of lines) line.destroy()
    },
    get talks() {
      return open.size
    },
    complaints,
    phrases,
    signsOfLife: 0,
    async close() {
      for (const line of lines) line.destroy()
      front.close()
      server.forceShutdown()
      tokens.closeAllConnections()
      await new Promise((done) => tokens.close(done))
    },
  }
  return Object.assign(vendor, {
    account,
    configs,
    baseUrl: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    /** Signatures that were exchanged, and streams that were begun. */
    counted,
    renewToken(next: string) {
      token = next
    },
  })
}

function wrongIn({ config, single_utterance: single }: First): string | undefined {
  if (!config) return 'no settings'
  const { encoding, sample_rate_hertz: rate, language_code: language, alternative_language_codes: others = [], speech_contexts: contexts = [], model } = config
  if (!['LINEAR16', 'MULAW'].includes(encoding) || ![8_000, 16_000].includes(rate)) return 'encoding or rate'
  if (![language, ...others].every((it) => languages.has(it)) || others.length > 3) return `language ${language} ${others.join()}`
  const phrases = contexts.flatMap((it) => it.phrases)
  if (phrases.length > 5_000 || phrases.some((it) => it.length > 100 || it.trim() === '')) return 'phrases'
  if (model !== undefined && model !== '' && !['telephony', 'latest_long', 'default'].includes(model)) return `model ${model}`
  return single === true ? 'single_utterance' : undefined
}
