import type { Handle } from '#context.ts'
import { modelOf, noteHealth, sentenceOfTrouble } from '#mind/provider-health.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

const patienceMs = 15_000

/** Asks a language model for one word and says how that went. */
export const testProvider: Handle<'testProvider'> = async ({ providerId }, context) => {
  const row = await context.db.inTenant(context.caller, (tx) => createProviderQueries(tx, context.tenantId).get(providerId))
  const started = performance.now()
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(patienceMs)])
  let said = ''
  try {
    for await (const part of modelOf(row, context).write(
      { messages: [{ role: 'user', content: 'Answer with the single word: ready' }], maxTokens: 16, temperature: 0 },
      signal,
    ))
      said += part
    if (said.trim() === '') throw new Error('it answered nothing')
    await noteHealth(context, row, null)
    return { works: true, sentence: `${row.model} answered: ${said.trim().slice(0, 80)}`, tookMs: performance.now() - started }
  } catch (error) {
    const sentence = sentenceOfTrouble(error)
    await noteHealth(context, row, sentence)
    return { works: false, sentence, tookMs: performance.now() - started }
  }
}
