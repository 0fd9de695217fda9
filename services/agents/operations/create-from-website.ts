import { Fault, newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { firstDraft, freeName } from '#domain/agent-draft.ts'
import { firstSteps } from '#domain/creation-steps.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createCreationQueries } from '#store/creation-queries.ts'
import { presentCreation } from '#store/present.ts'

/** Starts building an agent from a website; the work itself is the job `buildAgent`. */
export const createFromWebsite: Handle<'createFromWebsite'> = async ({ url, name }, context) => {
  const { db, caller, call, clock, tenantId } = context
  const { settings } = await call.workspace.getSettings({})
  const base = await call.knowledge.createBase({ name: name ?? url.slice(0, 120) })
  try {
    const source = await call.knowledge.addSource({ baseId: base.id, url })
    const host = new URL(source.url).hostname.replace(/^www\./, '')
    const row = await db.inTenant(caller, async (tx) => {
      const [agents, creations] = [createAgentQueries(tx, tenantId), createCreationQueries(tx, tenantId)]
      if (await creations.isRunningFor(source.url)) throw new Fault('agents.creation_running', { url: source.url })
      const agent = await agents.insert({
        name: name ?? (await freeName(host, agents.isNameTaken)),
        baseId: base.id,
        status: 'building',
        draft: firstDraft({ businessName: name ?? host }, { timeZone: settings.timeZone, country: settings.country }),
        website: source.url,
        now: clock.now(),
      })
      const id = newId()
      const jobId = await context.jobs.send(tx, 'buildAgent', { creationId: id })
      const creation = await creations.insert(
        { id, agent_id: agent.id, source_id: source.id, job_id: jobId, url: source.url, named: name !== undefined, steps: firstSteps() },
        clock.now(),
      )
      await context.note(tx, { action: 'create-agent', subject: `agent:${agent.id}`, detail: { website: source.url } })
      return creations.change(creation, {}, { step: null, sentence: `Building an agent from ${source.url}`, now: clock.now() })
    })
    return presentCreation(row)
  } catch (error) {
    await call.knowledge.deleteBase({ baseId: base.id })
    throw error
  }
}
