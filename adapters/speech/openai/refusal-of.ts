import { fieldOf, jsonOf, textOf } from '@myna/ports/json-value'
import type { Refusal } from '@myna/ports/vendor-fault'

const known: Record<string, Refusal> = {
  invalid_api_key: 'key',
  insufficient_quota: 'credit',
  billing_hard_limit_reached: 'credit',
  model_not_found: 'model',
  string_above_max_length: 'text',
  context_length_exceeded: 'text',
  rate_limit_exceeded: 'busy',
}

/** Reads `{"error": {"code", "type", "param", …}}`. */
export function refusalOf(status: number, said: string): Refusal | undefined {
  const error = fieldOf(jsonOf(said), 'error')
  for (const word of [textOf(error, 'code'), textOf(error, 'type')]) if (Object.hasOwn(known, word)) return known[word]
  if (status !== 400) return undefined
  const param = textOf(error, 'param')
  return param === 'voice' || param === 'model' ? param : param === 'input' ? 'text' : undefined
}
