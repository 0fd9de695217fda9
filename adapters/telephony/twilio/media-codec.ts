import { PortFault } from '@myna/ports/fault'
import type { MediaCodec, MediaEvents } from '@myna/ports/carrier'
import { base64Length, decodeBase64, encodeBase64 } from '#base64.ts'
import { createQuickReader } from '#quick-media.ts'

/** Longer messages are not read. Twilio sends 20 ms of sound in about 350 bytes; a `start` with all its parameters is far below. */
const maxMessageBytes = 262_144
const name = /^[\w-]{1,64}$/
const end = Buffer.from('"}}')

type Message = {
  event?: unknown
  streamSid?: unknown
  start?: Partial<Record<string, unknown>>
  media?: Partial<Record<string, unknown>>
  dtmf?: Partial<Record<string, unknown>>
  mark?: Partial<Record<string, unknown>>
}

/**
 * Messages of a media stream both ways: https://www.twilio.com/docs/voice/media-streams/websocket-messages. Sound in the form in which Twilio writes it is read from its
 * bytes without making a string or an object of it; everything else, and whatever is unusual, goes through `JSON.parse`.
 */
export function openMedia(on: MediaEvents): MediaCodec {
  let state: 'waiting' | 'streaming' | 'over' = 'waiting'
  let streamId = ''
  let soundPrefix = Buffer.alloc(0)
  let readQuickly = (_message: Buffer): boolean => false

  const begin = (it: Message): string | undefined => {
    if (state !== 'waiting') return 'a second start'
    const { start } = it
    if (!isObject(start)) return 'a start without its content'
    const { callSid, customParameters, mediaFormat } = start
    const stream = start.streamSid ?? it.streamSid
    if (typeof stream !== 'string' || !name.test(stream)) return 'a start without streamSid'
    if (typeof callSid !== 'string' || !name.test(callSid)) return 'a start without callSid'
    if (!isMuLaw(mediaFormat)) return 'a stream that is not μ-law at 8 kHz'
    const told = isObject(customParameters) ? Object.entries(customParameters) : []
    const parameters = Object.fromEntries(told.filter((it): it is [string, string] => typeof it[1] === 'string'))
    state = 'streaming'
    streamId = stream
    soundPrefix = Buffer.from(`{"event":"media","streamSid":"${streamId}","media":{"payload":"`)
    readQuickly = createQuickReader(streamId, on)
    on.start({ streamId, carrierCallId: callSid, parameters })
    return undefined
  }

  const hear = ({ media }: Message): string | undefined => {
    if (!isObject(media)) return 'media without its content'
    if (media.track === 'outbound') return undefined
    const atMs = numberOf(media.timestamp)
    const sequence = numberOf(media.chunk)
    if (atMs === undefined || sequence === undefined) return 'media without timestamp or chunk'
    if (typeof media.payload !== 'string') return 'media without payload'
    const text = Buffer.from(media.payload, 'latin1')
    const mulaw = Buffer.allocUnsafe(text.length)
    const length = decodeBase64(text, 0, text.length, mulaw)
    if (length < 0) return 'media whose payload is no base64'
    on.sound(mulaw.subarray(0, length), atMs, sequence)
    return undefined
  }

  const take = (it: Message): string | undefined => {
    if (it.event === 'connected') return undefined
    if (it.event === 'start') return begin(it)
    if (state === 'waiting') return 'a message before start'
    if (state === 'over') return 'a message after stop'
    if (it.streamSid !== streamId) return 'a message of another stream'
    switch (it.event) {
      case 'media':
        return hear(it)
      case 'dtmf': {
        const digit = isObject(it.dtmf) ? it.dtmf.digit : undefined
        if (typeof digit !== 'string' || !/^[\d*#A-D]$/i.test(digit)) return 'a key that no telephone has'
        on.key(digit.toUpperCase())
        return undefined
      }
      case 'mark': {
        const mark = isObject(it.mark) ? it.mark.name : undefined
        if (typeof mark !== 'string') return 'a mark without name'
        on.mark(mark)
        return undefined
      }
      case 'stop':
        state = 'over'
        readQuickly = () => false
        on.stop()
        return undefined
      default:
        return 'an unknown event'
    }
  }

  const ready = () => {
    if (streamId === '') throw new PortFault('There is no stream to speak into yet.', { retryable: false })
  }

  return {
    read(message) {
      if (readQuickly(message)) return
      const reason = message.length > maxMessageBytes ? 'a message far too long' : withMessage(message, take)
      if (reason !== undefined) on.malformed(reason)
    },
    sound(mulaw) {
      ready()
      const message = Buffer.allocUnsafe(soundPrefix.length + base64Length(mulaw.length) + end.length)
      soundPrefix.copy(message)
      end.copy(message, encodeBase64(mulaw, message, soundPrefix.length))
      return message
    },
    mark(mark) {
      ready()
      return `{"event":"mark","streamSid":"${streamId}","mark":{"name":${JSON.stringify(mark)}}}`
    },
    clear() {
      ready()
      return `{"event":"clear","streamSid":"${streamId}"}`
    },
  }
}

/** Only the reading of JSON is guarded: a fault of those who listen is theirs and goes to whom it belongs. */
function withMessage(message: Buffer, take: (it: Message) => string | undefined): string | undefined {
  let it: unknown
  try {
    it = JSON.parse(message.toString())
  } catch {
    return 'no JSON'
  }
  return isObject(it) ? take(it) : 'JSON that is no object'
}

const isObject = (it: unknown): it is Partial<Record<string, unknown>> => typeof it === 'object' && it !== null && !Array.isArray(it)

function isMuLaw(format: unknown): boolean {
  if (format === undefined) return true
  return isObject(format) && format.encoding === 'audio/x-mulaw' && Number(format.sampleRate) === 8_000 && Number(format.channels) === 1
}

/** Twilio writes numbers as text. */
function numberOf(it: unknown): number | undefined {
  const number = typeof it === 'string' && /^\d{1,15}$/.test(it) ? Number(it) : it
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}
