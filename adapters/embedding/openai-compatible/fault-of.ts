import { PortFault } from '@myna/ports/fault'
import { WebFault } from '@myna/ports/web'

const unreachable = 'The embedding server could not be reached, or broke off. Check MYNA_EMBEDDING_URL.'

/** What a status other than 200 means, in words an operator can act on; neither the vendor's words nor the request are kept. */
export function faultOfStatus(status: number, said: string, retryAfter: string | null): PortFault {
  if (status === 401 || status === 403) return new PortFault('The embedding server refused the key. Check MYNA_EMBEDDING_KEY.', { status, retryable: false })
  if (said.includes('insufficient_quota')) return new PortFault('The account of the embedding server has no credit left.', { status, retryable: false })
  if (status === 404)
    return new PortFault('The embedding server does not know this model or address. Check MYNA_EMBEDDING_URL and MYNA_EMBEDDING_MODEL.', {
      status,
      retryable: false,
    })
  if (status === 408) return new PortFault('The embedding server did not answer in time.', { status, retryable: true })
  if (status === 429) {
    const seconds = Number(retryAfter)
    const wait = seconds > 0 && seconds < 100_000 ? ` (it asks to wait ${Math.ceil(seconds)} seconds)` : ''
    return new PortFault(`The embedding server says too many requests${wait}.`, { status, retryable: true })
  }
  if (status >= 500) return new PortFault(`The embedding server has a failure of its own (status ${status}).`, { status, retryable: true })
  return new PortFault(`The embedding server refused the texts (status ${status}).`, { status, retryable: false })
}

/** Why no answer came at all. Errors of `fetch` carry the request, so they are not kept. */
export function faultOfFetch(error: unknown): PortFault {
  let web: WebFault | undefined
  for (let at = error, steps = 0; at instanceof Error && steps < 10; at = at.cause, steps++) {
    if (at instanceof PortFault) return at
    if (at instanceof WebFault) web = at
  }
  if (web?.trouble === 'private_address')
    return new PortFault('The embedding server is in a private network. Allow its host with MYNA_MODEL_ALLOW_HOSTS.', { retryable: false })
  if (web?.trouble === 'bad_address') return new PortFault('MYNA_EMBEDDING_URL is not an address a server can have.', { retryable: false })
  return new PortFault(unreachable, { retryable: true })
}
