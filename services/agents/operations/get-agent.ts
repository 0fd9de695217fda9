import type { Handle } from '#context.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { presentAgent } from '#store/present.ts'

/** Reads an agent with its draft. */
export const getAgent: Handle<'getAgent'> = async ({ agentId }, { db, caller, tenantId }) =>
  presentAgent(await db.inTenant(caller, (tx) => createAgentQueries(tx, tenantId).find(agentId)))
