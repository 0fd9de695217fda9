import { Id } from '@myna/contracts/page'
import { topicOf } from '@myna/contracts/workspace-news'
import { Fault, job } from '@myna/kernel'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { wholeConfig } from '#domain/agent-draft.ts'
import { simulationTopic } from '#simulation/simulation-topic.ts'
import { playScenario } from '#simulation/play-scenario.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createSimulationQueries } from '#store/simulation-queries.ts'
import type { Tables } from '#store/tables.ts'
import type { Transaction } from 'kysely'

const input = z.object({ agentId: Id, simulationId: Id })
type Input = z.infer<typeof input>

/** Plays every scenario of a simulation as often as asked for. Each call is kept before the next begins, so a run after a crash goes on where the last one was. */
export const runSimulation = job({
  input,
  retries: 2,
  backoffMs: 1_000,
  timeoutMs: 30 * 60_000,
  concurrency: 2,
  async run(it, context: Context, { signal }) {
    for (;;) {
      const next = await look(it, context)
      if (next === undefined) return
      const call = await playScenario(next.scenario, next.attempt, next.agent, context, signal)
      signal.throwIfAborted()
      await change(it, context, async (tx) => {
        const queries = createSimulationQueries(tx, context.tenantId)
        const row = await queries.find(it.agentId, it.simulationId, 'to-change')
        if (row.status !== 'running' || row.done !== next.done) return
        await queries.addCall(row.id, row.done, call)
        const [done, passed] = [row.done + 1, row.passed_count + (call.passed ? 1 : 0)]
        const of = row.scenarios.length * row.times
        const over = done >= of
        await queries.update(row.id, {
          done,
          passed_count: passed,
          sentence: over ? sentenceOf(passed, of) : `${done} of ${of} calls made`,
          ...(over ? { status: passed === of ? ('passed' as const) : ('failed' as const), ended_at: context.clock.now() } : {}),
        })
      })
    }
  },
  async onDead(it, context: Context, error) {
    context.log.error({ err: error, ...it }, 'a simulation broke')
    await change(it, context, async (tx) => {
      const queries = createSimulationQueries(tx, context.tenantId)
      const row = await queries.find(it.agentId, it.simulationId, 'to-change')
      if (row.status === 'running')
        await queries.update(row.id, {
          status: 'broken',
          sentence: 'Something went wrong on our side. Calls made so far are kept; run it again.',
          ended_at: context.clock.now(),
        })
    })
  },
})

const sentenceOf = (passed: number, of: number) => (passed === of ? `All ${of} calls passed` : `${of - passed} of ${of} calls failed`)

/** What is to be played next; undefined when the simulation is over or its agent is gone. */
async function look({ agentId, simulationId }: Input, { db, caller, tenantId }: Context) {
  try {
    return await db.inTenant(caller, async (tx) => {
      const row = await createSimulationQueries(tx, tenantId).find(agentId, simulationId)
      const scenario = row.scenarios[Math.floor(row.done / row.times)]
      if (row.status !== 'running' || scenario === undefined) return undefined
      const agent = await createAgentQueries(tx, tenantId).find(agentId)
      const played = { agent_id: agentId, config: wholeConfig(row.config), agentName: agent.name, baseId: agent.base_id }
      return { scenario, attempt: row.done % row.times, done: row.done, agent: played }
    })
  } catch (error) {
    if (error instanceof Fault && (error.code === 'agents.simulation_not_found' || error.code === 'agents.not_found')) return undefined
    throw error
  }
}

async function change({ simulationId }: Input, { db, caller, live, tenantId }: Context, work: (tx: Transaction<Tables>) => Promise<void>): Promise<void> {
  try {
    await db.inTenant(caller, work)
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'agents.simulation_not_found')) throw error
  }
  live.wake(simulationTopic(simulationId))
  live.wake(topicOf(tenantId, 'simulation'))
}
