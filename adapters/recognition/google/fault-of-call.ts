import { status as codes } from '@grpc/grpc-js'
import { PortFault } from '@myna/ports/fault'
import { faultOfStatus } from '@myna/ports/vendor-fault'

/** Statuses of HTTP that mean the same as a code of gRPC (`google/rpc/code.proto`). */
const statuses: Partial<Record<codes, number>> = {
  [codes.INVALID_ARGUMENT]: 400,
  [codes.UNAUTHENTICATED]: 401,
  [codes.PERMISSION_DENIED]: 403,
  [codes.NOT_FOUND]: 404,
  [codes.RESOURCE_EXHAUSTED]: 429,
  [codes.UNKNOWN]: 500,
  [codes.INTERNAL]: 500,
  [codes.UNIMPLEMENTED]: 404,
  [codes.UNAVAILABLE]: 503,
  [codes.ABORTED]: 503,
  [codes.DEADLINE_EXCEEDED]: 504,
}

/** What the end of a call means, in words an admin can act on; Google's own are not kept, for they may repeat what was sent. */
export function faultOfCall(code: number | undefined, details: string): PortFault {
  // A wrong API key is an invalid argument to Google.
  const status = /API key not valid|API_KEY_INVALID|API key expired/i.test(details) ? 401 : statuses[code as codes]
  if (status !== undefined) return faultOfStatus('Google', { status, refusal: undefined, retryAfter: null })
  return new PortFault(`Google broke off listening (code ${code ?? 'unknown'}).`, { retryable: true })
}
