import type { Answer, Conversation, Persona } from '@myna/contracts/brain'
import type { Provider } from '@myna/contracts/brain-providers'
import type { Correction, Unanswered } from '@myna/contracts/brain-training'
import type { CallerIdentity, Move, Policy, Remembered } from '@myna/contracts/dialogue'
import type { LanguageCode } from '@myna/language'
import type { ColumnType, Generated } from 'kysely'
import type { z } from 'zod'

type Json<T> = ColumnType<T, string, string>

export type ConversationTable = {
  tenant_id: string
  id: string
  agent_id: string
  base_id: string
  channel: z.infer<typeof Conversation>['channel']
  persona: Json<Persona>
  policy: Json<Policy>
  dialogue: ColumnType<unknown, string | undefined, string>
  dry_run: Generated<boolean>
  caller_kind: CallerIdentity['kind'] | null
  caller_hash: string | null
  summary: string | null
  turn_count: Generated<number>
  created_at: Date
  ended_at: Date | null
}

export type TurnTable = {
  tenant_id: string
  id: string
  conversation_id: string
  sequence: number
  speaker: 'caller' | 'agent'
  text: string
  meant: string | null
  language: LanguageCode | null
  sources: Json<Answer['sources']>
  confidence: number | null
  refused: boolean
  engine: string | null
  interrupted: Generated<boolean>
  move: Json<Move> | null
  at: Date
}

export type ProviderTable = {
  tenant_id: string
  id: string
  kind: Provider['kind']
  name: string
  base_url: string | null
  model: string
  sealed_key: string | null
  enabled: boolean
  position: Generated<number>
  input_price: number | null
  output_price: number | null
  monthly_budget: number | null
  health: Generated<'unknown' | 'well' | 'failing'>
  failures: Generated<number>
  last_error: string | null
  failed_at: Date | null
  revision: Generated<number>
  created_at: Date
}

export type UsageDayTable = {
  tenant_id: string
  id: string
  day: Date
  provider_id: string | null
  turns: Generated<number>
  failures: Generated<number>
  input_tokens: Generated<number>
  output_tokens: Generated<number>
  cost: Generated<number>
  first_token_ms: Generated<number>
  first_token_count: Generated<number>
}

export type UnansweredTable = {
  tenant_id: string
  id: string
  base_id: string
  agent_id: string | null
  question: string
  topic: string
  variants: Json<Unanswered['variants']>
  count: number
  state: Unanswered['state']
  first_asked_at: Date
  last_asked_at: Date
}

export type CorrectionTable = {
  tenant_id: string
  id: string
  base_id: string
  item_id: string | null
  question: string
  answer: string
  before: Json<Correction['before']>
  after: Json<Correction['after']>
  changed: boolean
  by: string
  at: Date
}

export type CallerTable = {
  tenant_id: string
  id: string
  kind: CallerIdentity['kind']
  hash: string
  sealed_id: string
  consent: Remembered['consent']
  sealed_memory: string | null
  language: LanguageCode | null
  conversation_count: number
  last_seen_at: Date
}

export type Tables = {
  conversations: ConversationTable
  turns: TurnTable
  providers: ProviderTable
  usage_days: UsageDayTable
  unanswered: UnansweredTable
  corrections: CorrectionTable
  callers: CallerTable
}
