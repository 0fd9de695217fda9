import { agents as contract } from '@myna/contracts/agents'
import { newId } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, follow, openAgents } from '#test/house.ts'
import { bakery, openSite, type Site } from '#test/site.ts'

let room: Awaited<ReturnType<typeof openAgents>>
let site: Site
beforeAll(async () => {
  room = await openAgents()
  site = await openSite(bakery())
})
afterAll(async () => {
  await site.close()
  await room.close()
})

const asking = { name: 'Asks', opening: ['When are you open?'], criteria: [{ kind: 'never_acts' as const }] }

type Client = ReturnType<typeof room.agentsOf>
type Ids = { agentId: string; creationId: string; scenarioId: string; simulationId: string }

/** Every operation on something that exists, and what it answers to those who may not know of it. */
const operations: Record<keyof typeof contract, ((client: Client, ids: Ids) => Promise<unknown>) | undefined> = {
  getAgent: (client, { agentId }) => client.getAgent({ agentId }),
  updateDraft: (client, { agentId }) => client.updateDraft({ agentId, name: 'Mine now' }),
  duplicateAgent: (client, { agentId }) => client.duplicateAgent({ agentId, name: 'Mine now' }),
  deleteAgent: (client, { agentId }) => client.deleteAgent({ agentId }),
  publishAgent: (client, { agentId }) => client.publishAgent({ agentId }),
  listVersions: (client, { agentId }) => client.listVersions({ agentId }),
  restoreVersion: (client, { agentId }) => client.restoreVersion({ agentId, version: 1 }),
  getLiveConfig: (client, { agentId }) => client.getLiveConfig({ agentId }),
  getCreation: (client, { creationId }) => client.getCreation({ creationId }),
  listCreationSentences: (client, { creationId }) => client.listCreationSentences({ creationId }),
  watchCreation: (client, { creationId }) => follow(client.watchCreation({ creationId })),
  cancelCreation: (client, { creationId }) => client.cancelCreation({ creationId }),
  retryStep: (client, { creationId }) => client.retryStep({ creationId, step: 'crawl' }),
  listScenarios: (client, { agentId }) => client.listScenarios({ agentId }),
  addScenario: (client, { agentId }) => client.addScenario({ agentId, ...asking }),
  suggestScenarios: (client, { agentId }) => client.suggestScenarios({ agentId }),
  updateScenario: (client, { agentId, scenarioId }) => client.updateScenario({ agentId, scenarioId, name: 'Mine now' }),
  removeScenario: (client, { agentId, scenarioId }) => client.removeScenario({ agentId, scenarioId }),
  startSimulation: (client, { agentId }) => client.startSimulation({ agentId }),
  listSimulations: (client, { agentId }) => client.listSimulations({ agentId }),
  getSimulation: (client, { agentId, simulationId }) => client.getSimulation({ agentId, simulationId }),
  watchSimulation: (client, { agentId, simulationId }) => follow(client.watchSimulation({ agentId, simulationId })),
  cancelSimulation: (client, { agentId, simulationId }) => client.cancelSimulation({ agentId, simulationId }),
  settleNumberStep: undefined,
  createAgent: undefined,
  listAgents: undefined,
  createFromWebsite: undefined,
  listCreations: undefined,
}
const withIds = Object.entries(operations).flatMap(([name, ask]) => (ask ? [[name, ask] as const] : []))

describe.each(['process', 'http'] as const)('walls, over %s', (how) => {
  it('hide the agents of another tenant from every operation', async () => {
    const owner = room.agentsOf(room.house.newCaller(), how)
    const { id: creationId, agentId } = await owner.createFromWebsite({ url: site.url })
    await follow(owner.watchCreation({ creationId }))
    const { id: scenarioId } = await owner.addScenario({ agentId, ...asking })
    const { id: simulationId } = await owner.startSimulation({ agentId })
    await follow(owner.watchSimulation({ agentId, simulationId }))
    const before = await owner.getAgent({ agentId })
    const stranger = room.agentsOf(room.house.newCaller(), how)
    for (const [name, ask] of withIds) {
      const wanted = name.includes('reation') || name === 'retryStep' ? 'agents.creation_not_found' : 'agents.not_found'
      expect([name, await codeOf(ask(stranger, { agentId, creationId, scenarioId, simulationId }))]).toEqual([name, wanted])
      expect([name, await codeOf(ask(stranger, { agentId: newId(), creationId: newId(), scenarioId: newId(), simulationId: newId() }))]).toEqual([name, wanted])
    }
    expect((await stranger.listAgents({})).items).toEqual([])
    expect((await stranger.listCreations({})).items).toEqual([])
    expect((await stranger.listCreations({ agentId })).items).toEqual([])
    expect(await owner.getAgent({ agentId })).toEqual(before)
  })

  it('let nobody do what their scopes do not hold', async () => {
    const caller = room.house.newCaller()
    const { id: agentId } = await room.agentsOf(caller).createAgent({ name: 'Front desk', config: { businessName: 'Corner Bakery' } })
    const ids = { agentId, creationId: newId(), scenarioId: newId(), simulationId: newId() }
    const asks: [string, (client: Client) => Promise<unknown>][] = [
      ...withIds.map(([name, ask]): [string, (client: Client) => Promise<unknown>] => [name, (client) => ask(client, ids)]),
      ['createAgent', (client) => client.createAgent({ name: 'Another', config: { businessName: 'Another' } })],
      ['createFromWebsite', (client) => client.createFromWebsite({ url: site.url })],
      ['listAgents', (client) => client.listAgents({})],
      ['listCreations', (client) => client.listCreations({})],
    ]
    const scopes = ['agents:read', 'agents:write', 'agents:publish']
    for (const [name, ask] of asks) {
      const needed = contract[name as keyof typeof contract].access
      const client = room.agentsOf({ ...caller, scopes: scopes.filter((it) => it !== needed) }, how)
      expect([name, await codeOf(ask(client))]).toEqual([name, 'request.forbidden'])
    }
    expect((await room.agentsOf(caller).listAgents({})).items.map((it) => it.name)).toEqual(['Front desk'])
  })

  it('let services alone answer for telephone numbers, each in its own tenant', async () => {
    const caller = room.house.newCaller()
    const { id: creationId } = await room.agentsOf(caller).createFromWebsite({ url: site.url })
    await follow(room.agentsOf(caller).watchCreation({ creationId }))
    const before = await room.agentsOf(caller).getCreation({ creationId })
    const answer = { creationId, number: '+442079460018', sentence: 'Mine now' }
    expect(await codeOf(room.agentsOf(caller, how).settleNumberStep(answer))).toBe('request.forbidden')
    const service = room.house.newCaller({ subject: 'service:calls' })
    expect(await room.agentsOf(service, how).settleNumberStep(answer)).toEqual({ kept: false })
    expect(await room.agentsOf({ ...service, tenantId: caller.tenantId }, how).settleNumberStep(answer)).toEqual({ kept: false })
    expect(await room.agentsOf(caller).getCreation({ creationId })).toEqual(before)
  })
})
