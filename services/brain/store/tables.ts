import type { Answer, Conversation, Persona, Provider } from '@myna/contracts/brain'
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
  turn_count: Generated<number>
  created_at: Date
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
  at: Date
}

export type ProviderTable = {
  tenant_id: string
  id: string
  kind: z.infer<typeof Provider>['kind']
  name: string
  base_url: string
  model: string
  sealed_key: string | null
  enabled: boolean
  health: Generated<z.infer<typeof Provider>['health']>
  last_error: string | null
  failed_at: Date | null
  created_at: Date
}

export type Tables = { conversations: ConversationTable; turns: TurnTable; providers: ProviderTable }
