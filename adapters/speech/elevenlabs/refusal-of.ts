import { fieldOf, jsonOf, textOf } from '@myna/ports/json-value'
import type { Refusal } from '@myna/ports/vendor-fault'

const known: Record<string, Refusal> = {
  invalid_api_key: 'key',
  needs_authorization: 'key',
  quota_exceeded: 'credit',
  missing_permissions: 'permission',
  detected_unusual_activity: 'permission',
  voice_not_found: 'voice',
  voice_does_not_exist: 'voice',
  invalid_voice_id: 'voice',
  model_not_found: 'model',
  invalid_model_id: 'model',
  model_can_not_do_text_to_speech: 'model',
  unsupported_language: 'language',
  language_not_supported: 'language',
  text_too_long: 'text',
  max_character_limit_exceeded: 'text',
  too_many_concurrent_requests: 'busy',
  rate_limit_exceeded: 'busy',
  system_busy: 'busy',
}

/**
 * Reads `{"detail": {"status": …}}`, newer `{"detail": {"code": …}}`; 422 says what is wrong with a field in a list, which no admin can act on.
 * What else it forbids belongs to another plan: voices of the library, some formats.
 */
export function refusalOf(status: number, said: string): Refusal | undefined {
  const detail = fieldOf(jsonOf(said), 'detail')
  for (const word of [textOf(detail, 'status'), textOf(detail, 'code')]) if (Object.hasOwn(known, word)) return known[word]
  return status === 402 || status === 403 ? 'plan' : undefined
}
