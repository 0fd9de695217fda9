import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { mediaWire } from '@myna/telephony-twilio/test/media-wire'
import { type PlayedTwilio, playTwilio } from '@myna/telephony-twilio/test/play-twilio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openCalls } from '#test/house.ts'

const theirs = '+442079460018'
const streamId = 'MZ0123456789abcdef0123456789abcdef'
const wire = mediaWire(streamId)
const frame = new Uint8Array(160).fill(0xff)

let twilio: PlayedTwilio
let room: Awaited<ReturnType<typeof openCalls>>
beforeAll(async () => {
  twilio = await playTwilio()
  room = await openCalls({ twilio })
  // The first is slow.
  await openLine()
}, 120_000)
afterAll(async () => {
  await twilio.close()
  await room.close()
})
let lines = 0

/** A tenant with a number, and a carrier that says to its doors whatever a test wants. */
async function openLine() {
  const agent = await room.newAgent({ greeting: 'Hello.' })
  const client = room.callsOf(agent.caller)
  const number = `+4420794601${String(10 + ++lines)}`
  const { accountId, secret } = twilio.account
  const owned = twilio.own(number)
  await room.workspaceOf(agent.caller).updateSettings({ settings: { country: 'GB' } })
  const carrier = await client.connectCarrier({ name: 'Main', accountId, secret })
  await client.addNumber({ carrierId: carrier.id, number: owned.number, buy: false, agentId: agent.agentId })
  const callSid = `CA${randomBytes(16).toString('hex')}`
  const base = room.house.address.replace('127.0.0.1', 'localhost')
  /** Asks a door; `signature` null is none. */
  const ask = (door: string, more: Record<string, string> = {}, signature?: string | null) => {
    const url = `${base}/api/v1/calls/carriers/${carrier.id}/${door}`
    const form = { AccountSid: accountId, CallSid: callSid, From: theirs, To: number, CallStatus: 'ringing', ...more }
    const proof = signature === undefined ? twilio.sign({ url, form }) : signature
    return fetch(url, { method: 'POST', body: new URLSearchParams(form), headers: proof === null ? {} : { 'x-twilio-signature': proof } })
  }
  const ring = async () => /<Stream url="([^"]+)"/.exec(await (await ask('incoming')).text())![1]!
  const calls = async () => (await client.listCalls({})).items
  const start = (sid = callSid) => wire.start({ streamId, carrierCallId: sid, parameters: {} })
  return { ...agent, client, callSid, base, number, ask, ring, calls, start }
}

/** Opens a media stream and says things; gives what came, and the code it was closed with. */
async function stream(url: string, ...said: (string | Buffer)[]) {
  const socket = new WebSocket(url, { perMessageDeflate: false })
  const came: string[] = []
  socket.on('message', (data: Buffer) => void came.push((JSON.parse(data.toString()) as { event: string }).event))
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('open', resolve))
  for (const it of said) socket.send(it, { binary: false })
  return { socket, came, closed }
}

describe('a webhook', () => {
  it('is refused without a signature, and with that of another form or another key', async () => {
    const line = await openLine()
    const other = twilio.sign({ url: `${line.base}/`, form: {} })
    for (const signature of [null, '', 'AAAA', other]) expect((await line.ask('incoming', {}, signature)).status).toBe(403)
    expect(await line.calls()).toEqual([])
  })

  it('that is replayed begins no second call, and ends none twice', async () => {
    const line = await openLine()
    for (let time = 0; time < 3; time++) expect((await line.ask('incoming')).status).toBe(200)
    expect(await line.calls()).toHaveLength(1)
    for (let time = 0; time < 3; time++) expect((await line.ask('status', { CallStatus: 'completed' })).status).toBe(204)
    expect((await line.ask('status', { CallStatus: 'in-progress' })).status).toBe(204)
    const [call] = await line.calls()
    expect(call).toMatchObject({ status: 'ended', endedBy: 'caller' })
    await expect.poll(() => room.ended.filter((it) => it.callId === call!.id).length).toBe(1)
    // Of a call that is over nothing rings again.
    expect(await (await line.ask('incoming')).text()).toContain('<Hangup/>')
    expect(await line.calls()).toHaveLength(1)
  })

  it('that is no form, or larger than one, is refused', async () => {
    const line = await openLine()
    expect((await line.ask('incoming', { Text: 'x'.repeat(100_000) })).status).toBe(413)
    expect((await line.ask('incoming', { CallSid: '../../x' })).status).toBe(400)
    expect(await line.calls()).toEqual([])
  })
})

describe('a media stream', () => {
  it('for a call that nobody knows, or one that names another call, is closed', async () => {
    const line = await openLine()
    const url = await line.ring()
    expect(await (await stream(`${url.slice(0, -4)}AAAA`, line.start())).closed).toBe(1008)
    expect(await (await stream(url, line.start(`CA${'0'.repeat(32)}`))).closed).toBe(1008)
    // Its token has served.
    expect(await (await stream(url, line.start())).closed).toBe(1008)
    expect((await line.calls())[0]!.turnCount).toBe(0)
  })

  it('goes on whatever is malformed, cut off, binary, out of order or before the start', async () => {
    const line = await openLine()
    const sounds = [4, 2, 2, 900, 1].map((at) => wire.sound(frame, at * 20, at))
    const { socket, came, closed } = await stream(await line.ring(), sounds[0]!, ...wire.wrong, line.start(), ...wire.wrong, ...sounds)
    const whole = wire.sound(frame, 0, 1)
    for (let length = 0; length < whole.length; length += 7) socket.send(whole.subarray(0, length), { binary: false })
    for (const size of [0, 1, 160, 100_000]) socket.send(new Uint8Array(size).fill(0x80))
    socket.send('['.repeat(200_000))
    await expect.poll(() => came.filter((it) => it === 'mark').length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2)
    expect((await line.calls())[0]).toMatchObject({ status: 'live', turnCount: 1 })
    socket.send(wire.stop(), { binary: false })
    expect(await closed).toBe(1000)
    await expect.poll(async () => (await line.calls())[0]?.status).toBe('ended')
  })

  it('is cut off by a message of ten megabytes, and the call goes on in the next one', async () => {
    const line = await openLine()
    const { socket, came, closed } = await stream(await line.ring(), line.start())
    await expect.poll(() => came.includes('media'), { timeout: 20_000 }).toBe(true)
    socket.send('x'.repeat(10_000_000))
    expect(await closed).toBe(1009)
    await expect.poll(async () => (await line.calls())[0]?.status).toBe('dropped')
    const next = await stream(await line.ring(), line.start())
    await expect.poll(() => next.came.includes('media'), { timeout: 20_000 }).toBe(true)
    expect((await line.calls())[0]!.status).toBe('live')
    next.socket.send(wire.stop(), { binary: false })
    await next.closed
  })

  it('is answered although its sound cannot be recorded', async () => {
    const line = await openLine()
    const { recordingFolder } = room.contextOf(line.caller).ports
    await rm(recordingFolder, { recursive: true })
    await writeFile(recordingFolder, 'There is no room for a folder.')
    const { socket, came, closed } = await stream(await line.ring(), line.start(), wire.sound(frame, 0, 1))
    await expect.poll(() => came.includes('media'), { timeout: 20_000 }).toBe(true)
    socket.send(wire.stop(), { binary: false })
    await closed
    await rm(recordingFolder)
    await expect.poll(async () => (await line.calls())[0]).toMatchObject({ status: 'ended', hasRecording: false, turnCount: 1 })
  })
})
