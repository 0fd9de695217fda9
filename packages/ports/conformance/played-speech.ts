import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** How a played vendor of speech behaves towards the next requests for sound. */
export type SpeechMood =
  | 'well'
  | 'crumbles'
  | 'stalls_before'
  | 'stalls_midway'
  | 'drips'
  | 'cuts'
  | 'html'
  | 'hidden_html'
  | 'json'
  | 'mp3'
  | 'ogg'
  | 'moved'
  | 'busy'
  | 'busy_until'
  | 'down'
  | 'down_html'
  | 'empty'
  | 'silence'
  | 'endless'

export type PlayedRequest = { method: string; url: URL; headers: IncomingHttpHeaders; body: string }
/** What a vendor answers: data or a refusal, or sound, with what would follow if it never ended and what it would be in silence. */
export type PlayedAnswer =
  | { status: number; json: unknown; headers?: Record<string, string> }
  | { contentType: string; sound: Uint8Array; silence: Uint8Array; endless: Uint8Array }

/** A local server that speaks as `answer` says, remembers what it was asked, and misbehaves on demand. */
export async function playSpeech(answer: (request: PlayedRequest) => PlayedAnswer) {
  const asked: PlayedRequest[] = []
  const open = new Set<ServerResponse>()
  let mood: SpeechMood = 'well'
  let closedEarly = 0

  const server = createServer(async (request, response) => {
    open.add(response)
    response.on('close', () => {
      open.delete(response)
      if (!response.writableFinished) closedEarly++
    })
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const url = new URL(request.url ?? '', 'http://played')
    const it = { method: request.method ?? '', url, headers: request.headers, body: Buffer.concat(parts).toString('utf8') }
    asked.push(it)
    const answered = answer(it)
    if ('json' in answered) return writeJson(response, answered)
    return misbehave(response, answered)
  })

  const misbehave = async (response: ServerResponse, it: Extract<PlayedAnswer, { sound: Uint8Array }>) => {
    if (mood === 'stalls_before') return undefined
    if (mood === 'html') return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><h1>Welcome</h1>')
    if (mood === 'hidden_html') return void response.writeHead(200, { 'content-type': it.contentType }).end('\n<!DOCTYPE html><h1>Welcome</h1>')
    if (mood === 'json') return writeJson(response, { status: 200, json: { queued: true } })
    if (mood === 'mp3') return void response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(Buffer.alloc(20_000, Buffer.from([0xff, 0xfb, 0x90, 0x64])))
    if (mood === 'ogg') return void response.writeHead(200, { 'content-type': it.contentType }).end(Buffer.alloc(20_000, 'OggS\0\x02'))
    if (mood === 'moved') return void response.writeHead(302, { location: 'http://elsewhere.example/' }).end()
    if (mood === 'busy') return writeJson(response, { status: 429, json: {}, headers: { 'retry-after': '7' } })
    if (mood === 'busy_until') return writeJson(response, { status: 503, json: {}, headers: { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() } })
    if (mood === 'down') return writeJson(response, { status: 500, json: { boom: true } })
    if (mood === 'down_html') return void response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>'.repeat(10_000))
    response.writeHead(200, { 'content-type': it.contentType })
    if (mood === 'empty') return void response.end()
    if (mood === 'endless') return writeForEver(response, it)
    const sound = mood === 'silence' ? it.silence : it.sound
    // Networks cut anywhere: single bytes, odd lengths, all at once.
    const sizes = mood === 'crumbles' ? [1, 2, 3] : [1, 999, 4001, 16_384]
    for (let at = 0, turn = 0; at < sound.byteLength && !response.destroyed; turn++) {
      if (mood === 'drips') await sleep(5)
      const size = mood === 'drips' ? 1 : sizes[turn % sizes.length]!
      await write(response, sound.subarray(at, at + size))
      at += size
      if (at < sound.byteLength / 2) continue
      if (mood === 'stalls_midway') return undefined
      if (mood === 'cuts') return void response.destroy()
    }
    return void response.end()
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    be(next: SpeechMood) {
      mood = next
    },
    /** Answers whose reader went away before their end. */
    get closedEarly() {
      return closedEarly
    },
    async close() {
      for (const response of open) response.destroy()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

export type PlayedSpeech = Awaited<ReturnType<typeof playSpeech>>

function writeJson(response: ServerResponse, it: { status: number; json: unknown; headers?: Record<string, string> }): void {
  response.writeHead(it.status, { 'content-type': 'application/json', ...it.headers }).end(JSON.stringify(it.json))
}

async function writeForEver(response: ServerResponse, it: { sound: Uint8Array; endless: Uint8Array }): Promise<void> {
  await write(response, it.sound.subarray(0, it.sound.byteLength / 2))
  while (!response.destroyed) {
    await write(response, it.endless)
    await sleep(0)
  }
}

async function write(response: ServerResponse, bytes: Uint8Array): Promise<void> {
  if (response.write(bytes)) return
  await new Promise<void>((done) => {
    const over = () => {
      response.off('drain', over).off('close', over)
      done()
    }
    response.on('drain', over).on('close', over)
  })
}

/**
 * A voice of 60 ms a character: a buzz at a height of the voice's own, in 16-bit PCM, the same each time. `pitch` and `speed` are factors.
 */
export function playedVoice(text: string, it: { voice: string; rate: number; speed?: number; pitch?: number; gain?: number }): Int16Array {
  const { rate, speed = 1, pitch = 1, gain = 1 } = it
  const hz = pitch * (110 + (Buffer.from(it.voice).reduce((sum, byte) => sum + byte, 0) % 120))
  const samples = new Int16Array(Math.round((text.length * 0.06 * rate) / speed))
  const letterSamples = (0.06 * rate) / speed
  for (let at = 0; at < samples.length; at++) {
    const wave = waves[text.charCodeAt(Math.floor(at / letterSamples)) % waves.length]!
    samples[at] = gain * wave[Math.floor((at * hz * waveSteps) / rate) % waveSteps]!
  }
  return samples
}

/** One period of each vowel: a tone and one formant. */
const waveSteps = 1024
const waves = [2, 3, 4].map((formant) =>
  Int16Array.from({ length: waveSteps }, (_, at) => {
    const turn = (2 * Math.PI * at) / waveSteps
    return 3500 * (Math.sin(turn) + 0.6 * Math.sin(formant * turn))
  }),
)

/** Samples as little-endian bytes. */
export function playedPcm(samples: Int16Array): Buffer {
  const bytes = Buffer.alloc(samples.length * 2)
  samples.forEach((sample, at) => bytes.writeInt16LE(sample, at * 2))
  return bytes
}

/** Samples as μ-law (G.711), by its definition: sign, segment, step, inverted. */
export function playedMuLaw(samples: Int16Array): Buffer {
  return Buffer.from(
    Array.from(samples, (sample) => {
      const size = Math.min(Math.abs(sample), 32_635) + 132
      const segment = Math.floor(Math.log2(size)) - 7
      return ~((sample < 0 ? 0x80 : 0) | (segment << 4) | ((size >> (segment + 3)) & 15)) & 0xff
    }),
  )
}

/** A WAV around sound; code 1 is PCM, 7 μ-law. */
export function playedWav(sound: Uint8Array, it: { rate: number; code?: number; bits?: number; channels?: number }): Buffer {
  const { rate, code = 1, bits = 16, channels = 1 } = it
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + sound.byteLength, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(code, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE((rate * channels * bits) / 8, 28)
  head.writeUInt16LE((channels * bits) / 8, 32)
  head.writeUInt16LE(bits, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(sound.byteLength, 40)
  return Buffer.concat([head, sound])
}
