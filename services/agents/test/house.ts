import type { EventShape, Schema } from '@myna/contracts'
import { agents as contract, agentsEvents, type Creation, type CreationEvent } from '@myna/contracts/agents'
import type { Caller } from '@myna/contracts/caller'
import type { Client } from '@myna/contracts'
import { knowledge as knowledgeContract } from '@myna/contracts/knowledge'
import { brain } from '@myna/brain'
import { tools as toolsContract } from '@myna/contracts/tools'
import { createGuardedWeb } from '@myna/fetch-guarded'
import { type AnyService, type Clock, defineService, reaction } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { knowledge } from '@myna/knowledge'
import { noOutside } from '@myna/ports/conformance/no-outside'
import { PortFault } from '@myna/ports/fault'
import { tools } from '@myna/tools'
import { workspace } from '@myna/workspace'
import { sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import { agents } from '#service.ts'
import type { Tables } from '#store/tables.ts'

type Said = { event: string; tenantId: string; data: Record<string, unknown> }
type Happening = { id?: string; data: z.infer<typeof CreationEvent> }

/** An agent that wants a telephone number, and who may answer it. */
export type Wanted = { creationId: string; agentId: string; tenantId: string; agents: Client<typeof contract> }
export const noNumber = { number: null, sentence: 'No phone carrier is connected yet, so there is no number.' }

/** A house with agents and all they need, on the real web of this machine, and a service that writes down what agents say and gives them no numbers, unless a tenant has its own. */
export async function openAgents({ clock }: { clock?: Clock } = {}) {
  const said: Said[] = []
  const wanted: Wanted[] = []
  const phones = new Map<string, (it: Wanted) => Promise<unknown>>()
  const answer = ({ agents, creationId }: Wanted) => agents.settleNumberStep({ creationId, ...noNumber })
  const hear = <D extends Schema>(event: EventShape<D>) =>
    reaction(event, async (data, { tenantId }: { tenantId: string }) => void said.push({ event: event.name, tenantId, data: data as Record<string, unknown> }))
  const listener = defineService({
    name: 'listener',
    contract: {},
    needs: { agents: contract },
    operations: {},
    hears: {
      onPublished: hear(agentsEvents.agentPublished),
      onDeleted: hear(agentsEvents.agentDeleted),
      onEnded: hear(agentsEvents.creationEnded),
      onWanted: reaction(agentsEvents.numberWanted, async (data, { tenantId, call }: { tenantId: string; call: { agents: Client<typeof contract> } }) => {
        const it = { ...data, tenantId, agents: call.agents }
        wanted.push(it)
        await (phones.get(tenantId) ?? answer)(it)
      }),
    },
  }) as AnyService
  const web = createGuardedWeb({ allowHosts: ['127.0.0.1'], userAgent: 'MynaBot/test' })
  const noModel = () => {
    throw new PortFault('There is no model here.', { retryable: false })
  }
  const services: AnyService[] = [workspace, knowledge, tools, brain, agents, listener]
  const ports = { knowledge: { web, documents: [] }, tools: noOutside, brain: { makeLanguageModel: noModel } }
  const house = await openHouse({ services, ports, contracts: { listener: {} }, ...(clock ? { clock } : {}) })
  const contextOf = (service: string, caller: Caller) => house.house.contextFor(service, { caller, signal: new AbortController().signal })
  const rowsOf = <T, R = unknown>(service: string, caller: Caller, work: (tx: Transaction<T>) => Promise<R[]>): Promise<R[]> =>
    contextOf(service, caller).db.inTenant(caller, work)
  return {
    house,
    services,
    ports,
    said,
    /** Who wanted a telephone number, oldest first. */
    wanted,
    /** What a tenant does when an agent wants a number; nothing at all keeps it waiting. */
    answerWith: ({ tenantId }: Caller, how: (it: Wanted) => Promise<unknown>) => void phones.set(tenantId!, how),
    agentsOf: (caller: Caller, how: 'process' | 'http' = 'process') => house.client<typeof contract>('agents', caller, how),
    /** How many knowledge bases the tenant of the caller has. */
    async countBases(caller: Caller): Promise<number> {
      return (await rowsOf<{ bases: object }>('knowledge', caller, (tx) => tx.selectFrom('bases').select(sql`1`.as('one')).execute())).length
    },
    /** How these jobs stand. */
    async jobStates(caller: Caller, jobIds: readonly string[]) {
      const { jobs } = contextOf('agents', caller)
      return (await Promise.all(jobIds.map((it) => jobs.get(it)))).map((it) => it?.state)
    },
    /** The jobs that build agents of the caller. */
    jobIdsOf: (caller: Caller) =>
      rowsOf<Tables, string>('agents', caller, async (tx) => (await tx.selectFrom('creations').select('job_id').execute()).map((it) => it.job_id!)),
    toolsOf: (caller: Caller) => house.client<typeof toolsContract>('tools', caller),
    knowledgeOf: (caller: Caller) => house.client<typeof knowledgeContract>('knowledge', caller),
    async close() {
      await house.close()
      await web.close()
    },
  }
}

/** Everything that happens to a creation until it is over. */
export async function follow<T>(happenings: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const it of happenings) all.push(it)
  return all
}

/** The creation as it is once a happening fits. */
export async function followUntil(happenings: AsyncIterable<Happening>, fits: (it: Happening['data']) => boolean): Promise<Creation> {
  for await (const { data } of happenings) if (fits(data)) return data.creation
  throw new Error('the creation ended before that')
}

/** The code of the fault a call ends with. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no fault',
    (error: Error & { code?: string }) => error.code ?? error.message,
  )
}

/** Asks again until the answer fits. */
export async function eventually<T>(ask: () => T | Promise<T>, fits: (it: T) => boolean): Promise<T> {
  for (let left = 400; ; left--) {
    const it = await ask()
    if (fits(it)) return it
    if (left === 0) throw new Error(`it never came; last seen: ${JSON.stringify(it)}`)
    await new Promise((done) => setTimeout(done, 25))
  }
}
