import { fieldOf, jsonOf, listOf, textOf } from '@myna/ports/json-value'
import type { Refusal } from '@myna/ports/vendor-fault'

const known: Record<string, Refusal> = {
  API_KEY_INVALID: 'key',
  API_KEY_SERVICE_BLOCKED: 'permission',
  API_KEY_IP_ADDRESS_BLOCKED: 'permission',
  ACCESS_TOKEN_EXPIRED: 'key',
  CREDENTIALS_MISSING: 'key',
  SERVICE_DISABLED: 'permission',
  BILLING_DISABLED: 'credit',
  UNAUTHENTICATED: 'key',
  PERMISSION_DENIED: 'permission',
  RESOURCE_EXHAUSTED: 'busy',
  // What the token server says (RFC 6749 § 5.2).
  invalid_grant: 'key',
  invalid_client: 'key',
  unauthorized_client: 'permission',
}

/** Reads google.rpc.Status, where the reason of a detail says more than the status: a wrong API key is an "invalid argument". */
export function refusalOf(_status: number, said: string): Refusal | undefined {
  const answer = jsonOf(said)
  const error = fieldOf(answer, 'error')
  const reasons = listOf(error, 'details').map((it) => textOf(it, 'reason'))
  for (const word of [...reasons, textOf(error, 'status'), textOf(answer, 'error')]) if (Object.hasOwn(known, word)) return known[word]
  const message = textOf(error, 'message')
  if (/voice.*(does not exist|not found)/i.test(message)) return 'voice'
  return /longer than the limit|input.*too long/i.test(message) ? 'text' : undefined
}
