import { PortFault } from '@myna/ports/fault'
import type { Carrier, CarrierMaker, NumberKind, NumberRoutes, OfferedNumber, OwnedNumber } from '@myna/ports/carrier'
import { faultOf, TwilioFault } from '#fault-of.ts'
import { priceIn, unknownPrice } from '#number-price.ts'
import { placeOf } from '#regions.ts'
import { createRequestClient } from '#request-client.ts'
import { statusOf, twilioProtocol } from '#twilio-protocol.ts'
import { ringSecondsOf, twimlOf } from '#twiml.ts'
import { isSignedBy } from '#webhook-signature.ts'

export type TwilioOptions = {
  /** The way out; Node's own when absent. */
  fetch?: typeof globalThis.fetch
  /** In place of `https://api.twilio.com`, for a server that plays Twilio. */
  baseUrl?: string
  /** How long one request may take. */
  timeoutMs?: number
}

/** More numbers than this are not listed. */
const mostNumbers = 2_000
/** Twilio reads no more TwiML than this when a call is steered. */
const maxTwimlCharacters = 4_000

/**
 * Accounts at Twilio: `accountId` is the account SID, `secret` its auth token, which also signs webhooks; `region` is null for the United States, or one such as
 * `ie1`. The helper library is loaded with the first request. Settings of Twilio in the environment of the process are never read.
 */
export function createTwilioCarrier({ fetch = globalThis.fetch, baseUrl, timeoutMs = 15_000 }: TwilioOptions = {}): CarrierMaker {
  return ({ accountId, secret, region }): Carrier => {
    const closing = new AbortController()

    const open = async (signal: AbortSignal | undefined, region_ = region) => {
      if (!/^AC[0-9a-f]{32}$/i.test(accountId)) throw new PortFault('This is no account SID of Twilio. It begins with AC.', { retryable: false, status: 401 })
      if (!/^[!-~]+$/.test(secret)) throw new PortFault('This is no auth token of Twilio. Enter it again.', { retryable: false, status: 401 })
      const place = placeOf(region_)
      const { default: twilio } = await import('twilio')
      const httpClient = createRequestClient({ fetch, baseUrl, timeoutMs, signal: signal ? AbortSignal.any([signal, closing.signal]) : closing.signal })
      return new twilio.Twilio(accountId, secret, { ...place, httpClient, logLevel: '' })
    }
    type Client = Awaited<ReturnType<typeof open>>

    /** One request or a few; `gone` gives what it means that Twilio does not know the thing any more. */
    const ask = async <T>(
      work: (client: Client) => Promise<T>,
      it: { signal?: AbortSignal | undefined; unless?: (fault: TwilioFault) => T | undefined } = {},
    ) => {
      try {
        it.signal?.throwIfAborted()
        closing.signal.throwIfAborted()
        return await work(await open(it.signal))
      } catch (error) {
        it.signal?.throwIfAborted()
        if (closing.signal.aborted) throw new PortFault('The connection to Twilio is closed.', { retryable: false })
        const fault = faultOf(error)
        const instead = fault instanceof TwilioFault ? it.unless?.(fault) : undefined
        if (instead === undefined) throw fault
        return instead
      }
    }
    const done = true as const

    /** Prices are the same in all regions and told in one. A number can be had without its price, so a failure says that it is not known. */
    const priceOf = async (country: string, kind: NumberKind, signal: AbortSignal | undefined) => {
      try {
        const client = await open(signal, null)
        return priceIn(await client.pricing.v1.phoneNumbers.countries(country).fetch(), kind)
      } catch {
        return unknownPrice
      }
    }

    return {
      name: twilioProtocol.name,
      async check(signal) {
        const account = await ask((client) => client.api.v2010.accounts(accountId).fetch(), { signal })
        if (account.status !== 'active') throw new PortFault('This Twilio account is suspended or closed.', { retryable: false, status: 403 })
        return { accountId: account.sid, accountName: account.friendlyName }
      },

      async openSubaccount(name) {
        const account = await ask((client) => client.api.v2010.accounts.create({ friendlyName: name.slice(0, 64) }))
        return { accountId: account.sid, secret: account.authToken }
      },
      async closeSubaccount(subaccountId) {
        if (subaccountId === accountId) throw new PortFault('An account cannot close itself.', { retryable: false })
        const close = async (client: Client) => client.api.v2010.accounts(subaccountId).update({ status: 'closed' })
        await ask((client) => close(client).then(() => done), { unless: ({ status }) => (status === 404 ? done : undefined) })
      },

      async searchNumbers({ country, kind, contains, areaCode, locality, limit }, signal) {
        if (!/^[A-Z]{2}$/.test(country)) throw new PortFault('A country is two capital letters, such as GB.', { retryable: false })
        if (areaCode !== undefined && !/^\d{1,6}$/.test(areaCode)) throw new PortFault('An area code is a number, such as 415.', { retryable: false })
        const asked = {
          voiceEnabled: true,
          ...(contains === undefined ? {} : { contains }),
          ...(areaCode === undefined ? {} : { areaCode: Number(areaCode) }),
          ...(locality === undefined ? {} : { inLocality: locality }),
          limit: Math.min(Math.max(1, limit), 1_000),
        }
        const pricing = priceOf(country, kind, signal)
        const found = await ask(
          async (client) => {
            const offered = client.availablePhoneNumbers(country)
            return kind === 'local' ? offered.local.list(asked) : kind === 'mobile' ? offered.mobile.list(asked) : offered.tollFree.list(asked)
          },
          // Twilio knows no such kind in this country, or no number with this area code.
          { signal, unless: ({ status, code }) => (status === 404 || code === 21452 ? [] : undefined) },
        )
        const price = found.length === 0 ? unknownPrice : await pricing
        return found.map(
          (it): OfferedNumber => ({
            number: it.phoneNumber,
            country: it.isoCountry,
            kind,
            locality: it.locality || null,
            region: it.region || null,
            canSms: canSms(it.capabilities),
            ...price,
          }),
        )
      },
      buyNumber: async (number, routes) => ownedOf(await ask((client) => client.incomingPhoneNumbers.create({ phoneNumber: number, ...voiceOf(routes) }))),
      listNumbers: async (signal) => {
        const numbers = await ask((client) => client.incomingPhoneNumbers.list({ pageSize: 200, limit: mostNumbers }), { signal })
        return numbers.map(ownedOf)
      },
      routeNumber: async (id, routes) => ownedOf(await ask((client) => client.incomingPhoneNumbers(id).update(voiceOf(routes)))),
      async releaseNumber(id) {
        await ask((client) => client.incomingPhoneNumbers(id).remove(), { unless: ({ status }) => (status === 404 ? done : undefined) })
      },

      async placeCall(it) {
        const machine = {
          machineDetection: 'DetectMessageEnd',
          asyncAmd: 'true',
          ...(it.machineUrl === null ? {} : { asyncAmdStatusCallback: it.machineUrl }),
          asyncAmdStatusCallbackMethod: 'POST',
        }
        const call = await ask((client) =>
          client.calls.create({
            from: it.from,
            to: it.to,
            url: it.answerUrl,
            method: 'POST',
            fallbackUrl: it.fallbackUrl,
            fallbackMethod: 'POST',
            statusCallback: it.statusUrl,
            statusCallbackMethod: 'POST',
            statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
            timeout: ringSecondsOf(it.ringSeconds),
            ...(it.machineUrl === null ? {} : machine),
          }),
        )
        return { carrierCallId: call.sid, status: statusOf(call.status) ?? 'queued' }
      },
      async getCall(carrierCallId) {
        const call = await ask((client) => client.calls(carrierCallId).fetch())
        const seconds = Number(call.duration ?? NaN)
        return { status: statusOf(call.status) ?? 'failed', durationSeconds: Number.isInteger(seconds) ? seconds : null }
      },
      async steerCall(carrierCallId, steps) {
        const twiml = twimlOf(steps)
        if (twiml.length > maxTwimlCharacters) throw new PortFault('These are more steps than Twilio takes for a call that is under way.', { retryable: false })
        await ask((client) => client.calls(carrierCallId).update({ twiml }))
      },
      async hangUp(carrierCallId) {
        const end = async (client: Client) => client.calls(carrierCallId).update({ status: 'completed' })
        await ask((client) => end(client).then(() => done), { unless: ({ code }) => (code === 21220 ? done : undefined) })
      },

      isSigned: (it) => isSignedBy(secret, it),
      async close() {
        closing.abort()
      },
    }
  }
}

const voiceOf = (routes: NumberRoutes) => ({
  voiceUrl: routes.answerUrl,
  voiceMethod: 'POST',
  voiceFallbackUrl: routes.fallbackUrl,
  voiceFallbackMethod: 'POST',
  statusCallback: routes.statusUrl,
  statusCallbackMethod: 'POST',
})

const ownedOf = (it: { sid: string; phoneNumber: string; capabilities: unknown; voiceUrl: string }): OwnedNumber => ({
  id: it.sid,
  number: it.phoneNumber,
  canSms: canSms(it.capabilities),
  answerUrl: it.voiceUrl || null,
})

/** Twilio writes `SMS` of numbers it offers and `sms` of numbers it has sold. */
function canSms(capabilities: unknown): boolean {
  const it = (capabilities ?? {}) as Record<string, unknown>
  return it.sms === true || it.SMS === true
}
