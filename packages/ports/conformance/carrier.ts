import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Carrier, CarrierMaker, CarrierProtocol, NumberRoutes } from '../carrier.ts'
import { PortFault } from '../fault.ts'

/** A carrier that is played on this machine, and what the suite can make it do. */
export type PlayedCarrier = {
  make: CarrierMaker
  /** Makes one that waits for an answer well under a second, so that a silent server is found out soon. */
  makeImpatient: CarrierMaker
  account: Parameters<CarrierMaker>[0]
  protocol: CarrierProtocol
  /** Offers local numbers. */
  country: string
  sign(it: { url: string; form: Record<string, string> }): string
  be(mood: 'well' | 'down' | 'silent' | 'html' | 'cuts'): void
  /** From now on so many requests, then too many. */
  allow(requests: number): void
  /** Requests so far. */
  requests(): number
  party(number: string, it: { does: 'answer' | 'busy' }): void
  close(): Promise<void>
}

const routes: NumberRoutes = {
  answerUrl: 'https://voice.example/answer?a=1',
  fallbackUrl: 'https://voice.example/fallback',
  statusUrl: 'https://voice.example/status',
}

/** Registers the tests every carrier must pass. */
export function carrierConformance(name: string, open: () => Promise<PlayedCarrier>): void {
  describe(`${name} carries calls as the port says`, () => {
    let played: PlayedCarrier
    let carrier: Carrier
    beforeAll(async () => {
      played = await open()
      carrier = played.make(played.account)
    })
    afterEach(() => {
      played.be('well')
      played.allow(Infinity)
    })
    afterAll(async () => {
      await carrier.close()
      await played.close()
    })
    const offered = async (limit = 1) => carrier.searchNumbers({ country: played.country, kind: 'local', limit })
    const buy = async () => carrier.buyNumber((await offered())[0]!.number, routes)
    const placed = async (change: Partial<Parameters<Carrier['placeCall']>[0]> = {}) => {
      const from = (await carrier.listNumbers())[0]?.number ?? (await buy()).number
      const { answerUrl, fallbackUrl, statusUrl } = routes
      return carrier.placeCall({ from, to: '+442079460999', answerUrl, fallbackUrl, statusUrl, ringSeconds: 20, machineUrl: null, ...change })
    }

    it('proves its credentials', async () => {
      expect(await carrier.check()).toMatchObject({ accountId: played.account.accountId, accountName: expect.any(String) })
    })

    it('says that wrong credentials are wrong, without telling them, and that trying again is of no use', async () => {
      for (const secret of ['wrong-secret', 'ключ', 'a\r\nb', '']) {
        const fault = await faultOf(played.make({ ...played.account, secret }).check())
        expect(fault).toMatchObject({ retryable: false, status: 401 })
        if (secret !== '') expect(JSON.stringify([fault?.message, fault?.cause])).not.toContain(secret)
      }
    })

    it('sells a number, sends its calls elsewhere, and lets it go, also twice', async () => {
      const [offer] = await offered()
      expect(offer).toMatchObject({ number: expect.stringMatching(/^\+[1-9]\d{6,14}$/), country: played.country, kind: 'local', canSms: expect.any(Boolean) })
      const bought = await carrier.buyNumber(offer!.number, routes)
      expect(bought).toMatchObject({ number: offer!.number, answerUrl: routes.answerUrl })
      expect(await carrier.listNumbers()).toContainEqual(bought)
      expect((await offered(50)).map((it) => it.number)).not.toContain(offer!.number)
      expect(await faultOf(carrier.buyNumber(offer!.number, routes))).toMatchObject({ retryable: false })
      const moved = await carrier.routeNumber(bought.id, { ...routes, answerUrl: 'https://voice.example/elsewhere' })
      expect(moved).toMatchObject({ id: bought.id, answerUrl: 'https://voice.example/elsewhere' })
      await carrier.releaseNumber(bought.id)
      await carrier.releaseNumber(bought.id)
      expect((await carrier.listNumbers()).map((it) => it.id)).not.toContain(bought.id)
      expect(await faultOf(carrier.routeNumber(bought.id, routes))).toMatchObject({ retryable: false, status: 404 })
    })

    it('offers so many numbers as were asked for, and none where there are none', async () => {
      expect(await offered(3)).toHaveLength(3)
      expect(await carrier.searchNumbers({ country: 'AQ', kind: 'toll-free', limit: 5 })).toEqual([])
      expect(await faultOf(carrier.searchNumbers({ country: '../..', kind: 'local', limit: 5 }))).toMatchObject({ retryable: false })
    })

    it('opens an account below its own, which has numbers of its own, and closes it, also twice', async () => {
      const below = await carrier.openSubaccount('A tenant')
      const other = played.make({ ...played.account, ...below })
      expect(await other.check()).toEqual({ accountId: below.accountId, accountName: 'A tenant' })
      await buy()
      expect(await other.listNumbers()).toEqual([])
      await carrier.closeSubaccount(below.accountId)
      await carrier.closeSubaccount(below.accountId).catch((error: unknown) => expect(error).toMatchObject({ retryable: false }))
      expect(await faultOf(other.check())).toMatchObject({ retryable: false })
      await other.close()
    })

    it('places a call, knows it, and hangs it up, also twice; a call that is over is steered no more', async () => {
      played.party('+442079460999', { does: 'answer' })
      const { carrierCallId, status } = await placed()
      expect(status).toBe('queued')
      expect(await carrier.getCall(carrierCallId)).toMatchObject({ durationSeconds: null })
      await carrier.hangUp(carrierCallId)
      await carrier.hangUp(carrierCallId)
      expect((await carrier.getCall(carrierCallId)).status).toMatch(/completed|cancelled/)
      expect(await faultOf(carrier.steerCall(carrierCallId, [{ do: 'hang-up' }]))).toMatchObject({ retryable: false })
    })

    it('tells how a call went that nobody took', async () => {
      played.party('+442079460998', { does: 'busy' })
      const { carrierCallId } = await placed({ to: '+442079460998' })
      await expect.poll(async () => (await carrier.getCall(carrierCallId)).status, { timeout: 10_000 }).toBe('busy')
    })

    it.each([
      ['a number that is none', { to: '12' }],
      ['a caller number that is none', { from: 'anonymous' }],
      ['a caller number of somebody else', { from: '+442079460500' }],
      ['an address that is none', { answerUrl: 'voice' }],
    ])('refuses to call with %s, without repeating it', async (_, change) => {
      const fault = await faultOf(placed(change))
      expect(fault).toMatchObject({ retryable: false, status: 400, message: expect.stringMatching(/\.$/) })
      for (const told of Object.values(change)) expect(fault?.message).not.toContain(told)
    })

    it('knows no call that never was', async () => {
      const never = (await placed()).carrierCallId.replace(/.{8}$/, '00000000')
      expect(await faultOf(carrier.getCall(never))).toMatchObject({ retryable: false, status: 404 })
    })

    it.each([
      ['down', { retryable: true, status: 503 }],
      ['silent', { retryable: true, status: undefined }],
      ['cuts', { retryable: true, status: undefined }],
      ['html', { retryable: true, status: undefined }],
    ] as const)('says of a server that is %s that trying again may help, and does not try by itself', async (mood, expected) => {
      const before = played.requests()
      played.be(mood)
      const asking = mood === 'silent' ? played.makeImpatient(played.account) : carrier
      const fault = await faultOf(asking.listNumbers())
      expect(fault).toMatchObject({ ...expected, message: expect.stringMatching(/\.$/) })
      expect(played.requests()).toBe(before + 1)
    })

    it('says that there are too many requests', async () => {
      played.allow(0)
      expect(await faultOf(carrier.check())).toMatchObject({ retryable: true, status: 429 })
    })

    it('leaves at once when it is aborted', async () => {
      await expect(carrier.listNumbers(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
      played.be('silent')
      const stop = new AbortController()
      const asking = carrier.check(stop.signal)
      stop.abort()
      await expect(asking).rejects.toMatchObject({ name: 'AbortError' })
    })

    it('asks nothing more once it is closed', async () => {
      const closed = played.make(played.account)
      played.be('silent')
      const asking = faultOf(closed.listNumbers())
      await closed.close()
      await closed.close()
      expect(await asking).toMatchObject({ retryable: false })
      expect(await faultOf(closed.check())).toMatchObject({ retryable: false })
    })

    it('knows its own signature, whatever is signed', () => {
      fc.assert(
        fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), fc.webUrl({ withQueryParameters: true }), (form, url) => {
          const signature = played.sign({ url, form })
          expect(carrier.isSigned({ url, form, signature })).toBe(true)
          expect(carrier.isSigned({ url, form: { ...form, Extra: '1' }, signature })).toBe(false)
        }),
        { numRuns: 50 },
      )
    })

    it('takes no signature for another address, another form, another account, or none', async () => {
      const url = 'https://voice.example/answer?agent=7&x=%20'
      const form = { CallSid: 'CA1', From: '+442079460123', Text: 'नमस्ते' }
      const signature = played.sign({ url, form })
      expect(carrier.isSigned({ url, form: { Text: 'नमस्ते', From: '+442079460123', CallSid: 'CA1' }, signature })).toBe(true)
      for (const wrong of [
        { url: url.replace('7', '8'), form, signature },
        { url: url.replace('https', 'http'), form, signature },
        { url: `${url}&y=1`, form, signature },
        { url, form: { ...form, From: '+442079460124' }, signature },
        { url, form: {}, signature },
        { url, form, signature: undefined },
        { url, form, signature: '' },
        { url, form, signature: 'नमस्ते' },
        { url, form, signature: signature.toLowerCase() },
        { url, form, signature: `${signature} ` },
        { url: '', form, signature },
      ])
        expect(carrier.isSigned(wrong), JSON.stringify(wrong)).toBe(false)
      const below = await carrier.openSubaccount('Another tenant')
      expect(played.make({ ...played.account, ...below }).isSigned({ url, form, signature })).toBe(false)
    })

    it('asks for patience at the same address', () => {
      const url = 'https://voice.example:8443/answer?agent=7'
      const patient = played.protocol.patient(url)
      expect(patient.split('#')[0]).toBe(url)
      expect(played.protocol.patient(patient)).toBe(patient)
    })

    it('reads nothing into what a carrier does not say', () => {
      for (const kind of ['incoming', 'status', 'machine', 'step-over'] as const)
        for (const form of [{}, { CallSid: '' }, { CallSid: '../../x' }, { toString: 'x' }] as Record<string, string>[])
          expect(played.protocol.readNews(kind, form)).toBeUndefined()
    })
  })
}

async function faultOf(work: Promise<unknown>): Promise<PortFault | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    expect(error).toBeInstanceOf(PortFault)
    return error as PortFault
  }
}
