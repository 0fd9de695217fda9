import type { Handle } from '#context.ts'
import { firstDraft } from '#domain/agent-draft.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { presentAgent } from '#store/present.ts'

/** Creates an agent by hand, with an empty knowledge base. */
export const createAgent: Handle<'createAgent'> = async ({ name, config }, context) => {
  const { db, caller, call, clock, tenantId } = context
  const { settings } = await call.workspace.getSettings({})
  const base = await call.knowledge.createBase({ name })
  const draft = firstDraft(config, { timeZone: settings.timeZone, country: settings.country })
  try {
    const row = await db.inTenant(caller, async (tx) => {
      const made = await createAgentQueries(tx, tenantId).insert({ name, baseId: base.id, status: 'draft', draft, website: null, now: clock.now() })
      await context.note(tx, { action: 'create-agent', subject: `agent:${made.id}`, detail: { name } })
      return made
    })
    return presentAgent(row)
  } catch (error) {
    await call.knowledge.deleteBase({ baseId: base.id })
    throw error
  }
}
