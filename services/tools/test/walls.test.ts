import { tools as contract } from '@myna/contracts/tools'
import { newId } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, openTools, type ToolsClient } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openTools>>
beforeAll(async () => {
  room = await openTools()
  room.plugins.write('till', 'export const add = () => 1')
})
afterAll(() => room.close())

type Ids = { toolId: string; connectionId: string; errandId: string; tool: string }
type Ask = { ask(client: ToolsClient, ids: Ids): Promise<unknown>; missing: string }

/** Every operation on something that exists, and what it answers to those who may not know of it. */
const operations: Record<keyof typeof contract, Ask | undefined> = {
  getTool: { ask: (client, { toolId }) => client.getTool({ toolId }), missing: 'tools.not_found' },
  updateTool: { ask: (client, { toolId }) => client.updateTool({ toolId, enabled: false }), missing: 'tools.not_found' },
  removeTool: { ask: (client, { toolId }) => client.removeTool({ toolId }), missing: 'tools.not_found' },
  runTool: { ask: (client, { tool }) => client.runTool({ tool, confirmed: true, key: 'same-act-1' }), missing: 'tools.not_found' },
  refreshConnection: { ask: (client, { connectionId }) => client.refreshConnection({ connectionId }), missing: 'tools.connection_not_found' },
  removeConnection: { ask: (client, { connectionId }) => client.removeConnection({ connectionId }), missing: 'tools.connection_not_found' },
  getErrand: { ask: (client, { errandId }) => client.getErrand({ errandId }), missing: 'tools.errand_not_found' },
  settleErrand: { ask: (client, { errandId }) => client.settleErrand({ errandId, state: 'done' }), missing: 'tools.errand_not_found' },
  listTools: undefined,
  addTool: undefined,
  listRuns: undefined,
  listConnections: undefined,
  addConnection: undefined,
  listPlugins: undefined,
  listErrands: undefined,
}
const withIds = Object.entries(operations).flatMap(([name, it]) => (it ? [[name, it] as const] : []))

async function furnish(client: ToolsClient): Promise<Ids> {
  const { id: connectionId } = await client.addConnection({ kind: 'plugin', plugin: 'till' })
  const { id: toolId } = await client.addTool({ name: 'mine', title: 'Mine', request: { method: 'GET', url: 'https://example.com/' } })
  await client.runTool({ tool: 'take_message', arguments: { message: 'Hello' }, confirmed: true, key: 'same-act-1' })
  await client.runTool({ tool: 'till_add', confirmed: true, key: 'same-act-1' })
  return { toolId, connectionId, errandId: (await client.listErrands({})).items[0]!.id, tool: 'till_add' }
}
const everything = async (client: ToolsClient) =>
  Promise.all([
    client.listTools({ kind: 'http' }),
    client.listTools({ kind: 'plugin' }),
    client.listRuns({}),
    client.listConnections({}),
    client.listErrands({}),
  ])

describe.each(['process', 'http'] as const)('walls, over %s', (how) => {
  it('hide the things of another tenant from every operation', async () => {
    const owner = room.toolsOf(room.house.newCaller(), how)
    const ids = await furnish(owner)
    const before = await everything(owner)
    const stranger = room.toolsOf(room.house.newCaller(), how)
    const nothing = { toolId: newId(), connectionId: newId(), errandId: newId(), tool: 'nothing' }
    for (const [name, { ask, missing }] of withIds) {
      expect([name, await codeOf(ask(stranger, ids))]).toEqual([name, missing])
      expect([name, await codeOf(ask(stranger, nothing))]).toEqual([name, missing])
    }
    for (const { items } of await everything(stranger)) expect(items).toEqual([])
    expect(await everything(owner)).toEqual(before)
    // Neither names nor keys nor places of another are in the way.
    expect((await furnish(stranger)).toolId).not.toBe(ids.toolId)
    expect(await everything(owner)).toEqual(before)
  })

  it('let nobody do what their scopes do not hold', async () => {
    const caller = room.house.newCaller()
    const ids = await furnish(room.toolsOf(caller))
    const before = await everything(room.toolsOf(caller))
    const asks: [string, (client: ToolsClient) => Promise<unknown>][] = [
      ...withIds.map(([name, { ask }]): [string, (client: ToolsClient) => Promise<unknown>] => [name, (client) => ask(client, ids)]),
      ['listTools', (client) => client.listTools({})],
      ['addTool', (client) => client.addTool({ name: 'other', title: 'Other', request: { method: 'GET', url: 'https://example.com/' } })],
      ['listRuns', (client) => client.listRuns({})],
      ['listConnections', (client) => client.listConnections({})],
      ['addConnection', (client) => client.addConnection({ kind: 'plugin', plugin: 'till' })],
      ['listPlugins', (client) => client.listPlugins({})],
      ['listErrands', (client) => client.listErrands({})],
    ]
    expect(asks.map(([name]) => name).sort()).toEqual(Object.keys(contract).sort())
    const scopes = ['tools:read', 'tools:run', 'tools:write']
    for (const [name, ask] of asks) {
      const needed = contract[name as keyof typeof contract].access
      const client = room.toolsOf({ ...caller, scopes: scopes.filter((it) => it !== needed) }, how)
      expect([name, await codeOf(ask(client))]).toEqual([name, 'request.forbidden'])
      expect([name, await codeOf(ask(room.toolsOf({ ...caller, subject: 'anonymous', scopes: [] }, how)))]).toEqual([name, 'request.unauthenticated'])
    }
    expect(await everything(room.toolsOf(caller))).toEqual(before)
  })
})
