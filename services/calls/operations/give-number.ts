import type { Context } from '#context.ts'
import { createNumberQueries } from '#store/number-queries.ts'

type Asking = { creationId: string; agentId: string }

/**
 * Gives an agent that is being built the oldest number that nobody answers; one that has a number already keeps it. Answers which number it has and
 * what to tell people; never buys one. Asked twice it gives once.
 */
export function giveNumber(context: Context, { creationId, agentId }: Asking): Promise<{ number: string | null; sentence: string }> {
  return context.db.inTenant(context.caller, async (tx) => {
    const queries = createNumberQueries(tx)
    const own = await queries.findNumberOf(agentId)
    if (own) return { number: own.number, sentence: `Callers reach it at ${own.number}` }
    const free = await queries.lockFreeNumber()
    if (free) {
      await queries.changeNumber(free.id, { agent_id: agentId, creation_id: creationId })
      await context.note(tx, { action: 'update-number', subject: `number:${free.id}`, detail: { agentId } })
      return { number: free.number, sentence: `Callers reach it at ${free.number}` }
    }
    const [[carrier], [taken]] = [await queries.listCarriers(undefined, 1), await queries.listNumbers({}, undefined, 1)]
    return { number: null, sentence: sentenceWithout({ hasCarrier: carrier !== undefined, hasNumbers: taken !== undefined }) }
  })
}

/** Leaves the numbers of an agent, or those that the building of one was given, to whoever wants one next. */
export function takeBackNumbers(context: Context, of: { agentId: string } | { creationId: string }): Promise<void> {
  return context.db.inTenant(context.caller, async (tx) => {
    for (const { id } of await createNumberQueries(tx).freeNumbers(of))
      await context.note(tx, { action: 'update-number', subject: `number:${id}`, detail: { agentId: null } })
  })
}

function sentenceWithout({ hasCarrier, hasNumbers }: { hasCarrier: boolean; hasNumbers: boolean }): string {
  const meanwhile = 'Until then, talk to the agent in the browser.'
  if (!hasCarrier) return `No phone carrier is connected yet, so there is no number. Connect one under Phone numbers. ${meanwhile}`
  const why = hasNumbers ? 'Every phone number here is answered by an agent already.' : 'There is no phone number here yet.'
  return `${why} Buy one under Phone numbers, or take over one that the carrier account has. ${meanwhile}`
}
