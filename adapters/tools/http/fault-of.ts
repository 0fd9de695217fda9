import { PortFault } from '@myna/ports/fault'
import { WebFault } from '@myna/ports/web'

/** Codes of failures that come before a request has left. */
const unreached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** A failure of `fetch` in words for people; `retryable` when nothing can have happened at the far side. */
export function faultOf(error: unknown): PortFault {
  if (error instanceof PortFault) return error
  const cause = error instanceof Error ? error.cause : undefined
  const guard = [error, cause].find((it) => it instanceof WebFault)
  if (guard?.trouble === 'private_address')
    return new PortFault('The address leads into a private network. The operator can allow it with MYNA_TOOL_ALLOW_HOSTS.', { retryable: false, cause: error })
  if (guard?.trouble === 'bad_address') return new PortFault('The address cannot be used.', { retryable: false, cause: error })
  if (cause instanceof Error && /redirect/.test(cause.message))
    return new PortFault('The address redirects to another one, which is not followed. Use the address it leads to.', { retryable: false, cause: error })
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (guard?.trouble === 'unreachable' || unreached.has(code)) return new PortFault('The address could not be reached.', { retryable: true, cause: error })
  if (error instanceof TypeError && cause === undefined) return new PortFault('The request cannot be sent as it is.', { retryable: false, cause: error })
  return new PortFault('The connection broke off before the answer was whole; whether it took effect is not known.', { retryable: false, cause: error })
}
