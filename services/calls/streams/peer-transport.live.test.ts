import { createPeers } from '@myna/media-werift'
import { playBrowser, type NetworkFaults } from '@myna/media-werift/test/played-browser'
import type { Peer, PeerMaker } from '@myna/ports/peer'
import { createConverter } from '@myna/sound/converter'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPeerWay } from '#streams/peer-transport.ts'
import { openCalls } from '#test/house.ts'
import { createMouths, playEars } from '#test/played-ears.ts'
import type { Talker } from '#test/talker.ts'
import { read } from '#test/transport-conformance.ts'

describe('a call in a browser whose sound goes over a peer connection', () => {
  let room: Awaited<ReturnType<typeof openCalls>>
  let mouths: Awaited<ReturnType<typeof createMouths>>
  /** Connections that are not closed. */
  let open = 0
  const question = 'When are you open?'
  beforeAll(async () => {
    mouths = await createMouths()
    for (const text of [question, 'Can I bring my dog along?']) await mouths.of(text)
    const make = createPeers()
    const peers: PeerMaker = async (...given) => {
      const peer = await make(...given)
      open++
      const close = () => {
        open--
        peer.close()
      }
      return Object.create(peer, { close: { value: close } }) as Peer
    }
    room = await openCalls({ recognisers: [playEars(mouths.said)], peers })
  })
  afterAll(() => Promise.all([room.close(), mouths.close()]))

  /** Offers a connection and waits until sound goes over it. */
  async function connect(talker: Talker, faults: NetworkFaults = {}) {
    const browser = await playBrowser({ faults })
    const before = talker.messages('peer').length
    talker.send({ type: 'peer', sdp: browser.offer })
    const { sdp } = await talker.until(() => talker.messages('peer')[before])
    await browser.accept(sdp!)
    await browser.connected
    await sleep(200)
    return browser
  }
  const frames = (talker: Talker) => talker.frames.length
  const voiceMs = (browser: { heard: Uint8Array }) => read('pcm-16k', browser.heard).loudMs

  it.each(['process', 'http'] as const)('is answered there, and over the socket again when the browser asks for it, over %s', async (how) => {
    const talker = await room.talkTo(await room.newAgent(), { how })
    await talker.heardOut(1)
    const browser = await connect(talker)
    const before = frames(talker)
    talker.say('When are you open?')
    await talker.heardOut(2)
    await expect.poll(() => voiceMs(browser)).toBeGreaterThan(400)
    expect(frames(talker)).toBe(before)

    talker.send({ type: 'peer', sdp: null })
    await talker.until(() => talker.messages('peer').at(-1)?.sdp === null)
    talker.say('What is your phone number?')
    await talker.heardOut(3)
    expect(frames(talker)).toBeGreaterThan(before)
    await talker.hangUp()
    await browser.end()
  })

  it('is heard there, although packets are lost, swapped, late and doubled', async () => {
    const talker = await room.talkTo(await room.newAgent())
    await talker.heardOut(1)
    const browser = await connect(talker, { lost: 0.03, swapped: 0.05, late: 0.1, twice: 0.05 })
    talker.send({ type: 'listen', by: 'server' })
    await sleep(600)
    const pcm = createConverter('mulaw-8k', 'pcm-16k')
      .push(await mouths.of(question))
      .slice()
    browser.speak(Buffer.concat([pcm.subarray(0, pcm.length - (pcm.length % 640)), new Uint8Array(640 * 20)]))
    const turn = await talker.until(() => talker.turns.find((it) => it.speaker === 'caller'), 25_000)
    expect(turn.text).toBe(question)
    // What still comes over the socket is the same voice a second time.
    talker.sendBytes(new Uint8Array(640))
    await talker.hangUp()
    await browser.end()
  })

  it('falls silent when the caller cuts it off', async () => {
    const talker = await room.talkTo(await room.newAgent())
    await talker.heardOut(1)
    const browser = await connect(talker)
    talker.say('What is your phone number?')
    await expect.poll(() => voiceMs(browser), { timeout: 10_000 }).toBeGreaterThan(300)
    talker.send({ type: 'interrupt', playedMs: 400 })
    await talker.until(() => talker.turns.at(-1)?.interrupted && talker.state === 'listening')
    await sleep(300)
    const atCut = voiceMs(browser)
    await sleep(1_000)
    expect(voiceMs(browser) - atCut).toBeLessThanOrEqual(40)
    await talker.hangUp()
    await browser.end()
  })

  it('goes on over the socket in the middle of a reply when the browser has lost the connection', async () => {
    const talker = await room.talkTo(await room.newAgent())
    await talker.heardOut(1)
    const browser = await connect(talker)
    const before = frames(talker)
    talker.say('What is your phone number?')
    await expect.poll(() => voiceMs(browser), { timeout: 10_000 }).toBeGreaterThan(200)
    talker.send({ type: 'peer', sdp: null })
    await talker.until(() => talker.messages('peer').at(-1)?.sdp === null)
    await talker.heardOut(2)
    expect(frames(talker)).toBeGreaterThan(before)
    await talker.hangUp()
    await browser.end()
  })

  it('ends its connection with the call', async () => {
    const talker = await room.talkTo(await room.newAgent())
    const before = open
    const browser = await connect(talker)
    expect(open).toBe(before + 1)
    await talker.hangUp()
    await expect.poll(() => open, { timeout: 10_000 }).toBe(before)
    await browser.end()
  })

  it('stays on its socket when an offer is none, and when offers come faster than they can be answered', async () => {
    const talker = await room.talkTo(await room.newAgent())
    await talker.heardOut(1)
    for (const sdp of ['nothing', 'v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n', 'v=0\r\n'.repeat(3_000)]) {
      const before = talker.messages('peer').length
      talker.send({ type: 'peer', sdp })
      expect((await talker.until(() => talker.messages('peer')[before])).sdp).toBeNull()
    }
    const browsers = await Promise.all([playBrowser(), playBrowser()])
    for (const { offer } of browsers) talker.send({ type: 'peer', sdp: offer })
    // Only the last one counts.
    const { sdp } = await talker.until(() => talker.messages('peer').find((it) => it.sdp !== null))
    await browsers[1].accept(sdp!)
    await browsers[1].connected
    await talker.hangUp()
    for (const browser of browsers) await browser.end()
  })
})

describe('a call in a browser where no peers are made', () => {
  it('stays on its socket', () => {
    const told: unknown[] = []
    const socket = { format: 'pcm-16k', leadMs: 300, pieceMs: 20, send() {}, clear() {}, mark() {}, takesSound: () => true, close() {} } as const
    const context = { ports: { peers: undefined }, signal: new AbortController().signal, log: { info() {} } }
    const line = { transport: socket }
    const way = createPeerWay({ context, session: { line, hear() {} }, socket, tell: (message) => void told.push(message) })
    way.take('v=0')
    expect(told).toEqual([{ type: 'peer', sdp: null }])
    expect(way.isOpen).toBe(false)
    expect(line.transport).toBe(socket)
    way.close()
  })
})
