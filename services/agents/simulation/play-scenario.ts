import type { Scenario, SimulatedCall } from '@myna/contracts/agents-simulation'
import type { Answer } from '@myna/contracts/brain'
import type { Move } from '@myna/contracts/dialogue'
import type { Context } from '#context.ts'
import { policyOf } from '#domain/agent-draft.ts'
import { type Check, checkCriteria, type Exchange } from '#simulation/check-criteria.ts'
import { createSimulatedCaller } from '#simulation/simulated-caller.ts'
import type { SimulationRow } from '#store/simulation-queries.ts'

/** What a simulated call needs to know of the agent it calls. */
export type Played = Pick<SimulationRow, 'agent_id' | 'config'> & { agentName: string; baseId: string }

/**
 * Lets a simulated caller talk to a draft once and judges the call: by code, and only if all of that holds by a language model. Tools are tried, nothing
 * is done, and no trace of the conversation is left behind.
 */
export async function playScenario(scenario: Scenario, attempt: number, agent: Played, context: Context, signal: AbortSignal): Promise<SimulatedCall> {
  const { businessName, instructions, languages, timeZone, country } = agent.config
  const { id: conversationId } = await context.call.brain.startConversation({
    agentId: agent.agent_id,
    baseId: agent.baseId,
    channel: 'text',
    persona: { agentName: agent.agentName, businessName, instructions, languages, timeZone, country },
    policy: policyOf(agent.config),
    dryRun: true,
  })
  try {
    const exchanges: Exchange[] = []
    const caller = createSimulatedCaller(scenario, attempt)
    for (let said = caller.next(null); said !== null; said = caller.next(exchanges.at(-1)?.move ?? null)) {
      signal.throwIfAborted()
      exchanges.push({ caller: said, ...(await hear(conversationId, said, context, signal)) })
    }
    const checks = checkCriteria(scenario.criteria, exchanges)
    if (checks.every((it) => it.passed)) checks.push(...(await judged(scenario, exchanges, context)))
    return { scenarioId: scenario.id, scenarioName: scenario.name, attempt, passed: checks.every((it) => it.passed), checks, turns: exchanges.flatMap(turnsOf) }
  } finally {
    await context.call.brain
      .deleteConversation({ conversationId })
      .catch((error: unknown) => context.log.warn({ err: error }, 'a simulated conversation stayed behind'))
  }
}

async function hear(conversationId: string, text: string, context: Context, signal: AbortSignal): Promise<Omit<Exchange, 'caller'>> {
  let last: { answer: Answer; move: Move } | undefined
  for await (const { data } of context.call.brain.reply({ conversationId, text }, { signal })) if (data.type === 'answer') last = data
  if (!last) throw new Error('a reply ended without an answer')
  return { agent: last.answer.answer, answer: last.answer, move: last.move }
}

/** What a language model says to the questions kept for it. Without a model they are left open and do not fail the call. */
async function judged(scenario: Scenario, exchanges: readonly Exchange[], context: Context): Promise<Check[]> {
  const checks: Check[] = []
  const text = exchanges.map(({ caller, agent }) => `Caller: ${caller}\nAgent: ${agent}`).join('\n')
  for (const criterion of scenario.criteria) {
    if (criterion.kind !== 'judged') continue
    const { verdict, by } = await context.call.brain.judgeText({ question: criterion.question, text: text.slice(0, 20_000) })
    const sentence = verdict === 'unjudged' ? 'left open: no language model is connected, or none answered' : `${by} says ${verdict}`
    checks.push({ criterion, passed: verdict !== 'no', sentence })
  }
  return checks
}

const turnsOf = ({ caller, answer, move }: Exchange): SimulatedCall['turns'] => [
  { speaker: 'caller', text: caller, language: null, refused: false, sources: [], move: null },
  {
    speaker: 'agent',
    text: answer.answer,
    language: answer.language,
    refused: answer.refused,
    sources: answer.sources.map(({ title, url }) => ({ title, url })),
    move: move.goal === null ? move.kind : `${move.kind}: ${move.goal}`,
  },
]
