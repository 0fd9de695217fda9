import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { parseArgs } from 'node:util'
import { WebSocketServer } from 'ws'
import { base64Length, readBase64, writeBase64 } from './base64.ts'
import { type HeldCall, type Line, openPipeline, type Pipeline, type PipelineName } from './pipeline.ts'
import { createFrameReader, textFrame, writeText } from './socket-frames.ts'
import { frameSamples } from './test-sound.ts'

// A server for calls over Twilio Media Streams around a pipeline of this process. `--framing ws`: the ws library, JSON.parse and strings; `--framing own`: frames
// are read and written in place.
const { values } = parseArgs({
  options: {
    pipeline: { type: 'string' },
    framing: { type: 'string', default: 'ws' },
    'answer-ms': { type: 'string', default: '4000' },
    'resume-after-ms': { type: 'string' },
  },
})
const pipeline = await openPipeline(values.pipeline as PipelineName, {
  answerMs: Number(values['answer-ms']),
  resumeAfterMs: values['resume-after-ms'] === undefined ? null : Number(values['resume-after-ms']),
})
const server = createServer()
if (values.framing === 'own') serveOwnFrames(pipeline)
else serveWs(pipeline)
server.listen(0, '127.0.0.1', 4_096, () => {
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port, path: '/media', parameters: {} })}\n`)
})

type Start = { event: 'start'; start: { streamSid: string } }
type Said = { event: 'connected' | 'stop' | 'mark' } | Start | { event: 'media'; media: { payload: string } }

/** Opens the call when the stream starts and closes it when the socket does, whichever comes first. */
function createCallSlot(pipeline: Pipeline) {
  let call: HeldCall | undefined
  let isClosed = false
  return {
    hear: (frame: Uint8Array) => call?.hear(frame),
    async open(line: Line) {
      const opened = await pipeline.open(line)
      if (isClosed) await opened.close()
      else call = opened
    },
    async close() {
      isClosed = true
      const open = call
      call = undefined
      await open?.close()
    },
  }
}

function serveWs(pipeline: Pipeline): void {
  new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
    const slot = createCallSlot(pipeline)
    socket.on('message', (data: Buffer) => {
      const said = JSON.parse(data.toString()) as Said
      if (said.event === 'media') slot.hear(Buffer.from(said.media.payload, 'base64'))
      else if (said.event === 'start') {
        const { streamSid } = said.start
        const before = `{"event":"media","streamSid":"${streamSid}","media":{"payload":"`
        const clear = `{"event":"clear","streamSid":"${streamSid}"}`
        slot.open({ sound: (frame) => socket.send(`${before}${Buffer.from(frame).toString('base64')}"}}`), clear: () => socket.send(clear) }).catch(fail)
      }
    })
    socket.on('close', () => slot.close().catch(fail))
    socket.on('error', () => socket.terminate())
  })
}

function serveOwnFrames(pipeline: Pipeline): void {
  const payloadKey = Buffer.from('"payload":"', 'latin1')
  const heard = new Uint8Array(4_096)
  server.on('upgrade', (request, socket: Duplex, head) => {
    // RFC 6455, section 4.2.2.
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
    request.socket.setNoDelay(true)
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`)
    const slot = createCallSlot(pipeline)
    const read = createFrameReader({
      message(bytes, at, length) {
        // Every message here begins with {"event":" and media is the only kind with an m and an e.
        if (bytes[at + 10] === 0x6d && bytes[at + 11] === 0x65) {
          const from = bytes.indexOf(payloadKey, at) + payloadKey.length
          const to = bytes.indexOf(0x22, from)
          slot.hear(heard.subarray(0, readBase64(bytes, from, to - from, heard)))
          return
        }
        const said = JSON.parse(bytes.toString('latin1', at, at + length)) as Said
        if (said.event === 'start') slot.open(lineOf(said.start.streamSid, socket)).catch(fail)
      },
      close: () => socket.destroy(),
    })
    if (head.length > 0) read(head)
    socket.on('data', read)
    socket.on('close', () => slot.close().catch(fail))
    socket.on('error', () => socket.destroy())
  })
}

function lineOf(streamSid: string, socket: Duplex): Line {
  const before = `{"event":"media","streamSid":"${streamSid}","media":{"payload":"`
  const encoded = base64Length(frameSamples)
  const { frame: empty, at } = textFrame(before.length + encoded + 3)
  empty.write(before, at, 'latin1')
  empty.write('"}}', at + before.length + encoded, 'latin1')
  const clear = writeText(`{"event":"clear","streamSid":"${streamSid}"}`)
  return {
    sound(frame) {
      // A copy: the socket may keep it until the kernel takes it.
      const message = Buffer.from(empty)
      writeBase64(frame, message, at + before.length)
      if (socket.writable) socket.write(message)
    },
    clear: () => socket.writable && socket.write(clear),
  }
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
}
