import type { LanguageCode } from '@myna/language'
import type { Transaction } from 'kysely'
import type { Context } from '#context.ts'
import type { DialogueState } from '#dialogue/state.ts'
import { addToMemory, readMemory } from '#memory/remembered.ts'
import { createCallerQueries } from '#store/caller-queries.ts'
import type { ConversationRow } from '#store/present.ts'
import type { Tables } from '#store/tables.ts'

type Told = { conversation: ConversationRow; state: DialogueState; consent: 'given' | 'refused'; language: LanguageCode | null; summary?: string }

/** Keeps what a caller agreed to have remembered, sealed; of one who refused only that they did. */
export async function keepConsent(tx: Transaction<Tables>, told: Told, context: Context): Promise<void> {
  const { conversation, state, consent, language } = told
  if (conversation.caller_hash === null || conversation.caller_kind === null || conversation.dry_run) return
  const callers = createCallerQueries(tx, context.tenantId)
  const before = await callers.find(conversation.caller_hash)
  const memory = before?.sealed_memory ? readMemory(context.vault.open(context.tenantId, before.sealed_memory)) : null
  const seal = (it: unknown) => context.vault.seal(context.tenantId, JSON.stringify(it))
  const identity = state.known[conversation.caller_kind]?.shown ?? ''
  await callers.keep({
    hash: conversation.caller_hash,
    kind: conversation.caller_kind,
    sealed_id: before?.sealed_id ?? seal(identity),
    consent,
    sealed_memory: consent === 'given' ? seal(addToMemory(memory, state, told.summary ?? null)) : null,
    language: consent === 'given' ? language : null,
    now: context.clock.now(),
    counts: told.summary !== undefined,
  })
  await context.note(tx, { action: consent === 'given' ? 'remember-caller' : 'refuse-memory', subject: `conversation:${conversation.id}`, detail: {} })
}
