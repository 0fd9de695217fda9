import { agentsEvents } from '@myna/contracts/agents'
import { reaction } from '@myna/kernel'
import type { Context } from '#context.ts'
import { takeBackNumbers } from '#operations/give-number.ts'

/** Frees the telephone numbers of an agent that is no more. */
export const onAgentDeleted = reaction(agentsEvents.agentDeleted, ({ agentId }, context: Context) => takeBackNumbers(context, { agentId }))
