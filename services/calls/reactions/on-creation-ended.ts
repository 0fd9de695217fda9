import { agentsEvents } from '@myna/contracts/agents'
import { Fault, reaction } from '@myna/kernel'
import type { Context } from '#context.ts'
import { takeBackNumbers } from '#operations/give-number.ts'

/** Frees the telephone number that was given to an agent whose building broke off, unless it was taken up again meanwhile. */
export const onCreationEnded = reaction(agentsEvents.creationEnded, async ({ creationId, status }, context: Context) => {
  if (status === 'done') return
  const now = await context.call.agents.getCreation({ creationId }).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'agents.creation_not_found') return undefined
    throw error
  })
  if (now?.status !== 'running' && now?.status !== 'done') await takeBackNumbers(context, { creationId })
})
