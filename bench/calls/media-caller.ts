import { connect, type Socket } from 'node:net'
import { base64Length, writeBase64 } from './base64.ts'
import type { ScriptedCaller } from './caller-script.ts'
import { accountSid } from './played-carrier.ts'
import { createFrameReader, textFrame, writeText } from './socket-frames.ts'
import { callerFrames, frameMs } from './test-sound.ts'

const payloadKey = Buffer.from('"payload":"', 'latin1')
const quote = 0x22
const { loud, silent } = callerFrames()

export type MediaCallerOptions = {
  port: number
  path: string
  parameters: Record<string, string>
  callSid: string
  /** Number of the call in this run. */
  number: number
  caller: ScriptedCaller
  closed: () => void
  /** Shared by all calls of the process: what comes is read before the next is received. */
  inbox: Buffer
}

/**
 * The carrier's end of one call: a client of Twilio Media Streams (connected, start, media; clear is honoured, marks come back when they are played). Frames are
 * built once; of each only the digits that count are written anew.
 */
export class MediaCaller {
  readonly #caller: ScriptedCaller
  readonly #streamSid: string
  readonly #mask: Uint8Array
  readonly #socket: Socket
  readonly #loud: OutgoingFrame
  readonly #silent: OutgoingFrame
  #frames = 0
  #isUp = false
  #marks: { name: string; at: number }[] = []
  /** Frames that the socket could not take at once. */
  blocked = 0

  constructor(options: MediaCallerOptions, up: () => void) {
    this.#caller = options.caller
    this.#streamSid = `MZ${String(options.number).padStart(32, '0')}`
    this.#mask = Uint8Array.of(0x11 + (options.number % 200), 0x5a, 0xc3, 0x7e)
    this.#loud = createOutgoingFrame(loud, this.#streamSid, this.#mask)
    this.#silent = createOutgoingFrame(silent, this.#streamSid, this.#mask)
    const read = createFrameReader({
      message: (bytes, at, length) => this.#read(bytes, at, length),
      close: () => this.#socket.destroy(),
      ping: () => this.#socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0])),
    })
    let answer: Buffer | undefined = Buffer.alloc(0)
    this.#socket = connect({
      port: options.port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: options.inbox,
        callback: (count, inbox) => {
          const bytes = (inbox as Buffer).subarray(0, count)
          if (answer === undefined) read(bytes)
          else {
            answer = Buffer.concat([answer, bytes])
            const end = answer.indexOf('\r\n\r\n')
            if (end < 0) return true
            if (!answer.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) {
              process.stderr.write(`the server did not take the socket: ${answer.subarray(0, 100).toString('latin1')}\n`)
              this.#socket.destroy()
              return true
            }
            const rest = answer.subarray(end + 4)
            answer = undefined
            this.#start(options)
            up()
            if (rest.length > 0) read(rest)
          }
          return true
        },
      },
    })
    this.#socket.write(
      `GET ${options.path} HTTP/1.1\r\nHost: 127.0.0.1:${options.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
    )
    this.#socket.on('error', () => this.#socket.destroy())
    this.#socket.on('close', () => {
      this.#isUp = false
      options.closed()
    })
  }

  /** Sends the frame of now. */
  send(now: number): void {
    if (!this.#isUp) return
    const { frame, write } = this.#caller.nextFrame(now) ? this.#loud : this.#silent
    write(this.#frames++)
    // What is still underway must not be written over.
    const isBlocked = this.#socket.writableLength > 0
    if (isBlocked) this.blocked++
    this.#socket.write(isBlocked ? Buffer.from(frame) : frame)
    if (this.#marks.length > 0) this.#echoMarks(now)
  }

  close(): void {
    this.#socket.destroy()
  }

  #start({ callSid, parameters }: MediaCallerOptions): void {
    const say = (it: object) => this.#socket.write(writeText(JSON.stringify(it), this.#mask))
    say({ event: 'connected', protocol: 'Call', version: '1.0.0' })
    say({
      event: 'start',
      sequenceNumber: '1',
      start: {
        accountSid,
        streamSid: this.#streamSid,
        callSid,
        tracks: ['inbound'],
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8_000, channels: 1 },
        customParameters: parameters,
      },
      streamSid: this.#streamSid,
    })
    this.#isUp = true
  }

  #read(bytes: Buffer, at: number, length: number): void {
    const now = performance.now()
    // The usual way to begin a message, read without making a string; any other is parsed.
    const isUsual = bytes[at + 9] === quote && bytes[at + 3] === 0x76
    if (isUsual && bytes[at + 10] === 0x6d && bytes[at + 11] === 0x65) {
      const from = bytes.indexOf(payloadKey, at) + payloadKey.length
      this.#sound(now, bytes, from, bytes.indexOf(quote, from))
      return
    }
    const said = JSON.parse(bytes.toString('utf8', at, at + length)) as { event: string; media?: { payload: string }; mark?: { name: string } }
    if (said.event === 'media') {
      const payload = Buffer.from(said.media!.payload, 'latin1')
      this.#sound(now, payload, 0, payload.length)
    } else if (said.event === 'clear') {
      this.#caller.clear(now)
      this.#marks = this.#marks.map(({ name }) => ({ name, at: 0 }))
    } else if (said.event === 'mark') this.#marks.push({ name: said.mark!.name, at: this.#caller.playedAt })
  }

  #sound(now: number, bytes: Buffer, from: number, to: number): void {
    const padding = bytes[to - 2] === 0x3d ? 2 : bytes[to - 1] === 0x3d ? 1 : 0
    this.#caller.sound(now, (((to - from) / 4) * 3 - padding) / 8)
  }

  #echoMarks(now: number): void {
    while (this.#marks.length > 0 && this.#marks[0]!.at <= now) {
      const { name, at } = this.#marks.shift()!
      // Whatever came after the mark belongs to the sound that goes on.
      if (at > 0 && this.#caller.playedAt === at) this.#caller.played()
      this.#socket.write(
        writeText(JSON.stringify({ event: 'mark', sequenceNumber: String(this.#frames), streamSid: this.#streamSid, mark: { name } }), this.#mask),
      )
    }
  }
}

type OutgoingFrame = { frame: Buffer; write(number: number): void }

/** A masked media message whose counters are written in place. */
function createOutgoingFrame(sound: Uint8Array, streamSid: string, mask: Uint8Array): OutgoingFrame {
  const payload = Buffer.alloc(base64Length(sound.length))
  writeBase64(sound, payload, 0)
  const before = '{"event":"media","sequenceNumber":"1000000","media":{"track":"inbound","chunk":"1000000","timestamp":"'
  const text = `${before}10000000","payload":"${payload.toString('latin1')}"},"streamSid":"${streamSid}"}`
  const { frame, at } = textFrame(text.length, mask)
  for (let index = 0; index < text.length; index++) frame[at + index] = text.charCodeAt(index) ^ mask[index & 3]!
  const digits = (end: number, count: number, value: number) => {
    let left = value
    for (let index = end - 1; index >= end - count; index--) {
      frame[at + index] = (0x30 + (left % 10)) ^ mask[index & 3]!
      left = Math.floor(left / 10)
    }
  }
  const sequenceEnd = text.indexOf('1000000') + 7
  const chunkEnd = text.indexOf('"chunk":"') + 16
  const timestampEnd = before.length + 8
  return {
    frame,
    write(number) {
      digits(sequenceEnd, 7, 1_000_002 + number)
      digits(chunkEnd, 7, 1_000_001 + number)
      digits(timestampEnd, 8, 10_000_000 + number * frameMs)
    },
  }
}
