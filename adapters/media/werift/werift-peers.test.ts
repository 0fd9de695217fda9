import { PortFault } from '@myna/ports/fault'
import type { Peer } from '@myna/ports/peer'
import { afterEach, describe, expect, it } from 'vitest'
import { createPeers } from '#index.ts'
import { playStun } from '#test/play-stun.ts'
import { playBrowser } from '#test/played-browser.ts'

/** An offer as Chromium writes it, less what is not needed here. */
const offer = [
  'v=0',
  'o=- 206221992037423811 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126',
  'c=IN IP4 0.0.0.0',
  'a=rtcp:9 IN IP4 0.0.0.0',
  'a=ice-ufrag:e21O',
  'a=ice-pwd:YSkJTleNHKsrRPiwvQ3l8KaH',
  `a=fingerprint:sha-256 ${Array(32).fill('EA').join(':')}`,
  'a=setup:actpass',
  'a=mid:0',
  'a=sendrecv',
  'a=rtcp-mux',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 minptime=10;useinbandfec=1',
  '',
].join('\r\n')

describe('peers of werift', () => {
  const made: Peer[] = []
  const silent = { open() {}, sound() {}, lost() {} }
  const make = createPeers()
  afterEach(() => {
    for (const peer of made.splice(0)) peer.close()
  })

  it('answer an offer as browsers write it with one line of Opus, which may repeat what was lost', async () => {
    const peer = await make(offer, silent)
    made.push(peer)
    expect(peer.answer.match(/^m=/gm)).toHaveLength(1)
    expect(peer.answer).toMatch(/^m=audio [1-9]\d* UDP\/TLS\/RTP\/SAVPF 111\r$/m)
    expect(peer.answer).toContain('useinbandfec=1')
    expect(peer.answer).toMatch(/^a=candidate:/m)
    expect(peer.answer).toContain('a=setup:active')
  })

  it.each<[string, string]>([
    ['nothing', ''],
    ['no description', 'hello'],
    ['a picture', offer.replace('m=audio', 'm=video')],
    ['two lines', `${offer}m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n`],
    ['data', `${offer}m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n`],
    ['no encryption', offer.replace('UDP/TLS/RTP/SAVPF', 'RTP/AVP')],
    ['a line that is switched off', offer.replace('m=audio 9', 'm=audio 0')],
    ['no Opus', offer.replace('opus/48000/2', 'speex/16000')],
    ['no fingerprint', offer.replace(/a=fingerprint.*\r\n/, '')],
    ['no password', offer.replace(/a=ice-pwd.*\r\n/, '')],
    ['far too much', offer + 'a=x\r\n'.repeat(5_000)],
    ['a hundred addresses', offer + 'a=candidate:1 1 udp 1 192.0.2.7 5000 typ host\r\n'.repeat(100)],
  ])('refuse an offer of %s before any socket is opened', async (_, sdp) => {
    const refusal = await make(sdp, silent).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(refusal).toBeInstanceOf(PortFault)
    expect(refusal).toMatchObject({ retryable: false })
  })

  it('ask a server where they are seen from outside, and offer that too', async () => {
    const stun = await playStun()
    const peer = await createPeers({ iceServers: () => [{ urls: stun.url }] })(offer, silent)
    made.push(peer)
    expect(peer.answer).toMatch(stun.candidate)
    await stun.close()
  })

  it('bear offers that are broken in the middle', async () => {
    for (let at = 0; at < offer.length; at += 23) {
      const broken = `${offer.slice(0, at)}\u0000${offer.slice(at + 3)}`
      const peer = await make(broken, silent).catch((error: unknown) => {
        expect(error).toBeInstanceOf(PortFault)
      })
      peer?.close()
    }
  })

  it('are lost when nobody follows the answer', async () => {
    const lost: string[] = []
    made.push(await make(offer, { ...silent, lost: (reason) => void lost.push(reason) }))
    await expect.poll(() => lost, { timeout: 15_000 }).toEqual(['no connection came about'])
  })

  it('do not let in who has another key than the offer says', async () => {
    const browser = await playBrowser()
    const events: string[] = []
    const forged = browser.offer.replace(/a=fingerprint:sha-256 .*/, `a=fingerprint:sha-256 ${Array(32).fill('EA').join(':')}`)
    const peer = await make(forged, { open: () => void events.push('open'), sound: () => void events.push('sound'), lost: () => void events.push('lost') })
    await browser.accept(peer.answer)
    await expect.poll(() => events.length, { timeout: 15_000 }).toBeGreaterThan(0)
    peer.close()
    expect(events).toEqual(['lost'])
    await browser.end()
  })

  it('end when they are told to, and make nothing for who has gone already', async () => {
    const gone = new AbortController()
    const lost: string[] = []
    const peer = await make(offer, { ...silent, lost: (reason) => void lost.push(reason) }, gone.signal)
    gone.abort()
    peer.send(new Uint8Array(640))
    expect(peer.waitingMs).toBe(0)
    await expect(make(offer, silent, gone.signal)).rejects.toThrow('abort')
    expect(lost).toEqual([])
  })
})
