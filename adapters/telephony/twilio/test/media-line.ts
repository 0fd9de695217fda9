import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import { frameBytes, type Phone } from '#test/phone.ts'

/** What goes wrong with messages of sound on their way to the server: shares of them, from 0 to 1. */
export type LineFaults = {
  lost?: number
  twice?: number
  /** Come after the next one. */
  swapped?: number
  /** Cut in the middle, so that they are no JSON. */
  broken?: number
  /** Wait and come with the next ones in one go. */
  late?: number
}

/** One end of a call's sound: each frame of the caller goes in, each frame for the caller comes out. */
export type Connection = {
  fromCaller(frame: Buffer): void
  /** At most 20 ms of sound, valid until the next call; undefined when there is none. */
  toCaller(): Uint8Array | undefined
  press(digit: string): void
}

/** A media stream of one call. */
export type MediaLine = Connection & {
  readonly streamSid: string
  /** Ends with the words why: the stream ended by itself, or was stopped. */
  readonly ended: Promise<string>
  /** Ends it from Twilio's side, as when the caller hangs up. */
  stop(): void
  break(how: 'cut' | 'half-close'): void
}

/** More sound than this is not kept for the caller: an hour. */
const mostBytes = 3_600 * 8_000
/** Twilio's time of a stream begins a little before the first sound of it. */
const firstSoundMs = 88
type Waiting = { mulaw: Buffer; at: number } | { mark: string }

/** Opens the socket of `<Connect><Stream>` and speaks the protocol over it. `warn` hears Twilio's numbers of what the server does wrong. */
export function openMediaLine(it: {
  url: string
  streamSid: string
  callSid: string
  accountSid: string
  parameters: Record<string, string>
  signature: string
  phone: Phone
  faults: LineFaults
  random: () => number
  warn: (code: number, what: string) => void
}): MediaLine {
  const { streamSid, phone, faults, random } = it
  const socket = new WebSocket(it.url, {
    headers: { 'x-twilio-signature': it.signature, 'user-agent': 'Twilio.TmeWs/1.0' },
    handshakeTimeout: 5_000,
    perMessageDeflate: false,
  })
  const queue: Waiting[] = []
  const late: string[] = []
  let swapped: string | undefined
  let queuedBytes = 0
  let sequence = 0
  let chunk = 0
  let isOpen = false
  let why = ''
  const { promise: ended, resolve: end } = Promise.withResolvers<string>()

  const send = (text: string) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(text)
  }
  const event = (name: string, content: object) => send(JSON.stringify({ event: name, sequenceNumber: String(++sequence), ...content, streamSid }))
  const sendSound = (text: string) => {
    if (faults.late && random() < faults.late) return void late.push(text)
    for (const one of late.splice(0)) send(one)
    send(text)
  }
  const echo = (name: string) => {
    event('mark', { mark: { name } })
    phone.tell({ type: 'marked', name })
  }
  const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

  const take = (text: string) => {
    let message: unknown
    try {
      message = JSON.parse(text)
    } catch {
      return it.warn(31951, 'a message that is no JSON')
    }
    if (!isObject(message) || message.streamSid !== streamSid) return it.warn(31951, 'a message without the streamSid of this stream')
    const { media, mark } = message
    if (message.event === 'media' && isObject(media) && typeof media.payload === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(media.payload)) {
      const mulaw = Buffer.from(media.payload, 'base64')
      queuedBytes += mulaw.length
      if (queuedBytes > mostBytes) return it.warn(31951, 'far too much sound')
      return void (mulaw.length > 0 && queue.push({ mulaw, at: 0 }))
    }
    if (message.event === 'mark' && isObject(mark) && typeof mark.name === 'string') return void queue.push({ mark: mark.name })
    if (message.event !== 'clear') return it.warn(31951, `a message that Twilio does not know: ${text.slice(0, 80)}`)
    phone.tell({ type: 'cleared', bytes: queuedBytes })
    queuedBytes = 0
    for (const one of queue.splice(0)) if ('mark' in one) echo(one.mark)
    return undefined
  }

  socket.on('open', () => {
    isOpen = true
    phone.tell({ type: 'streaming', streamSid, url: it.url })
    send(JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' }))
    const mediaFormat = { encoding: 'audio/x-mulaw', sampleRate: 8_000, channels: 1 }
    event('start', {
      start: { accountSid: it.accountSid, streamSid, callSid: it.callSid, tracks: ['inbound'], mediaFormat, customParameters: it.parameters },
    })
  })
  socket.on('message', (data: Buffer, isBinary: boolean) => (isBinary ? it.warn(31951, 'a binary message') : take(data.toString())))
  socket.on('error', (error) => {
    if (!isOpen) it.warn(31920, `the handshake of the stream failed: ${error.message}`)
  })
  socket.on('close', (code) => {
    isOpen = false
    end(why || `closed by the server (${code})`)
  })

  const out = Buffer.alloc(frameBytes)
  return {
    streamSid,
    ended,
    fromCaller(frame) {
      if (!isOpen) return
      chunk++
      sequence++
      const text = `{"event":"media","sequenceNumber":"${sequence}","media":{"track":"inbound","chunk":"${chunk}","timestamp":"${firstSoundMs + (chunk - 1) * 20}","payload":"${frame.toString('base64')}"},"streamSid":"${streamSid}"}`
      if (faults.lost && random() < faults.lost) return
      if (faults.swapped && swapped === undefined && random() < faults.swapped) return void (swapped = text)
      sendSound(faults.broken && random() < faults.broken ? text.slice(0, Math.floor(random() * text.length)) : text)
      if (faults.twice && random() < faults.twice) sendSound(text)
      if (swapped !== undefined) sendSound(swapped)
      swapped = undefined
    },
    toCaller() {
      for (let first = queue[0]; first && 'mark' in first; first = queue[0]) {
        queue.shift()
        echo(first.mark)
      }
      let filled = 0
      while (filled < frameBytes && queue[0] && 'mulaw' in queue[0]) {
        const first = queue[0]
        const part = first.mulaw.subarray(first.at, first.at + frameBytes - filled)
        out.set(part, filled)
        filled += part.length
        first.at += part.length
        if (first.at >= first.mulaw.length) queue.shift()
      }
      queuedBytes -= filled
      return filled === 0 ? undefined : out.subarray(0, filled)
    },
    press(digit) {
      if (isOpen) event('dtmf', { dtmf: { track: 'inbound_track', digit } })
    },
    stop() {
      why ||= 'stopped'
      event('stop', { stop: { accountSid: it.accountSid, callSid: it.callSid } })
      if (socket.readyState === WebSocket.CONNECTING) socket.terminate()
      else socket.close(1000)
      // A server that does not close its side keeps nobody waiting.
      setTimeout(() => socket.terminate(), 1_000).unref()
    },
    break(how) {
      why ||= how
      if (how === 'cut') socket.terminate()
      else (socket as unknown as { _socket: Socket | null })._socket?.end()
    },
  }
}
