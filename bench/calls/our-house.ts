import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { agents } from '@myna/agents'
import { createMemoryBlobs } from '@myna/blobs-memory'
import { createCalls } from '@myna/calls'
import { type Client, contracts } from '@myna/contracts'
import type { agents as agentsContract } from '@myna/contracts/agents'
import type { Caller } from '@myna/contracts/caller'
import type { calls as callsContract } from '@myna/contracts/calls'
import { createGuardedWeb } from '@myna/fetch-guarded'
import { createHouse, createLog, createVault, newId, openDatabase, serve } from '@myna/kernel'
import { knowledge } from '@myna/knowledge'
import { twilioProtocol } from '@myna/telephony-twilio'
import { voice } from '@myna/voice'
import { workspace } from '@myna/workspace'
import type { PipelineOptions } from './pipeline.ts'
import { createPlayedBrain } from './played-brain.ts'
import { accountSid, createPlayedCarrier, ourNumber } from './played-carrier.ts'
import { createPlayedRecogniser, createPlayedVoice } from './played-engines.ts'

export type OurHouse = Awaited<ReturnType<typeof openOurHouse>>

/**
 * The product's own calls and voice, as a process of the product makes them, on the embedded database in a folder, with an agent to talk to. Only what takes time
 * outside is played: recogniser, voice and brain.
 */
export async function openOurHouse({ answerMs }: PipelineOptions, noted: (what: 'speech' | 'final' | 'left', at: number) => void) {
  const log = createLog({ level: 'warn' })
  const secret = new Uint8Array(32).fill(1)
  const folder = await mkdtemp(join(tmpdir(), 'myna-bench-calls-'))
  const database = await openDatabase({ log, dataDir: join(folder, 'data') })
  const engines = [createPlayedVoice(answerMs)]
  const recognisers = [createPlayedRecogniser(noted)]
  const web = createGuardedWeb({ allowHosts: [], userAgent: 'bench' })
  const house = await createHouse({
    services: [workspace, knowledge, createPlayedBrain(), agents, voice, createCalls()],
    contracts,
    database,
    ports: {
      knowledge: { web, documents: [] },
      voice: { engines, recognisers },
      calls: {
        recordings: createMemoryBlobs({ maxBytes: 2_000_000_000 }),
        recordingFolder: join(folder, 'recordings'),
        ledgerFolder: join(folder, 'ledger'),
        carriers: { twilio: { make: createPlayedCarrier, protocol: notedProtocol(() => noted('left', performance.now())) } },
        carriersAreHere: true,
        publicUrl: 'http://localhost',
        lentAccount: undefined,
      },
    },
    vault: createVault(secret),
    secret,
    log,
  })
  await house.start()
  const { app, drain } = await serve({ house, log, secret, version: 'bench', ready: async () => undefined })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const caller: Caller = { tenantId: newId(), subject: `user:${newId()}`, name: 'Bench', roles: ['owner'], scopes: ['*'], traceId: newId() }
  const agentsOf = house.client('agents', { caller }) as unknown as Client<typeof agentsContract>
  const agent = await agentsOf.createAgent({ name: 'Front desk', config: { businessName: 'Corner Bakery', greeting: 'Hi!' } })
  await agentsOf.publishAgent({ agentId: agent.id })
  const callsOf = house.client('calls', { caller }) as unknown as Client<typeof callsContract>
  await callsOf.updateCallSettings({ settings: { callsAtOnce: 10_000, minutesADay: 1_000_000 } })
  const carrier = await callsOf.connectCarrier({ name: 'Played', accountId: accountSid, secret: 'played' })
  await callsOf.addNumber({ carrierId: carrier.id, number: ourNumber, agentId: agent.id, buy: false })
  return {
    house,
    port: (app.server.address() as { port: number }).port,
    caller,
    agentId: agent.id,
    carrierId: carrier.id,
    async close() {
      await Promise.race([drain(), new Promise((resolve) => setTimeout(resolve, 2_000))])
      await app.close()
      await house.drain(1_000)
      await web.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The carrier's protocol, which says when sound leaves the engine for the carrier's socket. */
function notedProtocol(left: () => void): typeof twilioProtocol {
  return {
    ...twilioProtocol,
    openMedia(on) {
      const codec = twilioProtocol.openMedia(on)
      return {
        ...codec,
        sound(mulaw) {
          left()
          return codec.sound(mulaw)
        },
      }
    },
  }
}
