import { PortFault } from '@myna/ports/fault'
import { WebFault } from '@myna/ports/web'

/** What Twilio's own words for a refusal mean to the person who can do something about it: https://www.twilio.com/docs/api/errors */
const sentences = new Map<number, string>([
  [20003, 'Twilio refused the credentials. Check the account SID and the auth token.'],
  [20005, 'This Twilio account is suspended or closed.'],
  [10001, 'This Twilio account is suspended or closed.'],
  [20404, 'Twilio does not know this number, call or account.'],
  [21201, 'There is no number to call.'],
  [21205, 'Twilio cannot use the address of this server. It must be public and begin with https.'],
  [21210, 'The caller number does not belong to this Twilio account.'],
  [21211, 'The number to call is not a valid telephone number.'],
  [21212, 'The caller number is not a valid telephone number.'],
  [21214, 'The number to call cannot be reached.'],
  [21215, 'This Twilio account may not call that country. Allow it under geographic permissions at Twilio.'],
  [21216, 'This Twilio account may not call that number.'],
  [21217, 'The number to call is not a valid telephone number.'],
  [21219, 'A Twilio trial account calls only numbers that were verified there.'],
  [21220, 'The call is over.'],
  [21402, 'Twilio cannot use the address of this server. It must be public and begin with https.'],
  [21404, 'A Twilio trial account can have one number only.'],
  [21421, 'This is not a number that can be bought.'],
  [21422, 'This number is no longer offered. Search again.'],
  [21452, 'There is no number with this area code.'],
  [21502, 'Twilio cannot use the address of this server. It must be public and begin with https.'],
  [21615, 'Numbers of this kind need an address of the business. Add one at Twilio.'],
  [21631, 'Numbers of this country need an address of the business. Add one at Twilio.'],
  [21649, 'Numbers of this country need a regulatory bundle. Make one at Twilio.'],
])

/** What a refusal says; neither Twilio's own sentence, which repeats numbers and addresses, nor the request is kept. */
export class TwilioFault extends PortFault {
  override name = 'PortFault'
  /** Twilio's number of the error, such as 21211. */
  readonly code: number | undefined
  constructor(message: string, options: ConstructorParameters<typeof PortFault>[1] & { code?: number }) {
    super(message, options)
    this.code = options.code
  }
}

/** The fault of an answer of 400 or above. */
export function faultOfAnswer({ status, body, retryAfter }: { status: number; body: string; retryAfter: string | null }): TwilioFault {
  const code = codeOf(body)
  const told = { status, ...(code === undefined ? {} : { code }) }
  if (status === 429 || code === 20429) {
    const seconds = Number(retryAfter ?? NaN)
    const wait = seconds > 0 && seconds < 86_400 ? { retryAfterMs: Math.ceil(seconds * 1_000) } : {}
    return new TwilioFault('Twilio says that there are too many requests at once.', { ...told, ...wait, retryable: true })
  }
  if (status >= 500) return new TwilioFault(`Twilio has a failure of its own (status ${status}).`, { ...told, retryable: true })
  if (status === 408) return new TwilioFault('Twilio did not answer in time.', { ...told, retryable: true })
  const known = sentences.get(code ?? 0)
  if (known !== undefined) return new TwilioFault(known, { ...told, retryable: false })
  if (status === 401 || status === 403) return new TwilioFault(sentences.get(20003)!, { ...told, retryable: false })
  if (status === 404) return new TwilioFault(sentences.get(20404)!, { ...told, retryable: false })
  return new TwilioFault(`Twilio refused the request (${code === undefined ? `status ${status}` : `error ${code}`}).`, { ...told, retryable: false })
}

/** The fault of a request that had no answer, or one that is no answer of Twilio. */
export function faultOf(error: unknown): PortFault {
  const chain = causesOf(error)
  const known = chain.find((it) => it instanceof PortFault)
  if (known) return known
  const web = chain.find((it) => it instanceof WebFault)
  if (web && web.trouble !== 'unreachable' && web.trouble !== 'timeout')
    return new PortFault('The address of Twilio may not be reached from this server.', { retryable: false })
  if (web?.trouble === 'timeout' || chain.some((it) => it instanceof Error && it.name === 'TimeoutError'))
    return new PortFault('Twilio did not answer in time.', { retryable: true })
  const code = chain.map((it) => (it instanceof Error && 'code' in it ? it.code : undefined)).find(isErrorName)
  return new PortFault('Twilio could not be reached, or answered something that is no answer.', {
    retryable: true,
    ...(code === undefined ? {} : { cause: new Error(code) }),
  })
}

const isErrorName = (it: unknown): it is string => typeof it === 'string' && /^[A-Z_]{3,40}$/.test(it)

/** Errors wrap each other; a circle of them is walked once. */
function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = []
  for (let at = error; at !== undefined && at !== null && !chain.includes(at) && chain.length < 10; at = at instanceof Error ? at.cause : undefined)
    chain.push(at)
  return chain
}

function codeOf(body: string): number | undefined {
  try {
    const { code } = JSON.parse(body) as { code?: unknown }
    return typeof code === 'number' && Number.isInteger(code) && code >= 10_000 && code < 100_000 ? code : undefined
  } catch {
    return undefined
  }
}
