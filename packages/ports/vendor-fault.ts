import { PortFault } from './fault.ts'
import { WebFault } from './web.ts'

/** Why a vendor refuses, as far as it says so in a way a program can read. */
export type Refusal = 'key' | 'permission' | 'credit' | 'plan' | 'voice' | 'model' | 'language' | 'text' | 'busy'

const sentences: Record<Refusal, (vendor: string) => string> = {
  key: (vendor) => `${vendor} refused the key. Check the key of this provider.`,
  permission: (vendor) => `${vendor} does not let this key speak. Check what the key may do.`,
  credit: (vendor) => `The account at ${vendor} has no credit or characters left.`,
  plan: (vendor) => `The account at ${vendor} does not include this voice or format.`,
  voice: (vendor) => `${vendor} does not have this voice.`,
  model: (vendor) => `${vendor} does not know this model or address. Check both.`,
  language: (vendor) => `${vendor} does not speak this language with this voice or model.`,
  text: (vendor) => `${vendor} does not speak a text of this length or kind.`,
  busy: (vendor) => `${vendor} says too many requests.`,
}

/** A refusal of which it is known why. */
export class VendorRefusal extends PortFault {
  readonly refusal: Refusal
  constructor(refusal: Refusal, message: string, options: ConstructorParameters<typeof PortFault>[1]) {
    super(message, options)
    this.refusal = refusal
  }
}

/**
 * What a status other than 200 means, in words an admin can act on. `refusal` is what the vendor itself said, where that was understood; its own words are
 * not kept, for they may repeat a key or a text.
 */
export function faultOfStatus(vendor: string, it: { status: number; refusal: Refusal | undefined; retryAfter: string | null }): PortFault {
  const { status } = it
  const refusal = it.refusal ?? refusalOfStatus(status)
  const wait = retryAfterMs(it.retryAfter)
  const more = { status, ...(wait === undefined ? {} : { retryAfterMs: wait }) }
  if (refusal !== undefined) return new VendorRefusal(refusal, sentences[refusal](vendor), { ...more, retryable: refusal === 'busy' })
  if (status === 408 || status === 504) return new PortFault(`${vendor} did not answer in time.`, { ...more, retryable: true })
  if (status >= 500) return new PortFault(`${vendor} has a failure of its own (status ${status}).`, { ...more, retryable: true })
  return new PortFault(`${vendor} refused the request (status ${status}).`, { ...more, retryable: false })
}

function refusalOfStatus(status: number): Refusal | undefined {
  if (status === 401) return 'key'
  if (status === 402) return 'credit'
  if (status === 403) return 'permission'
  if (status === 404) return 'model'
  if (status === 413) return 'text'
  return status === 429 ? 'busy' : undefined
}

/** How long a header `Retry-After` asks to wait: seconds or a date (RFC 9110 § 10.2.3), a day at the most; undefined when it says neither. */
export function retryAfterMs(header: string | null, now = Date.now()): number | undefined {
  const said = header?.trim() ?? ''
  const ms = /^\d+(\.\d+)?$/.test(said) ? Number(said) * 1000 : /^[a-z]{3}/i.test(said) ? Date.parse(said) - now : Number.NaN
  return Number.isNaN(ms) ? undefined : Math.min(86_400_000, Math.max(0, Math.round(ms)))
}

/** Why no answer came, or none to its end. Errors of `fetch` may carry the request with its key, so they are not kept. */
export function faultOfFetch(vendor: string, error: unknown): PortFault {
  let web: WebFault | undefined
  let redirect = false
  for (let at = error, steps = 0; at instanceof Error && steps < 10; at = at.cause, steps++) {
    if (at instanceof PortFault) return at
    if (at instanceof WebFault) web = at
    if (/redirect/i.test(at.message)) redirect = true
  }
  if (web?.trouble === 'private_address')
    return new PortFault(`The address of ${vendor} leads into a private network. The operator can allow its host.`, { retryable: false })
  if (web?.trouble === 'bad_address') return new PortFault(`The address of ${vendor} cannot be used.`, { retryable: false })
  if (redirect) return new PortFault(`The address of ${vendor} redirects to another one, which is not followed.`, { retryable: false })
  return new PortFault(`${vendor} could not be reached, or broke off.`, { retryable: true })
}
