import { PortFault } from '@myna/ports/fault'
import { faultOfStatus } from '@myna/ports/vendor-fault'
import type { VendorMessage } from '@myna/ports/vendor-talk'

const vendor = 'OpenAI'
/** Statuses that say the same as a code of an error. */
const statuses: Record<string, number> = {
  invalid_api_key: 401,
  insufficient_quota: 402,
  billing_hard_limit_reached: 402,
  model_not_found: 404,
  invalid_model: 404,
  rate_limit_exceeded: 429,
  server_error: 500,
}

/** What an `error` event reports; its own words are not kept, for they may repeat what was sent. Undefined for other events. */
export function faultOfEvent(message: VendorMessage): PortFault | undefined {
  return message['type'] === 'error' ? faultOfError(message['error']) : undefined
}

/** What went wrong, by the code or else the type of an error. */
export function faultOfError(error: unknown): PortFault {
  const { code, type } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown; type?: unknown }
  const status = [code, type].map((it) => statuses[String(it)]).find((it) => it !== undefined)
  if (status !== undefined) return faultOfStatus(vendor, { status, refusal: undefined, retryAfter: null })
  if (code === 'session_expired') return new PortFault(`${vendor} has listened for as long as it does.`, { retryable: true })
  if (type === 'invalid_request_error') return new PortFault(`${vendor} does not take these settings.`, { retryable: false })
  return new PortFault(`${vendor} reports an error.`, { retryable: true })
}
