import { jsonOf, textOf } from '@myna/ports/json-value'
import type { Refusal } from '@myna/ports/vendor-fault'

const known: Record<string, Refusal> = {
  INVALID_AUTH: 'key',
  INSUFFICIENT_PERMISSIONS: 'permission',
  FORBIDDEN: 'permission',
  ASR_PAYMENT_REQUIRED: 'credit',
  PAYMENT_REQUIRED: 'credit',
  INSUFFICIENT_CREDITS: 'credit',
  TOO_MANY_REQUESTS: 'busy',
  RATE_LIMIT_EXCEEDED: 'busy',
  PAYLOAD_TOO_LARGE: 'text',
  INPUT_TEXT_TOO_LONG: 'text',
}

/** Reads both shapes Deepgram answers with: `{"err_code", "err_msg"}` and `{"category", "message"}`. */
export function refusalOf(status: number, said: string): Refusal | undefined {
  const it = jsonOf(said)
  for (const word of [textOf(it, 'err_code'), textOf(it, 'category')]) if (Object.hasOwn(known, word)) return known[word]
  return status === 400 && /no such model/i.test(`${textOf(it, 'err_msg')} ${textOf(it, 'message')}`) ? 'voice' : undefined
}
