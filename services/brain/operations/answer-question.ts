import type { Answer, Persona } from '@myna/contracts/brain'
import type { Handle } from '#context.ts'
import { think } from '#mind/think.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

/** On whose behalf a question is answered when nobody says. */
export const anybody: Persona = {
  agentName: 'Myna',
  businessName: 'this business',
  instructions: '',
  languages: ['en', 'hi', 'hinglish', 'bn'],
  timeZone: 'UTC',
  country: 'IN',
}

/** Answers one question outside any conversation. */
export const answerQuestion: Handle<'answerQuestion'> = async ({ baseId, question, persona, language }, context) => {
  const providers = await context.db.inTenant(context.caller, (tx) => createProviderQueries(tx, context.tenantId).listEnabled())
  let whole: Answer | undefined
  for await (const step of think({ baseId, question, persona: persona ?? anybody, language, earlier: [], providers, tools: [], extra: [] }, context))
    if (step.type === 'answer') whole = step.answer
  if (!whole) throw new Error('thinking ended without an answer')
  return whole
}
