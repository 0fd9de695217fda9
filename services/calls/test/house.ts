import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { agents } from '@myna/agents'
import { createMemoryBlobs } from '@myna/blobs-memory'
import { brain } from '@myna/brain'
import type { AgentConfig, agents as agentsContract } from '@myna/contracts/agents'
import { CallPolicy } from '@myna/contracts/call-policy'
import type { brain as brainContract } from '@myna/contracts/brain'
import type { Caller } from '@myna/contracts/caller'
import { type calls as callsContract, callsEvents } from '@myna/contracts/calls'
import type { knowledge as knowledgeContract } from '@myna/contracts/knowledge'
import type { workspace as workspaceContract } from '@myna/contracts/workspace'
import { createGuardedWeb } from '@myna/fetch-guarded'
import { type Clock, defineService, reaction, type Tracer } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { knowledge } from '@myna/knowledge'
import { noOutside } from '@myna/ports/conformance/no-outside'
import { tools } from '@myna/tools'
import type { LanguageModelMaker } from '@myna/ports/language-model'
import type { IceServers, PeerMaker } from '@myna/ports/peer'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { SpeechEngine } from '@myna/ports/speech'
import { createEspeak } from '@myna/speech-espeak'
import { createTwilioCarrier, twilioProtocol } from '@myna/telephony-twilio'
import type { PlayedTwilio } from '@myna/telephony-twilio/test/play-twilio'
import { voice } from '@myna/voice'
import { workspace } from '@myna/workspace'
import type { z } from 'zod'
import type { Context } from '#context.ts'
import { createCalls } from '#service.ts'
import { type How, Talker } from '#test/talker.ts'

type CallEnded = z.output<typeof callsEvents.callEnded.data>

/** A model that says nothing until whoever asked goes away, as long as `hangs`; otherwise it fails at once. */
function createSilentModel() {
  const state = { hangs: false, asked: 0 }
  const make: LanguageModelMaker = ({ name, model }) => ({
    name: `${name}/${model}`,
    async *write(_request, signal) {
      state.asked++
      if (state.hangs) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      signal.throwIfAborted()
      if (state.asked > 0) throw new Error('nothing to say')
      yield { type: 'text', text: '' }
    },
  })
  return { state, make }
}

const facts = [
  { category: 'business_information', title: 'Opening hours', text: 'We are open from 9 am to 6 pm.' },
  {
    category: 'business_information',
    title: 'Phone',
    text: 'You can call us at 020 7946 0018 on all working days, and our friendly staff at the front desk will be glad to help you with any question.',
  },
] as const

/** A house with all that a call needs, and what every test of calls does. */
export async function openCalls(
  options: {
    engines?: SpeechEngine[]
    recognisers?: RecognitionEngine[]
    clock?: Clock
    twilio?: PlayedTwilio
    peers?: PeerMaker
    iceServers?: IceServers
    tracer?: Tracer
  } = {},
) {
  const ended: CallEnded[] = []
  const listener = defineService({
    name: 'listener',
    contract: {},
    needs: {},
    operations: {},
    hears: { onCallEnded: reaction(callsEvents.callEnded, async (data) => void ended.push(data)) },
  })
  const engines = options.engines ?? [createEspeak()]
  const recognisers = options.recognisers ?? []
  const recordings = createMemoryBlobs({ maxBytes: 200_000_000 })
  const recordingFolder = await mkdtemp(join(tmpdir(), 'myna-test-recording-'))
  const web = createGuardedWeb({ allowHosts: ['127.0.0.1'], userAgent: 'test' })
  const model = createSilentModel()
  const house: Awaited<ReturnType<typeof openHouse>> = await openHouse({
    services: [workspace, knowledge, tools, brain, agents, voice, createCalls(), listener],
    ...(options.tracer ? { tracer: options.tracer } : {}),
    contracts: { listener: {} },
    ports: {
      knowledge: { web, documents: [] },
      tools: noOutside,
      brain: { makeLanguageModel: model.make },
      voice: { engines, recognisers },
      calls: {
        recordings,
        recordingFolder,
        ledgerFolder: join(recordingFolder, '..', `${basename(recordingFolder)}-ledger`),
        carriers: { twilio: { make: createTwilioCarrier(options.twilio ? { baseUrl: options.twilio.baseUrl } : {}), protocol: twilioProtocol } },
        carriersAreHere: true,
        get publicUrl(): string {
          return house.address.replace('127.0.0.1', 'localhost')
        },
        peers: options.peers,
        iceServers: options.iceServers,
        lentAccount: options.twilio?.account,
      },
    },
    ...(options.clock ? { clock: options.clock } : {}),
  })
  // The engine is warm before anything is measured or cut off.
  await Promise.all(engines.map((it) => it.available()))
  const callsOf = (caller: Caller, how: How = 'process') => house.client<typeof callsContract>('calls', caller, how)
  const brainOf = (caller: Caller) => house.client<typeof brainContract>('brain', caller)
  const knowledgeOf = (caller: Caller) => house.client<typeof knowledgeContract>('knowledge', caller)
  const workspaceOf = (caller: Caller) => house.client<typeof workspaceContract>('workspace', caller)
  const agentsOf = (caller: Caller) => house.client<typeof agentsContract>('agents', caller)
  const contextOf = (caller: Caller): Context => house.house.contextFor('calls', { caller, signal: new AbortController().signal }) as unknown as Context

  return {
    house,
    ended,
    model,
    recordings,
    callsOf,
    brainOf,
    knowledgeOf,
    workspaceOf,
    agentsOf,
    contextOf,
    /** A fresh tenant with an agent that knows two facts; `draft` leaves it unpublished. */
    async newAgent(it: { greeting?: string; draft?: boolean; call?: Partial<CallPolicy>; hours?: AgentConfig['hours'] } = {}) {
      const caller = house.newCaller()
      const agent = await agentsOf(caller).createAgent({
        name: 'Front desk',
        config: {
          businessName: 'Corner Bakery',
          greeting: it.greeting ?? 'Hi!',
          hours: it.hours ?? [],
          speed: 2,
          ...(it.call ? { call: CallPolicy.parse(it.call) } : {}),
        },
      })
      for (const fact of facts) await knowledgeOf(caller).addItem({ baseId: agent.baseId, ...fact })
      if (!it.draft) await agentsOf(caller).publishAgent({ agentId: agent.id })
      return { caller, agentId: agent.id, baseId: agent.baseId }
    },
    /** Opens a line to an agent and reads all that comes. */
    async talkTo({ caller, agentId }: { caller: Caller; agentId: string }, more: { how?: How | undefined; callId?: string; draft?: boolean } = {}) {
      const { how = 'process', ...input } = more
      return new Talker(await callsOf(caller, how).talk({ agentId, ...input }))
    },
    /** What the ledger of a call holds, oldest first. */
    ledgerOf: (caller: Caller, callId: string) =>
      contextOf(caller).db.inTenant(caller, (tx) => tx.selectFrom('ledger').selectAll().where('call_id', '=', callId).orderBy('id').execute()),
    /** What is safe of a call's ledger: in the journal first, then in the database. */
    async notedOf(caller: Caller, callId: string): Promise<{ event: string; detail: unknown }[]> {
      const folder = `${recordingFolder}-ledger`
      const files = await Promise.all((await readdir(folder)).map((it) => readFile(join(folder, it), 'utf8').catch(() => '')))
      const journalled = files
        .flatMap((it) => it.split('\n').filter(Boolean))
        .map((it) => (JSON.parse(it) as { entry: { callId: string; event: string; detail: unknown } }).entry)
      return [...journalled.filter((it) => it.callId === callId), ...(await this.ledgerOf(caller, callId))]
    },
    async close() {
      await house.close()
      for (const folder of [recordingFolder, `${recordingFolder}-ledger`]) await rm(folder, { recursive: true, force: true })
      await Promise.all([...engines, ...recognisers, web].map((it) => it.close()))
    },
  }
}

/** The code of the fault that work ends with. */
export function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no fault',
    (error: Error & { code?: string }) => error.code ?? error.message,
  )
}
