import { PortFault } from '@myna/ports/fault'
import type { Context, Handle } from '#context.ts'
import { type Attempt, startAttempt } from '#dispatch/attempt.ts'
import { costOf } from '#dispatch/cost.ts'
import { deskOf } from '#dispatch/desk.ts'
import { late, type Trouble, troubleOf } from '#dispatch/trouble.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

const patienceMs = 15_000
const request = { messages: [{ role: 'user' as const, content: 'Answer with the single word: ready' }], maxTokens: 16, temperature: 0 }

/** Asks a language model for one word and says how that went; a model that rests is asked too, and no longer rests when it works. */
export const testProvider: Handle<'testProvider'> = async ({ providerId }, context) => {
  const row = await context.db.inTenant(context.caller, (tx) => createProviderQueries(tx, context.tenantId).get(providerId))
  const started = performance.now()
  const desk = deskOf(context)
  const attempt = startAttempt(row, request, patienceMs, context)
  let trouble: Trouble | undefined
  let said = ''
  try {
    said = await hear(attempt, context)
  } catch (error) {
    context.signal.throwIfAborted()
    trouble = error instanceof PortFault && error.message === late.sentence ? late : troubleOf(error)
  } finally {
    attempt.end()
    const usage = attempt.usage()
    desk.note(context.tenantId, row.id, trouble ? { failures: 1 } : { ...usage, cost: costOf(usage, row) })
  }
  const now = context.clock.now().getTime()
  if (trouble) desk.circuits.failed(row, trouble, now)
  else desk.circuits.worked(row, now)
  return {
    works: trouble === undefined,
    sentence: trouble?.sentence ?? `${row.model} answered: ${said.trim().slice(0, 80)}`,
    tookMs: performance.now() - started,
  }
}

async function hear(attempt: Attempt, { signal }: Context): Promise<string> {
  const gone = Promise.withResolvers<never>()
  const leave = () => gone.reject(signal.reason)
  const timer = setTimeout(() => gone.reject(new PortFault(late.sentence, { retryable: true })), patienceMs)
  signal.addEventListener('abort', leave, { once: true })
  const read = async () => {
    const outcome = await attempt.outcome
    if (outcome.ended === 'late') throw new PortFault(late.sentence, { retryable: true })
    if (outcome.ended === 'failed') throw outcome.error
    let said = ''
    for (let piece = await attempt.next(); piece !== undefined; piece = await attempt.next()) if (piece.type === 'text') said += piece.text
    return said
  }
  try {
    return await Promise.race([read(), gone.promise])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', leave)
  }
}
