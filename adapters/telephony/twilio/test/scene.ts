import type { Carrier, CarrierNews } from '@myna/ports/carrier'
import { afterEach, beforeEach, expect } from 'vitest'
import { createTwilioCarrier, twilioProtocol } from '#index.ts'
import { type AnsweringApp, playAnsweringApp } from '#test/answering-app.ts'
import { playTwilio, type PlayedTwilio } from '#test/play-twilio.ts'

export const ours = '+442079460100'
export const theirs = '+447700900123'
export const colleague = '+442079460777'
export let twilio: PlayedTwilio
export let app: AnsweringApp
export let carrier: Carrier
/** Sets the scene before each test of a file, and looks afterwards whether all that was said was signed. */
export function setScene(): void {
  beforeEach(async () => {
    twilio = await playTwilio({ pace: 10 })
    app = await playAnsweringApp(twilioProtocol)
    carrier = createTwilioCarrier({ baseUrl: twilio.baseUrl })(twilio.account)
    twilio.own(ours, { answerUrl: app.at('/answer'), fallbackUrl: app.at('/fallback'), statusUrl: app.at('/status') })
  })
  afterEach(async () => {
    expect(app.told.filter((it) => !carrier.isSigned(it))).toEqual([])
    expect(app.handshakes.filter((it) => !carrier.isSigned({ ...it, form: {} }))).toEqual([])
    await carrier.close()
    await twilio.close()
    await app.close()
  })
}

export const ring = (speech?: Uint8Array) => twilio.ring({ to: ours, from: theirs, ...(speech ? { speech } : {}) })
export const place = (to = theirs, machineUrl: string | null = null) =>
  carrier.placeCall({
    from: ours,
    to,
    answerUrl: app.at('/answer'),
    fallbackUrl: app.at('/fallback'),
    statusUrl: app.at('/status'),
    ringSeconds: 20,
    machineUrl,
  })
export const stream = (parameters: Record<string, string> = {}) => ({ do: 'stream', url: app.streamUrl, afterUrl: app.at('/after'), parameters }) as const
export const statuses = (path = '/status') =>
  app.toldAt(path).map((it) => {
    const news = twilioProtocol.readNews('status', it.form) as CarrierNews & { type: 'status' }
    return [news.status, news.sequence]
  })
/** Waits as long as a busy machine may need. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 })
/** Sound that does not repeat within two seconds. */
export const speech = (ms: number) => Uint8Array.from({ length: ms * 8 }, (_, at) => (at * 31 + (at >> 8)) % 250)
export const within = (long: Buffer, short: Uint8Array) => long.includes(Buffer.from(short))
