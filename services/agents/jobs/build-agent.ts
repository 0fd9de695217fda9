import { agentsEvents } from '@myna/contracts/agents'
import { Id } from '@myna/contracts/page'
import { Fault, job } from '@myna/kernel'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { isOver, nextStep, type Step, type StepName, stepOf, withNumberGivenBack, withStep } from '#domain/creation-steps.ts'
import { wakeCreation } from '#domain/wake-creation.ts'
import { type StepOutcome, stepWorks } from '#jobs/creation-step-works.ts'
import { createAgentQueries } from '#store/agent-queries.ts'
import { createCreationQueries } from '#store/creation-queries.ts'

/**
 * Builds an agent from a website, step by step. Each step's end is in the database before the next begins, so a run after a crash goes on where the
 * last one was. A step that fails for a reason a person can mend ends the run; the person tries it again. Anything else is tried again by itself.
 * Told to stop it throws, for a run that returns counts as done.
 */
export const buildAgent = job({
  input: z.object({ creationId: Id }),
  retries: 4,
  backoffMs: 2_000,
  timeoutMs: 15 * 60_000,
  concurrency: 4,
  async run({ creationId }, context: Context, { signal }) {
    for (;;) {
      const creation = await read(context, creationId)
      if (creation?.status !== 'running') return
      const step = nextStep(creation.steps)
      if (step === undefined) return finish(context, creationId)
      await change(context, creationId, step, { status: 'running', startedAt: now(context), fault: null })
      let outcome: StepOutcome
      try {
        outcome = await stepWorks[step]({ context, creation, signal, progress: (it) => change(context, creationId, step, it) })
      } catch (error) {
        signal.throwIfAborted()
        if (!(error instanceof Fault) || error.status >= 503 || error.code === 'server.unexpected') throw error
        return fail(context, creationId, step, error)
      }
      signal.throwIfAborted()
      await change(context, creationId, step, { ...outcome, endedAt: now(context) })
    }
  },
  async onDead({ creationId }, context: Context, error) {
    const creation = await read(context, creationId)
    const step = creation && nextStep(creation.steps)
    if (creation?.status === 'running' && step) await fail(context, creationId, step, error)
  },
})

/** The creation; undefined when its agent was deleted meanwhile. */
async function read({ db, caller, tenantId }: Context, id: string) {
  try {
    return await db.inTenant(caller, (tx) => createCreationQueries(tx, tenantId).find(id))
  } catch (error) {
    if (error instanceof Fault && error.code === 'agents.creation_not_found') return undefined
    throw error
  }
}

/** Changes one step and tells those who watch; a creation that is no longer running, and a step that is over, are left as they are. */
async function change(context: Context, id: string, step: StepName, it: Partial<Step>): Promise<void> {
  const { db, caller, tenantId, clock } = context
  await db.inTenant(caller, async (tx) => {
    const queries = createCreationQueries(tx, tenantId)
    const creation = await queries.find(id, 'to-change')
    if (creation.status !== 'running' || isOver(stepOf(creation.steps, step))) return
    const steps = withStep(creation.steps, step, it)
    await queries.change(creation, { steps: JSON.stringify(steps) }, { step, sentence: stepOf(steps, step).sentence, now: clock.now() })
  })
  wakeCreation(context, id)
}

async function fail(context: Context, id: string, step: StepName, error: unknown): Promise<void> {
  const { db, caller, tenantId, clock, log } = context
  const fault = error instanceof Fault ? error : new Fault('server.unexpected')
  log.warn({ err: error, creationId: id, step }, 'a step of building an agent failed')
  await db.inTenant(caller, async (tx) => {
    const queries = createCreationQueries(tx, tenantId)
    const creation = await queries.find(id, 'to-change')
    if (creation.status !== 'running') return
    const at = clock.now()
    const failed = withStep(creation.steps, step, { status: 'failed', sentence: fault.message, fault: fault.code, endedAt: at.toISOString() })
    const steps = withNumberGivenBack(failed)
    await createAgentQueries(tx, tenantId).update(creation.agent_id, { status: 'failed', updated_at: at })
    await context.tell(tx, agentsEvents.creationEnded, { creationId: id, agentId: creation.agent_id, status: 'failed' })
    await queries.change(creation, { status: 'failed', ended_at: at, steps: JSON.stringify(steps) }, { step, sentence: fault.message, now: at })
  })
  wakeCreation(context, id)
}

async function finish(context: Context, id: string): Promise<void> {
  const { db, caller, tenantId, clock } = context
  await db.inTenant(caller, async (tx) => {
    const queries = createCreationQueries(tx, tenantId)
    const creation = await queries.find(id, 'to-change')
    if (creation.status !== 'running') return
    const at = clock.now()
    await context.tell(tx, agentsEvents.creationEnded, { creationId: id, agentId: creation.agent_id, status: 'done' })
    await queries.change(creation, { status: 'done', ended_at: at }, { step: null, sentence: 'The agent is ready. Talk to it.', now: at })
  })
  wakeCreation(context, id)
}

function now({ clock }: Context): string {
  return clock.now().toISOString()
}
