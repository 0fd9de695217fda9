import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { createAccounts, Refusal } from '#test/accounts.ts'
import { createEmulatedClock } from '#test/emulated-clock.ts'
import type { LineFaults } from '#test/media-line.ts'
import { obeyTwiml } from '#test/obey-twiml.ts'
import type { Caller } from '#test/phone.ts'
import { type Network, type Party, PlayedCall } from '#test/played-call.ts'
import { createRest } from '#test/rest.ts'
import { createWebhooks } from '#test/webhooks.ts'

export type { Caller, Heard, PhoneEvent } from '#test/phone.ts'
export type { LineFaults } from '#test/media-line.ts'
export type { Party } from '#test/played-call.ts'
export type { SentWebhook } from '#test/webhooks.ts'
export { beep, tone } from '#test/tones.ts'

export type TwilioOptions = {
  /** How many times faster than real time sound and waiting go; 1 by default. */
  pace?: number
  /** What goes wrong with sound on its way to the server. */
  faults?: LineFaults
  /** Status callbacks that come twice, or in any order. */
  callbacks?: { twice?: boolean; shuffled?: boolean }
  /** Whether callers keep what they hear; true by default. */
  remember?: boolean
  /** Makes the chances of a run repeatable. */
  seed?: number
}

/** How the API behaves: `silent` never answers, `down` says 503, `html` answers something else, `cuts` drops the connection. */
export type ApiMood = 'well' | 'silent' | 'down' | 'html' | 'cuts'
export type AskedOfApi = { method: string; path: string; query: string; contentType: string; body: string; authorization: string | undefined }

/**
 * Plays Twilio on this machine: its API, its webhooks with their signatures, its telephone network with people in it, and media streams at the pace of real
 * sound. It refuses what the real one refuses. What the server under test does wrong is gathered in `warnings`.
 */
export async function playTwilio(options: TwilioOptions = {}) {
  const clock = createEmulatedClock(options.pace ?? 1)
  const random = chances(options.seed ?? 1)
  const warnings: { code: number; what: string }[] = []
  const asked: AskedOfApi[] = []
  const calls = new Map<string, PlayedCall>()
  const parties = new Map<string, Party>()
  const watching = new Set<(caller: Caller) => void>()
  const webhooks = createWebhooks()
  let lastSid = 0
  let mood: ApiMood = 'well'
  let allowance = Infinity
  let slowMs = 0

  const newSid = (prefix: string) =>
    `${prefix}${(++lastSid).toString(16).padStart(8, '0')}${Array.from({ length: 24 }, () => Math.floor(random() * 16).toString(16)).join('')}`
  const accounts = createAccounts(newSid)
  const main = accounts.open('Played account')
  const tokenOf = (accountSid: string) => accounts.accounts.get(accountSid)?.token ?? ''
  const network: Network = {
    clock,
    webhooks,
    random,
    newSid,
    tokenOf,
    remember: options.remember ?? true,
    faults: { ...options.faults },
    callbacks: { ...options.callbacks },
    partyOf: (number) => parties.get(number) ?? { does: 'answer' },
    sign: ({ url, form, accountSid }) => getExpectedTwilioSignature(tokenOf(accountSid), url.split('#')[0]!, form),
    warn: (code, what) => void warnings.push({ code, what }),
    enter(call) {
      calls.set(call.sid, call)
      for (const watch of watching) watch(call.caller)
    },
  }
  const rest = createRest(accounts, network, calls)

  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const { method = '', headers } = request
    const url = new URL(request.url ?? '', 'http://played')
    const contentType = headers['content-type'] ?? ''
    asked.push({ method, path: url.pathname, query: url.search.slice(1), contentType, body, authorization: headers.authorization })
    const reply = (status: number, content: object | null, more: Record<string, string> = {}) =>
      void response.writeHead(status, { 'content-type': 'application/json', ...more }).end(content ? JSON.stringify(content) : '')
    const refuse = ({ status, code, message }: Refusal, more?: Record<string, string>) =>
      reply(status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, more)
    if (mood === 'silent') return undefined
    if (mood === 'cuts') return void request.socket.destroy()
    if (slowMs > 0) await sleep(slowMs)
    if (mood === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>')
    if (mood === 'down') return refuse(new Refusal(503, 20503, 'Service unavailable'))
    if (--allowance < 0) return refuse(new Refusal(429, 20429, 'Too Many Requests'), { 'retry-after': '2' })
    try {
      const form = new URLSearchParams(contentType.startsWith('application/x-www-form-urlencoded') ? body : '')
      const { status, body: content } = rest({ method, path: url.pathname, query: url.searchParams, form, authorization: headers.authorization })
      return reply(status, content)
    } catch (error) {
      return refuse(error instanceof Refusal ? error : new Refusal(500, 20500, String(error)))
    }
  })
  // Connections stay open: one that is closed just as it is used again fails for no reason of a test.
  server.keepAliveTimeout = 600_000
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The main account; its shape is what a carrier is made with. */
    account: { accountId: main.sid, secret: main.token, region: null },
    /** Gives an account a number, as if it had bought it. */
    own(number: string, it: { answerUrl?: string; fallbackUrl?: string; statusUrl?: string; accountId?: string } = {}): { id: string; number: string } {
      const sid = newSid('PN')
      const offer = { number, country: 'GB', kind: 'Local', locality: null, region: null, sms: false } as const
      const routes = { voiceUrl: it.answerUrl ?? '', voiceFallbackUrl: it.fallbackUrl ?? '', statusCallback: it.statusUrl ?? '' }
      accounts.owned.set(sid, { ...offer, ...routes, sid, accountSid: it.accountId ?? main.sid })
      return { id: sid, number }
    },
    /** Somebody calls a number; `speech` is what they say once a stream listens. Throws when nobody has the number. */
    ring({ to, from, speech }: { to: string; from: string; speech?: Uint8Array }): Caller {
      const owned = accounts.byNumber(to)
      if (!owned) throw new Error(`nobody has the number ${to}`)
      const { accountSid, voiceUrl, voiceFallbackUrl: fallbackUrl, statusCallback: statusUrl } = owned
      const call = new PlayedCall(network, { accountSid, from, to, direction: 'inbound', statusUrl, fallbackUrl })
      call.become('ringing')
      if (speech)
        void call.phone
          .until('streaming')
          .then(() => call.caller.say(speech))
          .catch(() => undefined)
      void call.run((signal) => call.ask({ url: voiceUrl, why: 'answer', signal }), obeyTwiml)
      return call.caller
    },
    /** What happens from now on when this number is called; who is not set answers as a person. */
    party(number: string, party: Party): void {
      parties.set(number, party)
    },
    /** Everybody at a telephone so far, callers and called. */
    callers: () => [...calls.values()].map((it) => it.caller),
    /** The next telephone that comes into play, or one that did already, and fits. */
    nextCaller(fits: (caller: Caller) => boolean = () => true): Promise<Caller> {
      const there = calls.values().find((it) => fits(it.caller))
      if (there) return Promise.resolve(there.caller)
      return new Promise((done) => {
        const watch = (caller: Caller) => {
          if (!fits(caller)) return
          watching.delete(watch)
          done(caller)
        }
        watching.add(watch)
      })
    },
    /** Signs as Twilio would, also what it never said. */
    sign: ({ url, form, accountId }: { url: string; form: Record<string, string>; accountId?: string }) =>
      network.sign({ url, form, accountSid: accountId ?? main.sid }),
    be(next: ApiMood): void {
      mood = next
    },
    /** From now on so many requests, then 429. */
    allow(requests: number): void {
      allowance = requests
    },
    /** Every answer of the API comes so much later. */
    slowDown(ms: number): void {
      slowMs = ms
    },
    /** Changes what goes wrong from now on, for streams that are open as well. */
    faults: (next: LineFaults) => void Object.assign(network.faults, next),
    callbacks: (next: NonNullable<TwilioOptions['callbacks']>) => void Object.assign(network.callbacks, next),
    /** Requests of the API as they came. */
    asked,
    /** Webhooks as they were sent, each try by itself. */
    sent: webhooks.sent,
    warnings,
    clock,
    async close(): Promise<void> {
      webhooks.close()
      for (const call of calls.values()) call.end('failed')
      clock.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
export type PlayedTwilio = Awaited<ReturnType<typeof playTwilio>>

/** A mulberry32: small, quick, repeatable. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
