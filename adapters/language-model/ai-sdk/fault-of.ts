import { PortFault } from '@myna/ports/fault'
import { WebFault } from '@myna/ports/web'

const unreachable = 'The language model could not be reached, or answered something that is no answer. Check its address.'

/**
 * What went wrong, in words an admin can act on. Errors of the SDK carry the request, so neither they nor the vendor's own words are
 * kept: a fault never holds a key or a prompt.
 */
export function faultOf(error: unknown): PortFault {
  const chain = causesOf(error)
  const known = chain.find((it) => it instanceof PortFault)
  if (known) return known
  const web = chain.find((it) => it instanceof WebFault)
  if (web) return new PortFault(sentenceOfWeb(web), { retryable: web.trouble === 'unreachable' || web.trouble === 'timeout' })
  const said = readError(error)
  const { status } = said
  if (status === undefined || status < 400) {
    const code = chain.map(codeOf).find((it) => it !== undefined)
    return new PortFault(unreachable, { retryable: true, ...(code === undefined ? {} : { cause: new Error(code) }) })
  }
  if (status === 401 || status === 403 || said.keyRefused)
    return new PortFault('The language model refused the key. Check the key of this provider.', { status, retryable: false })
  if (said.noCredit) return new PortFault('The account of this language model has no credit left.', { status, retryable: false })
  if (status === 404) return new PortFault('The language model does not know this model or address. Check both.', { status, retryable: false })
  if (status === 408) return new PortFault('The language model did not answer in time.', { status, retryable: true })
  if (status === 413) return new PortFault('The request is longer than this language model reads.', { status, retryable: false })
  if (status === 429)
    return new PortFault(`The language model says too many requests${said.wait}, or the account has no credit left.`, { status, retryable: true })
  if (status >= 500) return new PortFault(`The language model has a failure of its own (status ${status}).`, { status, retryable: true })
  // 422 is kept for answers that a filter stopped; here it is a server's word for a request it does not understand.
  const plain = status === 422 ? 400 : status
  return new PortFault(`The language model refused the request (status ${status}). Check the name of the model.`, { status: plain, retryable: false })
}

function sentenceOfWeb({ trouble }: WebFault): string {
  if (trouble === 'private_address')
    return 'The address of the language model leads into a private network. The operator can allow it with MYNA_MODEL_ALLOW_HOSTS.'
  return trouble === 'bad_address' ? 'This is not an address a language model can have.' : unreachable
}

/** Errors wrap each other; a circle of them is walked once. */
function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = []
  for (let at = error; at !== undefined && at !== null && !chain.includes(at) && chain.length < 10; at = at instanceof Error ? at.cause : undefined)
    chain.push(at)
  return chain
}

/** Status and reason of an error of the SDK, whether the vendor refused at once (an error) or within the stream (a plain object). */
function readError(error: unknown): { status: number | undefined; keyRefused: boolean; noCredit: boolean; wait: string } {
  const it = (typeof error === 'object' && error !== null ? error : {}) as {
    statusCode?: unknown
    responseBody?: unknown
    data?: unknown
    code?: unknown
    responseHeaders?: Record<string, string>
  }
  const body = `${typeof it.responseBody === 'string' ? it.responseBody.slice(0, 20_000) : ''} ${JSON.stringify(it.data ?? it.code ?? '').slice(0, 20_000)}`
  const seconds = Number(it.responseHeaders?.['retry-after'])
  return {
    status: typeof it.statusCode === 'number' ? it.statusCode : statusWithin(error),
    keyRefused: /API_KEY_INVALID|invalid_api_key|authentication_error/.test(body),
    noCredit: /insufficient_quota|credit balance is too low|billing_error/.test(body),
    wait: seconds > 0 && seconds < 100_000 ? ` (it asks to wait ${Math.ceil(seconds)} seconds)` : '',
  }
}

/** The status of an error that came inside a stream without one: any error a vendor itself reports is a failure of its own. */
function statusWithin(error: unknown): number | undefined {
  if (error instanceof Error || typeof error !== 'object' || error === null) return undefined
  const { code } = error as { code?: unknown }
  return typeof code === 'number' && code >= 400 && code < 600 ? code : 500
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code) ? code : undefined
}
