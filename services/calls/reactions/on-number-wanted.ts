import { agentsEvents } from '@myna/contracts/agents'
import { reaction } from '@myna/kernel'
import type { Context } from '#context.ts'
import { giveNumber, takeBackNumbers } from '#operations/give-number.ts'

/** Answers an agent that is being built and wants a telephone number. What was given for nothing is taken back. */
export const onNumberWanted = reaction(agentsEvents.numberWanted, async ({ creationId, agentId }, context: Context) => {
  const { kept } = await context.call.agents.settleNumberStep({ creationId, ...(await giveNumber(context, { creationId, agentId })) })
  if (!kept) await takeBackNumbers(context, { creationId })
})
