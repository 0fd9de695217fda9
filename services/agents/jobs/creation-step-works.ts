import { agentsEvents } from '@myna/contracts/agents'
import type { Item } from '@myna/contracts/knowledge'
import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { freeName } from '#domain/agent-draft.ts'
import { isOver, type Step, type StepName, stepOf } from '#domain/creation-steps.ts'
import { draftFromKnowledge } from '#domain/draft-from-knowledge.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createCreationQueries } from '#store/creation-queries.ts'
import type { CreationTable } from '#store/tables.ts'

export type StepOutcome = Pick<Step, 'status' | 'sentence'>
type StepInput = {
  context: Context
  creation: Selectable<CreationTable>
  signal: AbortSignal
  progress(it: Pick<Step, 'sentence' | 'done' | 'of'>): Promise<void>
}

/** How long the crawl may take of the three minutes there are. */
const crawlMs = 30_000
/** How long a run waits for a telephone number; the agent goes live without one. */
const numberMs = 30_000
/** A lost wake-up delays the answer by this much at the most. */
const lookAgainMs = 1000

/** What each step does. A fault thrown is shown to people; each step may be run again after it was broken off. */
export const stepWorks: Record<StepName, (it: StepInput) => Promise<StepOutcome>> = {
  async crawl({ context, creation, signal, progress }) {
    const { settings } = await context.call.workspace.getSettings({})
    let last = 'Read the website'
    for await (const { data } of context.call.knowledge.crawlSource(
      { sourceId: creation.source_id, maxPages: settings.crawlMaxPages, maxMs: crawlMs },
      { signal },
    )) {
      last = data.sentence
      await progress({ sentence: data.sentence, done: data.done, of: Math.max(data.found, data.done) })
    }
    return { status: 'done', sentence: last }
  },

  async extract({ context, creation, signal, progress }) {
    let last = 'Sorted what it says'
    for await (const { data } of context.call.knowledge.extractSource({ sourceId: creation.source_id }, { signal })) {
      last = data.sentence
      await progress({ sentence: data.sentence, done: data.done, of: data.of })
    }
    return { status: 'done', sentence: last }
  },

  async generate({ context, creation }) {
    const { db, caller, call, tenantId, clock } = context
    const agent = await db.inTenant(caller, (tx) => createAgentQueries(tx, tenantId).find(creation.agent_id))
    const facts = await allFacts(context, agent.base_id)
    const { items: pages } = await call.knowledge.listPages({ sourceId: creation.source_id, limit: 50 })
    const known = { facts, pageTitles: pages.map((it) => it.title).filter(Boolean), url: creation.url }
    const businessName = await db.inTenant(caller, async (tx) => {
      const queries = createAgentQueries(tx, tenantId)
      const current = await queries.find(agent.id, 'to-change')
      const draft = draftFromKnowledge(current.draft, known)
      const name = creation.named ? current.name : await freeName(draft.businessName, (it) => queries.isNameTaken(it, agent.id))
      await queries.update(agent.id, { name, draft: JSON.stringify(draft), draft_revision: current.draft_revision + 1, updated_at: clock.now() })
      return draft.businessName
    })
    return { status: 'done', sentence: `Wrote the agent of ${businessName}` }
  },

  async number({ context, creation, signal }) {
    const { db, caller, tenantId, clock, live } = context
    const until = clock.now().getTime() + numberMs
    await db.inTenant(caller, async (tx) => {
      const { id: agentId, draft } = await createAgentQueries(tx, tenantId).find(creation.agent_id)
      await context.tell(tx, agentsEvents.numberWanted, { creationId: creation.id, agentId, country: draft.country })
    })
    for (;;) {
      const news = live.wait(`creation:${creation.id}`, lookAgainMs, signal)
      const { steps } = await db.inTenant(caller, (tx) => createCreationQueries(tx, tenantId).find(creation.id))
      const { status, sentence } = stepOf(steps, 'number')
      if (isOver(stepOf(steps, 'number'))) return { status, sentence }
      if (clock.now().getTime() >= until)
        return {
          status: 'skipped',
          sentence: 'No phone number came in time. Give the agent one under Phone numbers, and talk to it in the browser until then.',
        }
      await news
      signal.throwIfAborted()
    }
  },

  async deploy({ context, creation }) {
    const { db, caller, tenantId, clock } = context
    await db.inTenant(caller, async (tx) => {
      const queries = createAgentQueries(tx, tenantId)
      const agent = await queries.find(creation.agent_id, 'to-change')
      if (agent.published_revision === agent.draft_revision) return
      const published = await queries.publish(agent, { note: 'Built from the website', by: 'Myna', now: clock.now() })
      await context.note(tx, { action: 'publish-agent', subject: `agent:${agent.id}`, detail: { version: published.published_version } })
      await context.tell(tx, agentsEvents.agentPublished, { agentId: agent.id, version: published.published_version! })
    })
    return { status: 'done', sentence: 'Live in the browser' }
  },
}

/** Facts of a base, the surest pages of them. */
async function allFacts({ call }: Context, baseId: string): Promise<Item[]> {
  const facts: Item[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await call.knowledge.listItems({ baseId, limit: 200, ...(cursor ? { cursor } : {}) })
    facts.push(...items.filter((it) => it.kind === 'fact'))
    if (!next || facts.length > 2000) return facts
    cursor = next
  }
}
