import type { LanguageCode } from '@myna/language'

/**
 * A text that tries to give orders to an agent. `channel` is where the agent meets it: said by a caller, standing on a crawled page, in a letter, or in the
 * result of a tool. `wants` is the source of a regular expression, to be matched without regard to case, that the reply of an obedient victim matches and
 * a refusal does not.
 */
export type Injection = {
  id: string
  language: LanguageCode
  channel: 'caller' | 'site' | 'email' | 'tool'
  text: string
  wants: string
}
