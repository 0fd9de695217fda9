import { PortFault } from '@myna/ports/fault'
import { faultOfStatus } from '@myna/ports/vendor-fault'
import type { VendorMessage } from '@myna/ports/vendor-talk'

const vendor = 'ElevenLabs'
/** Statuses that say the same as a type of message. */
const statuses: Record<string, number> = { auth_error: 401, quota_exceeded: 402, unaccepted_terms: 403, rate_limited: 429, resource_exhausted: 503 }
const own: Record<string, { says: string; retryable: boolean }> = {
  session_time_limit_exceeded: { says: 'has listened for as long as it does', retryable: true },
  queue_overflow: { says: 'does not keep up with the sound', retryable: true },
  transcriber_error: { says: 'reports an error of its recogniser', retryable: true },
  error: { says: 'reports an error', retryable: true },
  invalid_request: { says: 'does not take these settings', retryable: false },
  input_error: { says: 'could not read the sound', retryable: false },
  chunk_size_exceeded: { says: 'could not read the sound', retryable: false },
}

/** What a message of Scribe reports, if it is about an error; its own words are not kept, for they may repeat what was sent. */
export function faultOfMessage(message: VendorMessage): PortFault | undefined {
  const type = typeof message['message_type'] === 'string' ? message['message_type'] : ''
  const status = statuses[type]
  if (status !== undefined) return faultOfStatus(vendor, { status, refusal: undefined, retryAfter: null })
  const it = own[type] ?? (typeof message['error'] === 'string' ? own['error'] : undefined)
  return it && new PortFault(`${vendor} ${it.says}.`, { retryable: it.retryable })
}
