import { Fault } from '@myna/kernel'
import type { NumberRoutes } from '@myna/ports/carrier'
import type { Context } from '#context.ts'

/** What a carrier asks or tells by a webhook. */
export type Door = 'incoming' | 'answer' | 'next' | 'brief' | 'status' | 'machine'

/** Path of the webhooks of carriers. */
export const doorPath = '/api/v1/calls/carriers'
/** Path of their media streams, below `/api/v1`. */
export const mediaPath = '/calls/media'

/** Where a carrier account reaches this installation for one thing. Throws `calls.address_not_public` while there is no address that carriers can reach. */
export function doorOf({ ports }: Context, carrierId: string, door: Door, callId?: string): string {
  const { publicUrl } = ports
  const { protocol, hostname } = new URL(publicUrl)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (isHere ? !ports.carriersAreHere : protocol !== 'https:') throw new Fault('calls.address_not_public', { publicUrl })
  return `${publicUrl}${doorPath}/${carrierId}/${door}${callId === undefined ? '' : `?call=${callId}`}`
}

/** Where calls to a number are brought. */
export function routesOf(context: Context, carrierId: string): NumberRoutes {
  const patient = context.ports.carriers.twilio.protocol.patient
  const answerUrl = doorOf(context, carrierId, 'incoming')
  return { answerUrl: patient(answerUrl), fallbackUrl: patient(answerUrl), statusUrl: doorOf(context, carrierId, 'status') }
}

/** Where the sound of a call goes, proven by a token that serves once. */
export function mediaUrl({ ports }: Context, token: string): string {
  return `${ports.publicUrl.replace(/^http/, 'ws')}/api/v1${mediaPath}/${token}`
}
