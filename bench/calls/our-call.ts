import type { OurHouse } from './our-house.ts'
import { accountSid, callSidOf, ourNumber } from './played-carrier.ts'

/** Whether `openOurCall` does what it says; while it does not, benchmarks leave ours out. */
export const oursIsConnected: boolean = true

/** Where one call's media socket is, on the house's own address, and what its `start` must carry. */
export type MediaPlace = { path: string; callSid: string; parameters: Record<string, string> }

/** Lets caller `number` in by telephone: asks the webhook of incoming calls, as a carrier does, and reads from its TwiML where the media are to go. */
export async function openOurCall({ port, carrierId }: OurHouse, number: number): Promise<MediaPlace> {
  const callSid = callSidOf(number)
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/calls/carriers/${carrierId}/incoming`, {
    method: 'POST',
    body: new URLSearchParams({ CallSid: callSid, AccountSid: accountSid, From: '+442079460101', To: ourNumber, CallStatus: 'ringing', Direction: 'inbound' }),
    headers: { 'x-twilio-signature': 'played' },
  })
  const words = await response.text()
  const url = /<Stream[^>]* url="([^"]+)"/.exec(words)?.[1]
  if (url === undefined) throw new Error(`the call was not taken: ${response.status} ${words.slice(0, 300)}`)
  const parameters = [...words.matchAll(/<Parameter[^>]* name="([^"]*)"[^>]* value="([^"]*)"/g)].map(([, name, value]) => [name!, value!] as const)
  return { path: new URL(url).pathname, callSid, parameters: Object.fromEntries(parameters) }
}
