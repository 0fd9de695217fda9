import type { Conversation, Turn } from '@myna/contracts/brain'
import type { Provider } from '@myna/contracts/brain-providers'
import type { CallerIdentity } from '@myna/contracts/dialogue'
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { circuitStateOf } from '@myna/kernel'
import type { ConversationTable, ProviderTable, TurnTable } from '#store/tables.ts'

export type ConversationRow = Selectable<ConversationTable>
export type TurnRow = Selectable<TurnTable>
export type ProviderRow = Selectable<ProviderTable>

/** A conversation without its turns; `caller` is who it was with, where that may be told. */
export function presentConversation(row: ConversationRow, caller: CallerIdentity | null = null): z.infer<typeof Conversation> {
  return {
    id: row.id,
    agentId: row.agent_id,
    baseId: row.base_id,
    channel: row.channel,
    persona: row.persona,
    policy: row.policy,
    dryRun: row.dry_run,
    caller,
    summary: row.summary,
    turnCount: row.turn_count,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}

/** One utterance. */
export function presentTurn(row: TurnRow): Turn {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    speaker: row.speaker,
    text: row.text,
    language: row.language,
    sources: row.sources,
    confidence: row.confidence,
    refused: row.refused,
    engine: row.engine,
    interrupted: row.interrupted,
    move: row.move,
    at: row.at.toISOString(),
  }
}

/** A language model without its key; `spent` is this month's, in US dollars. */
export function presentProvider(row: ProviderRow, spent: number, now: Date): Provider {
  const resting = circuitStateOf({ failures: row.failures, failedAt: row.failed_at?.getTime() ?? null }, now.getTime()) === 'resting'
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    baseUrl: row.base_url,
    model: row.model,
    hasKey: row.sealed_key !== null,
    enabled: row.enabled,
    position: row.position,
    inputPrice: row.input_price,
    outputPrice: row.output_price,
    monthlyBudget: row.monthly_budget,
    spentThisMonth: spent,
    health: resting ? 'resting' : row.health,
    lastError: row.last_error,
    revision: row.revision,
    createdAt: row.created_at.toISOString(),
  }
}
