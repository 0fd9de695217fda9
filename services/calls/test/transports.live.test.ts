import type { Socket } from 'node:net'
import { createPeers } from '@myna/media-werift'
import { playBrowser } from '@myna/media-werift/test/played-browser'
import type { Peer } from '@myna/ports/peer'
import { twilioProtocol } from '@myna/telephony-twilio'
import { mediaWire } from '@myna/telephony-twilio/test/media-wire'
import { WebSocket, WebSocketServer } from 'ws'
import { browserTransport } from '#streams/browser-transport.ts'
import { carrierTransport } from '#streams/carrier-transport.ts'
import { peerTransport } from '#streams/peer-transport.ts'
import type { Transport } from '#streams/transport.ts'
import { type PlayedWay, transportConformance, type WayFaults } from '#test/transport-conformance.ts'

/** Plays what waits at the pace of speech, 20 ms of `frameBytes` at a time. */
function createPlayer(frameBytes: number) {
  const played: Uint8Array[] = []
  let queue = Buffer.alloc(0)
  const startedAt = performance.now()
  let turns = 0
  const timer = setInterval(() => {
    for (; turns < Math.floor((performance.now() - startedAt) / 20); turns++) {
      if (queue.length === 0) continue
      played.push(queue.subarray(0, frameBytes))
      queue = queue.subarray(frameBytes)
    }
  }, 5)
  return {
    add: (sound: Uint8Array) => void (queue = Buffer.concat([queue, sound])),
    clear: () => void (queue = Buffer.alloc(0)),
    played: () => Buffer.concat(played),
    close: () => clearInterval(timer),
  }
}

/** Says something for each 20 ms of sound, at the pace of speech; what is `late` waits and goes with the next. */
async function pace(sound: Uint8Array, frameBytes: number, faults: WayFaults, send: (frame: Uint8Array) => void): Promise<void> {
  const startedAt = performance.now()
  const random = seeded()
  let late: Uint8Array[] = []
  for (let at = 0; at < sound.byteLength; at += frameBytes) {
    const wait = startedAt + (at / frameBytes) * 20 - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    late.push(sound.subarray(at, at + frameBytes))
    if (faults.late && random() < faults.late && at + frameBytes < sound.byteLength) continue
    for (const one of late) send(one)
    late = []
  }
}

/** The same numbers each time (mulberry32). */
function seeded(seed = 7): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A WebSocket with both its ends in this process. */
async function socketPair() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await new Promise((resolve) => server.once('listening', resolve))
  const near = new Promise<WebSocket>((resolve) => server.once('connection', resolve))
  const far = new WebSocket(`ws://127.0.0.1:${(server.address() as { port: number }).port}`, { perMessageDeflate: false })
  await new Promise((resolve) => far.once('open', resolve))
  const tcp = (far as unknown as { _socket: Socket })._socket
  far.on('error', () => {})
  const it = { near: await near, far, tcp, gone: false }
  it.near.on('error', () => {})
  it.near.on('close', () => (it.gone = true))
  const close = async () => {
    for (const socket of [it.near, far]) socket.terminate()
    await new Promise((resolve) => server.close(resolve))
  }
  return Object.assign(it, { close })
}

const ends = (pair: Awaited<ReturnType<typeof socketPair>>) => ({
  gone: () => pair.gone,
  stall: () => void pair.tcp.pause(),
  flow: () => void pair.tcp.resume(),
  vanish: () => pair.far.terminate(),
  halfClose: () => void pair.tcp.end(),
})

async function openBrowserSocket(faults: WayFaults = {}): Promise<PlayedWay> {
  const pair = await socketPair()
  const player = createPlayer(640)
  const came: Uint8Array[] = []
  pair.far.on('message', (data: Buffer, isBinary: boolean) => (isBinary ? player.add(data) : player.clear()))
  pair.near.on('message', (data: Buffer) => void came.push(data))
  const transport = browserTransport({
    send: (message) => pair.near.send(JSON.stringify(message)),
    sendBytes: (frame) => pair.near.send(frame, { binary: true }),
    messages: (async function* () {})(),
    buffered: () => pair.near.bufferedAmount,
    close: (code, reason) => pair.near.close(code, reason),
    signal: new AbortController().signal,
  })
  return {
    transport,
    heard: player.played,
    came: () => Buffer.concat(came),
    say: (sound) => pace(sound, 640, faults, (frame) => pair.far.send(frame)),
    ...ends(pair),
    async close() {
      player.close()
      await pair.close()
    },
  }
}

async function openCarrier(faults: WayFaults = {}): Promise<PlayedWay> {
  const pair = await socketPair()
  const player = createPlayer(160)
  const came: Uint8Array[] = []
  const streamId = 'MZ0123456789abcdef0123456789abcdef'
  const wire = mediaWire(streamId)
  const codec = twilioProtocol.openMedia({
    start() {},
    sound: (mulaw) => void came.push(new Uint8Array(mulaw)),
    key() {},
    mark() {},
    stop() {},
    malformed() {},
  })
  for (const message of [...wire.hello, wire.start({ streamId, carrierCallId: 'CA0123456789abcdef0123456789abcdef', parameters: {} })]) codec.read(message)
  pair.near.on('message', (data: Buffer) => codec.read(data))
  pair.far.on('message', (data: Buffer) => {
    const message = wire.read(data.toString())
    if (message?.type === 'sound') player.add(message.mulaw)
    if (message?.type === 'clear') player.clear()
  })
  const send = (message: string | Buffer) => pair.near.send(message, { binary: false })
  const transport = carrierTransport({ send, buffered: () => pair.near.bufferedAmount, close: (code, reason) => pair.near.close(code, reason) }, codec)
  let chunk = 0
  return {
    transport,
    heard: player.played,
    came: () => Buffer.concat(came),
    say: (sound) => pace(sound, 160, faults, (frame) => pair.far.send(wire.sound(frame, ++chunk * 20, chunk), { binary: false })),
    ...ends(pair),
    async close() {
      player.close()
      await pair.close()
    },
  }
}

async function openPeer(faults: WayFaults = {}): Promise<PlayedWay> {
  const browser = await playBrowser({ faults, random: seeded() })
  const came: Uint8Array[] = []
  let isGone = false
  const opened = Promise.withResolvers<void>()
  const peer: Peer = await createPeers()(browser.offer, {
    open: opened.resolve,
    sound: (pcm) => void came.push(new Uint8Array(pcm)),
    lost: () => (isGone = true),
  })
  await browser.accept(peer.answer)
  await Promise.all([opened.promise, browser.connected])
  const nowhere: Transport = {
    format: 'pcm-16k',
    leadMs: 300,
    pieceMs: 20,
    send() {},
    clear() {},
    mark() {},
    takesSound: () => true,
    close: () => (isGone = true),
  }
  return {
    transport: peerTransport(() => (isGone ? undefined : peer), nowhere),
    heard: () => browser.heard,
    came: () => Buffer.concat(came),
    async say(sound) {
      for (let at = 0; at < sound.byteLength; at += 640 * 50) {
        const part = sound.subarray(at, at + 640 * 50)
        browser.speak(part)
        await new Promise((resolve) => setTimeout(resolve, part.byteLength / 32))
      }
    },
    gone: () => isGone,
    vanish: () => browser.vanish(),
    async close() {
      peer.close()
      await browser.end()
    },
  }
}

const jitter = { 'a network that holds frames back': { late: 0.3 } }
transportConformance("A browser's socket", { open: openBrowserSocket, exact: true, closes: false, halves: true, silentWithinMs: 60, faults: jitter })
transportConformance("A carrier's stream", { open: openCarrier, exact: true, closes: true, halves: true, silentWithinMs: 60, faults: jitter })
transportConformance('A peer connection', {
  open: openPeer,
  exact: false,
  closes: true,
  halves: false,
  silentWithinMs: 120,
  faults: {
    ...jitter,
    'a network that loses packets': { lost: 0.08 },
    'a network that swaps packets': { swapped: 0.2 },
    'a network that sends packets twice': { twice: 0.3 },
    'a network that does all of it': { lost: 0.05, swapped: 0.1, twice: 0.1, late: 0.2 },
  },
})
