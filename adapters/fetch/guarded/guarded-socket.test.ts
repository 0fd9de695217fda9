import { playSocketVendor } from '@myna/ports/conformance/play-socket'
import { PortFault } from '@myna/ports/fault'
import type { VendorSocket } from '@myna/ports/socket'
import { WebFault } from '@myna/ports/web'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Resolve } from '#guarded-agent.ts'
import { createGuardedSocket, type GuardedSocket } from '#guarded-socket.ts'

type Vendor = Awaited<ReturnType<typeof playSocketVendor>>

const opened: GuardedSocket[] = []
let vendor: Vendor
let refusal: number | undefined
beforeEach(async () => {
  refusal = undefined
  vendor = await playSocketVendor({
    judge: () => refusal,
    talk: (talk) => ({ hear: (message) => talk.send(message) }),
  })
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((it) => it.close()))
  await vendor.close()
})

function guardedFor(allowHosts: string[], it: { resolve?: Resolve; connections?: number } = {}): GuardedSocket {
  const made = createGuardedSocket({ allowHosts, ...it })
  opened.push(made)
  return made
}

/** What an `error` event says, and that a `close` event follows it. */
async function failureOf(socket: VendorSocket): Promise<unknown> {
  const closed = new Promise<void>((done) => socket.addEventListener('close', () => done()))
  const failed = new Promise<unknown>((done) => socket.addEventListener('error', (event) => done((event as Event & { error?: unknown }).error)))
  const error = await failed
  await closed
  return (error as Error).cause
}
const opening = (socket: VendorSocket) =>
  new Promise<void>((done, fail) => {
    socket.addEventListener('open', () => done())
    socket.addEventListener('error', () => fail(new Error('it did not open')))
  })

describe('createGuardedSocket', () => {
  it('talks to an allowed host, with the headers and the protocol given', async () => {
    const socket = guardedFor([vendor.host]).openSocket(`${vendor.url}/v1/listen?a=b`, { headers: { authorization: 'Token right' } })
    await opening(socket)
    const echo = new Promise<unknown>((done) => socket.addEventListener('message', ({ data }) => done(data)))
    socket.send('hello')
    expect(await echo).toBe('hello')
    expect(vendor.handshakes).toMatchObject([{ headers: { authorization: 'Token right' } }])
    expect(vendor.handshakes[0]!.url.search).toBe('?a=b')
  })

  it('refuses private addresses, names inside, and names that lead to a private address, without a connection', async () => {
    const leads: Resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]
    const port = new URL(vendor.url).port
    for (const [url, resolve] of [
      [vendor.url, undefined],
      [`ws://localhost:${port}/`, undefined],
      [`ws://[::ffff:127.0.0.1]:${port}/`, undefined],
      ['wss://169.254.169.254/', undefined],
      [`ws://vendor.example.com:${port}/`, leads],
    ] as const) {
      const fault = await failureOf(guardedFor([], resolve ? { resolve } : {}).openSocket(url))
      expect(fault, url).toBeInstanceOf(WebFault)
      expect((fault as WebFault).trouble, url).toBe('private_address')
    }
    expect(vendor.handshakes).toEqual([])
  })

  it('refuses what is no address of a WebSocket', async () => {
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'nonsense', 'ws://user:secret@example.com/', 'ws://example.com:25/']) {
      const fault = await failureOf(guardedFor([]).openSocket(url))
      expect((fault as WebFault).trouble, url).toBe('bad_address')
    }
  })

  it.each([
    [401, false],
    [429, true],
    [503, true],
  ])('tells that the server answered %i instead', async (status, retryable) => {
    refusal = status
    const fault = await failureOf(guardedFor([vendor.host]).openSocket(vendor.url, { headers: { authorization: 'secret-key' } }))
    expect(fault).toBeInstanceOf(PortFault)
    expect(fault).toMatchObject({ status, retryable })
    expect(String(fault)).not.toContain('secret-key')
  })

  it('tells that nobody is there', async () => {
    const { host, url } = vendor
    await vendor.close()
    expect(await failureOf(guardedFor([host]).openSocket(url))).toMatchObject({ trouble: 'unreachable' })
    vendor = await playSocketVendor({ judge: () => undefined, talk: () => ({ hear: () => {} }) })
  })

  it('does not follow a redirect', async () => {
    refusal = 307
    expect(await failureOf(guardedFor([vendor.host]).openSocket(vendor.url))).toBeDefined()
    expect(vendor.handshakes).toHaveLength(1)
  })

  it('holds many conversations with one host at once, and ends them when it is closed', async () => {
    const guarded = guardedFor([vendor.host], { connections: 4 })
    const sockets = Array.from({ length: 20 }, () => guarded.openSocket(vendor.url))
    await Promise.all(sockets.map(opening))
    expect(vendor.talks).toBe(20)
    const closed = Promise.all(sockets.map((it) => new Promise((done) => it.addEventListener('close', done))))
    await guarded.close()
    await closed
  })

  it('ends a conversation that sends a message beyond all measure', async () => {
    const socket = guardedFor([vendor.host]).openSocket(vendor.url)
    await opening(socket)
    const closed = new Promise<number>((done) => socket.addEventListener('close', ({ code }) => done(code)))
    socket.send(new Uint8Array(5_000_000))
    expect(await closed).not.toBe(1000)
  })
})
