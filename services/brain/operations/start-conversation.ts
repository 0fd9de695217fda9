import { Policy } from '@myna/contracts/dialogue'
import { newId } from '@myna/kernel'
import { warmUnderstanding } from '@myna/understanding'
import type { Handle } from '#context.ts'
import { dialogueWith, readMemory, slotsOfIdentity } from '#memory/remembered.ts'
import { createCallerQueries } from '#store/caller-queries.ts'
import { createConversationQueries } from '#store/conversation-queries.ts'
import { presentConversation } from '#store/present.ts'

/** What an agent may do when nobody says: answer, and nothing else. */
const answersOnly = Policy.parse({ standardGoals: [], remember: 'never' })

let warm = false
/** The words of four languages are read before the first of them is heard, while the greeting is said. */
function warmOnce(): void {
  if (warm) return
  warm = true
  setImmediate(warmUnderstanding)
}

/** Starts a conversation over a knowledge base of the caller's organisation. Who was remembered need not say again what they told before. */
export const startConversation: Handle<'startConversation'> = async ({ agentId, baseId, channel, persona, policy = answersOnly, caller, dryRun }, context) => {
  await context.call.knowledge.getBase({ baseId })
  warmOnce()
  const { clock, db, tenantId, vault } = context
  const marks = caller && policy.remember !== 'never' ? vault.marks(tenantId, `${caller.kind}:${caller.id.toLowerCase()}`) : undefined
  const hash = marks?.[0] ?? null
  const row = await db.inTenant(context.caller, async (tx) => {
    const known = marks && (await createCallerQueries(tx, tenantId).findMarked(marks))
    const memory = known?.consent === 'given' && known.sealed_memory !== null ? readMemory(vault.open(tenantId, known.sealed_memory)) : null
    const dialogue = dialogueWith(memory, caller ? slotsOfIdentity(caller.kind, caller.id) : {})
    return createConversationQueries(tx, tenantId).insert({
      id: newId(),
      agent_id: agentId,
      base_id: baseId,
      channel,
      persona: JSON.stringify(persona),
      policy: JSON.stringify(policy),
      dialogue: JSON.stringify(known?.consent === 'refused' ? { ...dialogue, consent: 'refused' } : dialogue),
      dry_run: dryRun,
      caller_kind: hash === null ? null : (caller?.kind ?? null),
      caller_hash: hash,
      created_at: clock.now(),
    })
  })
  return presentConversation(row, caller ?? null)
}
