import { brain as brainContract } from '@myna/contracts/brain'
import { providers } from '@myna/contracts/brain-providers'
import type { Caller } from '@myna/contracts/caller'
import type { Client } from '@myna/contracts'
import { knowledge as knowledgeContract } from '@myna/contracts/knowledge'
import { createHouse, createLog, createVault, defineService, newId, openDatabase } from '@myna/kernel'
import { knowledge } from '@myna/knowledge'
import { createGuardedFetch } from '../../adapters/fetch/guarded/index.ts'
import { createLanguageModels } from '../../adapters/language-model/ai-sdk/index.ts'
import type { Context, Ports } from '../../services/brain/context.ts'
import { deskOf } from '../../services/brain/dispatch/desk.ts'
import { addProvider } from '../../services/brain/operations/add-provider.ts'
import { answerQuestion } from '../../services/brain/operations/answer-question.ts'
import { getUsage } from '../../services/brain/operations/get-usage.ts'
import { listProviders } from '../../services/brain/operations/list-providers.ts'
import type { ProviderRow } from '../../services/brain/store/present.ts'
import { createProviderQueries } from '../../services/brain/store/provider-queries.ts'
import type { Tables } from '../../services/brain/store/tables.ts'
import { newDataFolder } from '../server/server-process.ts'

const { answerQuestion: answering } = brainContract
const contract = { answerQuestion: answering, addProvider: providers.addProvider, listProviders: providers.listProviders, getUsage: providers.getUsage }

export type ModelHouse = Awaited<ReturnType<typeof openModelHouse>>

/** Knowledge and as much of the brain as language models need, on the embedded database, going out through the guarded fetch as the server does. */
export async function openModelHouse(host: string) {
  const { folder, remove } = newDataFolder()
  const log = createLog({ level: 'error' })
  const database = await openDatabase({ dataDir: folder, log })
  const guarded = createGuardedFetch({ allowHosts: [host] })
  const brain = defineService<typeof contract, { knowledge: typeof knowledgeContract }, Tables, Ports>({
    name: 'brain',
    contract,
    needs: { knowledge: knowledgeContract },
    operations: { addProvider, answerQuestion, getUsage, listProviders } as never,
    migrations: new URL('../../services/brain/migrations/', import.meta.url),
    start: async (context) => () => deskOf(context).close(),
  })
  const ports = { brain: { makeLanguageModel: createLanguageModels({ fetch: guarded.fetch }) }, knowledge: { web: {} } }
  const secret = new Uint8Array(32)
  const house = await createHouse({ services: [knowledge, brain], contracts: {}, database, ports, vault: createVault(secret), secret, log })
  await house.start()

  const newCaller = (): Caller => ({ tenantId: newId(), subject: 'service:bench', roles: [], scopes: ['*'], traceId: 'bench' })
  const contextOf = (caller: Caller) => house.contextFor('brain', { caller, signal: new AbortController().signal }) as unknown as Context
  return {
    newCaller,
    contextOf,
    brainOf: (caller: Caller) => house.client('brain', { caller }) as unknown as Client<typeof contract>,
    knowledgeOf: (caller: Caller) => house.client('knowledge', { caller }) as unknown as Client<typeof knowledgeContract>,
    rowsOf: (caller: Caller): Promise<ProviderRow[]> =>
      contextOf(caller).db.inTenant(caller, (tx) => createProviderQueries(tx, caller.tenantId!).listEnabled()),
    async close() {
      await house.drain(2_000)
      await guarded.close()
      await database.close()
      remove()
    },
  }
}
