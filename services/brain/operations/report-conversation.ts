import type { Client } from '@myna/contracts'
import type { tools as toolsContract } from '@myna/contracts/tools'
import type { Context, Handle } from '#context.ts'
import { readState } from '#dialogue/state.ts'
import { zoneOf } from '#mind/hear.ts'
import { type Material, reportByRule } from '#report/by-rule.ts'
import { improveReport } from '#report/by-model.ts'
import { createConversationQueries } from '#store/conversation-queries.ts'
import type { ConversationRow } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'
import { createUnansweredQueries } from '#store/unanswered-queries.ts'
import { isSameTopic, topicOf } from '#training/topic.ts'

/** Turns a report is written from; of a longer conversation the first. */
const mostTurns = 600
/** Errands and questions looked through for those of this conversation. */
const mostLooked = 200

/** Tools by the errands they note. */
const toolOfErrand: Readonly<Record<string, string>> = {
  message: 'take_message',
  lead: 'create_lead',
  meeting: 'schedule_meeting',
  meeting_change: 'reschedule_meeting',
  meeting_cancellation: 'cancel_meeting',
  task: 'create_task',
  callback: 'request_callback',
  opt_out: 'opt_out',
}

/** Tells what is left of a conversation: by rule, and where a language model is connected in its words as far as the facts bear them out. */
export const reportConversation: Handle<'reportConversation'> = async ({ conversationId }, context) => {
  const { conversation, turns, waiting, providers } = await context.db.inTenant(context.caller, async (tx) => {
    const queries = createConversationQueries(tx, context.tenantId)
    const row = await queries.get(conversationId)
    return {
      conversation: row,
      turns: await queries.listAfter(conversationId, 0, mostTurns),
      waiting: await createUnansweredQueries(tx, context.tenantId).list({ agentId: undefined, baseId: row.base_id, state: 'open' }, undefined, mostLooked),
      providers: await createProviderQueries(tx, context.tenantId).listEnabled(),
    }
  })
  const topics = waiting.map((it) => it.topic)
  const known = readState(conversation.dialogue).known
  const material: Material = {
    turns,
    ...settingOf(conversation),
    caller: { name: known['name']?.shown, phone: known['phone']?.shown },
    ...(await usesOf(conversationId, context)),
  }
  const waits = (question: string) => topics.some((topic) => isSameTopic(topic, topicOf(question)))
  const written = reportByRule({ ...material, outstanding: { ...material.outstanding, waits } })
  const report = await improveReport(written, material, providers, context)
  return { ...report, writtenAt: context.clock.now().toISOString() }
}

function settingOf({ persona, policy, dry_run: dryRun }: ConversationRow) {
  return {
    fallback: persona.languages[0] ?? ('en' as const),
    businessName: persona.businessName,
    agentName: persona.agentName,
    zone: zoneOf(persona.timeZone),
    country: persona.country,
    dryRun,
    names: {
      goal: (name: string) => policy.goals.find((it) => it.name === name)?.title,
      agent: (id: string) => policy.handOffs.find((it) => it.agentId === id)?.name,
    },
  }
}

/** What the tools know of a conversation: uses nobody knows the outcome of, and work that people have done already. */
async function usesOf(conversationId: string, context: Context): Promise<Pick<Material, 'unsureRuns' | 'outstanding'>> {
  const acting = context.as({ ...context.caller, scopes: [...context.caller.scopes, 'tools:read'] })
  const { tools }: { tools: Client<typeof toolsContract> } = acting.call
  const [runs, errands] = await Promise.all([tools.listRuns({ conversationId, limit: mostLooked }), tools.listErrands({ limit: mostLooked })])
  const own = Map.groupBy(
    errands.items.filter((it) => it.conversationId === conversationId),
    (it) => it.kind,
  )
  const settled = [...own].filter(([, items]) => items.every((it) => it.state === 'done')).map(([kind]) => toolOfErrand[kind] ?? kind)
  return {
    unsureRuns: new Set(runs.items.filter((it) => it.status === 'unsure').map((it) => it.id)),
    outstanding: { settled: new Set(settled), waits: () => false },
  }
}
