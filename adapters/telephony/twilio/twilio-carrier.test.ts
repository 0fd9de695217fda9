import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { createGuardedFetch } from '@myna/fetch-guarded'
import type { Carrier } from '@myna/ports/carrier'
import { PortFault } from '@myna/ports/fault'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTwilioCarrier, type TwilioOptions } from '#twilio-carrier.ts'
import { priceIn } from '#number-price.ts'
import { twilioProtocol } from '#twilio-protocol.ts'
import { playAnsweringApp } from '#test/answering-app.ts'
import { playTwilio, type PlayedTwilio } from '#test/play-twilio.ts'

const specs = process.env.MYNA_VENDOR_SPECS ?? ''
const checker = `${specs}/tools/check-request.mjs`
const twilioSpec = `${specs}/derived/twilio_api_v2010.prism.json`
const pricingSpec = `${specs}/twilio/twilio_pricing_v1.json`
const hasSpecs = [checker, twilioSpec, pricingSpec].every((it) => existsSync(it))

const routes = { answerUrl: 'https://voice.example/answer', fallbackUrl: 'https://voice.example/fallback', statusUrl: 'https://voice.example/status' }
let twilio: PlayedTwilio
beforeEach(async () => void (twilio = await playTwilio({ pace: 50 })))
afterEach(async () => {
  vi.unstubAllEnvs()
  await twilio.close()
})

const carrierWith = (options: TwilioOptions = {}, account: object = {}) =>
  createTwilioCarrier({ baseUrl: twilio.baseUrl, ...options })({ ...twilio.account, ...account })
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )
/** A server that answers one thing. */
const answering = (status: number, body: string, headers: Record<string, string> = {}) =>
  carrierWith({ fetch: async () => new Response(status === 204 ? null : body, { status, headers }) })
const place = (carrier: Carrier, machineUrl: string | null = 'https://voice.example/machine') =>
  carrier.placeCall({ ...routes, from: '+442079460001', to: '+447700900123', ringSeconds: 25, machineUrl })

/** Uses everything a carrier has. */
async function useAll(carrier: Carrier) {
  const app = await playAnsweringApp(twilioProtocol)
  app.answer('/answer', [{ do: 'pause', seconds: 600 }])
  twilio.own('+442079460001')
  await carrier.check()
  const { accountId } = await carrier.openSubaccount('A tenant')
  await carrier.closeSubaccount(accountId)
  await carrier.searchNumbers({ country: 'US', kind: 'local', areaCode: '415', contains: '415555', locality: 'San Francisco', limit: 3 })
  await carrier.searchNumbers({ country: 'GB', kind: 'mobile', limit: 3 })
  await carrier.searchNumbers({ country: 'GB', kind: 'toll-free', limit: 3 })
  const { id } = await carrier.buyNumber('+442079460100', routes)
  await carrier.routeNumber(id, routes)
  await carrier.listNumbers()
  await carrier.releaseNumber(id)
  const call = { ...routes, answerUrl: app.at('/answer'), from: '+442079460001', to: '+447700900123', ringSeconds: 25 }
  const { carrierCallId } = await carrier.placeCall({ ...call, machineUrl: app.at('/machine') })
  await twilio.nextCaller((it) => it.callSid === carrierCallId).then((it) => it.until('paused'))
  await carrier.getCall(carrierCallId)
  await carrier.steerCall(carrierCallId, [{ do: 'say', text: 'Good bye.', language: 'en' }])
  await carrier.hangUp(carrierCallId)
  await app.close()
}

describe('requests to Twilio', () => {
  it.skipIf(!hasSpecs)('fit its own description of the API (needs MYNA_VENDOR_SPECS)', async () => {
    await useAll(carrierWith())
    const { load, check } = (await import(pathToFileURL(checker).href)) as {
      load(file: string): unknown
      check(spec: unknown, request: { method: string; path: string; query: string; contentType: string; body: string }): string[]
    }
    const [spec, pricing] = [load(twilioSpec), load(pricingSpec)]
    for (const request of twilio.asked)
      expect(check(request.path.startsWith('/v1') ? pricing : spec, request), `${request.method} ${request.path} ${request.body}`).toEqual([])
    expect(twilio.asked).toHaveLength(17)
  })

  it('ask for detection that does not hold up the call, and for every state', async () => {
    twilio.own('+442079460001')
    await place(carrierWith())
    await place(carrierWith(), null)
    const [first, second] = twilio.asked.map((it) => new URLSearchParams(it.body))
    expect(Object.fromEntries(first!)).toMatchObject({
      MachineDetection: 'DetectMessageEnd',
      AsyncAmd: 'true',
      AsyncAmdStatusCallback: 'https://voice.example/machine',
      Timeout: '25',
      Url: routes.answerUrl,
      FallbackUrl: routes.fallbackUrl,
    })
    expect(first!.getAll('StatusCallbackEvent')).toEqual(['initiated', 'ringing', 'answered', 'completed'])
    expect(second!.has('MachineDetection')).toBe(false)
  })

  it('go to the region of the account, by the edge that is asked for', async () => {
    const hosts: string[] = []
    const deaf: typeof fetch = async (input) => {
      hosts.push(new URL(input instanceof Request ? input.url : input).host)
      throw new TypeError('fetch failed')
    }
    vi.stubEnv('TWILIO_REGION', 'xx1')
    vi.stubEnv('TWILIO_EDGE', 'nowhere')
    vi.stubEnv('TWILIO_ACCOUNT_SID', `AC${'9'.repeat(32)}`)
    for (const region of [null, '', 'ie1', 'frankfurt.ie1', 'AU1']) await faultOf(createTwilioCarrier({ fetch: deaf })({ ...twilio.account, region }).check())
    expect(hosts).toEqual(['api.twilio.com', 'api.twilio.com', 'api.dublin.ie1.twilio.com', 'api.frankfurt.ie1.twilio.com', 'api.sydney.au1.twilio.com'])
    for (const region of ['evil.example/', 'a.b.c', '1', 'ie1.evil', '..'])
      expect(await faultOf(createTwilioCarrier({ fetch: deaf })({ ...twilio.account, region }).check())).toMatchObject({ retryable: false })
    expect(hosts).toHaveLength(5)
  })

  it('tell what a number costs a month, where Twilio says so', async () => {
    const carrier = carrierWith()
    const [local] = await carrier.searchNumbers({ country: 'GB', kind: 'local', limit: 1 })
    expect(local).toMatchObject({ monthlyPriceCents: 115, currency: 'USD' })
    const [free] = await carrier.searchNumbers({ country: 'US', kind: 'toll-free', limit: 1 })
    expect(free).toMatchObject({ monthlyPriceCents: 215, currency: 'USD' })
    const withoutPrices: typeof fetch = async (input, init) =>
      new Request(input, init).url.includes('/v1/') ? new Response('{}', { status: 500 }) : fetch(input, init)
    const [unknown] = await carrierWith({ fetch: withoutPrices }).searchNumbers({ country: 'GB', kind: 'local', limit: 1 })
    expect(unknown).toMatchObject({ number: local!.number, monthlyPriceCents: null, currency: null })
    const inYen = { phoneNumberPrices: [{ number_type: 'Local', current_price: '120' }], priceUnit: 'jpy' }
    expect(priceIn(inYen, 'local')).toEqual({ monthlyPriceCents: 120, currency: 'JPY' })
    for (const odd of [{}, { phoneNumberPrices: [null, 1, { number_type: 'local', current_price: 'much' }], priceUnit: 'USD' }])
      expect(priceIn({ phoneNumberPrices: null, priceUnit: null, ...odd }, 'local')).toEqual({ monthlyPriceCents: null, currency: null })
  })

  it('list more numbers than one page holds', async () => {
    for (let at = 0; at < 450; at++) twilio.own(`+4420794${String(60_000 + at)}`)
    const numbers = await carrierWith().listNumbers()
    expect(new Set(numbers.map((it) => it.number)).size).toBe(450)
    expect(twilio.asked).toHaveLength(3)
  })

  it('go out through the guarded fetch: a private address is refused, an allowed one answers', async () => {
    for (const [allowHosts, expected] of [
      [[], { message: expect.stringContaining('may not be reached'), retryable: false }],
      [[new URL(twilio.baseUrl).host], undefined],
    ] as const) {
      const guarded = createGuardedFetch({ allowHosts })
      const fault = await faultOf(carrierWith({ fetch: guarded.fetch }).check())
      if (expected) expect(fault).toMatchObject(expected)
      else expect(fault).toBeUndefined()
      await guarded.close()
    }
  })

  it('are not made with what is no account of Twilio', async () => {
    const asked = vi.fn<typeof fetch>()
    for (const accountId of ['', 'SK0123456789abcdef0123456789abcdef', 'AC/../x', 'AC'])
      expect(await faultOf(carrierWith({ fetch: asked }, { accountId }).check())).toMatchObject({ retryable: false, status: 401 })
    expect(asked).not.toHaveBeenCalled()
  })
})

describe('a fault of Twilio', () => {
  const body = (code: number) => JSON.stringify({ code, message: `secret ${twilio.account.secret} +447700900123`, status: 400 })

  it.each([
    [400, 21211, false],
    [400, 21212, false],
    [400, 21210, false],
    [400, 21215, false],
    [400, 21220, false],
    [400, 21421, false],
    [400, 21649, false],
    [400, 99_999, false],
    [401, 20003, false],
    [403, 20005, false],
    [404, 20404, false],
    [429, 20429, true],
    [408, 0, true],
    [500, 20500, true],
    [502, 0, true],
    [503, 20503, true],
  ])('of status %d and number %d says in a sentence what to do, without what was asked', async (status, code, retryable) => {
    const fault = (await faultOf(place(answering(status, body(code))))) as PortFault
    expect(fault).toBeInstanceOf(PortFault)
    expect(fault).toMatchObject({ name: 'PortFault', status, retryable, message: expect.stringMatching(/^[A-Z].*\.$/) })
    expect(`${fault.message}${String(fault.cause)}${fault.stack}`).not.toMatch(/secret|7700900|voice\.example/)
  })

  it('tells how long to wait', async () => {
    expect(await faultOf(answering(429, '', { 'retry-after': '2' }).check())).toMatchObject({ retryable: true, retryAfterMs: 2_000 })
    expect(await faultOf(answering(429, '', { 'retry-after': 'soon' }).check())).toMatchObject({ retryAfterMs: undefined })
  })

  it.each([
    ['a page', 200, '<h1>Welcome</h1>', true],
    ['nothing', 200, '', true],
    ['null', 200, 'null', true],
    ['a giant', 200, 'x'.repeat(5_000_000), false],
    ['an error that is a page', 404, '<h1>Not found</h1>', false],
    ['a code that is none', 400, '{"code":{"a":1}}', false],
  ])('comes of an answer that is %s', async (_, status, text, retryable) => {
    expect(await faultOf(answering(status, text).check())).toMatchObject({ name: 'PortFault', retryable })
  })

  it('is none when there are no such numbers: unknown kinds and area codes give an empty list', async () => {
    expect(await carrierWith().searchNumbers({ country: 'US', kind: 'local', areaCode: '999', limit: 5 })).toEqual([])
    expect(await carrierWith().searchNumbers({ country: 'US', kind: 'mobile', limit: 5 })).toEqual([])
  })

  it('comes of steps that are too long for a call under way, before anything is asked', async () => {
    const fault = await faultOf(carrierWith().steerCall('CA1', [{ do: 'say', text: 'x'.repeat(4_000), language: 'en' }]))
    expect(fault).toMatchObject({ retryable: false })
    expect(twilio.asked).toEqual([])
  })
})
