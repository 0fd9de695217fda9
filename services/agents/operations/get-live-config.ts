import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { policyOf, wholeConfig } from '#domain/agent-draft.ts'
import { createAgentQueries } from '#store/agent-queries.ts'

/** What callers meet: the published version, or the draft for those who try it. */
export const getLiveConfig: Handle<'getLiveConfig'> = async ({ agentId, draft }, { db, caller, tenantId }) => {
  const {
    agent,
    config: kept,
    version,
  } = await db.inTenant(caller, async (tx) => {
    const queries = createAgentQueries(tx, tenantId)
    const found = await queries.find(agentId)
    if (draft) return { agent: found, config: found.draft, version: null }
    if (found.published_version === null) throw new Fault('agents.not_publishable', { agentId, why: 'never published' })
    const published = await queries.findVersion(agentId, found.published_version)
    return { agent: found, config: published.config, version: published.number }
  })
  const config = wholeConfig(kept)
  const { businessName, instructions, languages, timeZone, country } = config
  return {
    agentId,
    name: agent.name,
    baseId: agent.base_id,
    version,
    config,
    policy: policyOf(config),
    persona: { agentName: agent.name, businessName, instructions, languages, timeZone, country },
  }
}
