import { randomBytes } from 'node:crypto'
import type { gateway } from '@myna/contracts/gateway'
import type { identity as identityContract } from '@myna/contracts/identity'
import { createLog, createUpstreams, newId, type Upstreams } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { workspace } from '@myna/workspace'
import { identity } from '@myna/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGateway } from '#service.ts'
import type { VersionEntry } from '#versions/api-versions.ts'

const versions: readonly VersionEntry[] = [
  { version: '2025-06-01', changes: [{ sentence: 'First.' }] },
  {
    version: '2026-11-01',
    changes: [
      {
        sentence: 'The country stands among the settings.',
        rules: {
          'workspace.getSettings': { answer: [{ move: 'land', to: 'settings.country' }] },
          'workspace.updateSettings': { input: [{ move: 'land', to: 'settings.country' }] },
        },
      },
    ],
  },
]
const identityPorts = {
  mailer: { name: 'none', send: async () => ({ where: 'nowhere' }) },
  mailIsOn: false,
  publicUrl: 'http://localhost',
  origins: [],
  secret: 'x'.repeat(64),
  operators: ['operator@example.com'],
  vendors: {},
  resolveText: async () => [],
}

type House = Awaited<ReturnType<typeof openHouse>>
let office: House
let edge: House
let upstreams: Upstreams
beforeAll(async () => {
  const secret = randomBytes(32)
  office = await openHouse({ services: [identity, workspace], secret, ports: { identity: identityPorts } })
  const remotes = { identity: office.address, workspace: office.address }
  const common = { publicUrl: 'http://localhost', operatorToken: 'op_x', consoleFolder: undefined, fanOut: undefined, secret, version: 'test' }
  upstreams = await createUpstreams({ addresses: { identity: [office.address], workspace: [office.address] }, log: createLog({ level: 'silent' }) })
  edge = await openHouse({ services: [createGateway({ versions })], secret, remotes, ports: { gateway: { ...common, upstreams } } })
})
afterAll(async () => {
  await edge.close()
  await upstreams.close()
  await office.close()
})

const patience = { timeout: 20_000 }

const ask = (key: string, { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) =>
  fetch(`${edge.address}/api/v1/workspace/settings`, { ...init, headers: { 'x-api-key': key, ...headers } })

async function keyOf(tenantId: string) {
  const maker = office.client<typeof identityContract>('identity', office.newCaller({ tenantId, subject: 'operator' }))
  const { key, apiKey } = await maker.createApiKey({ name: 'key', scopes: ['workspace:write'] })
  return { key, id: apiKey.id }
}

describe('operations in another process', () => {
  it('are held to the same limits, rules and versions as those in this one, and are counted', async () => {
    const tenantId = newId()
    const key = await keyOf(tenantId)
    const client = edge.client<typeof gateway>('gateway', edge.newCaller({ tenantId, ip: '203.0.113.7' }))
    const old = { 'myna-version': '2025-06-01' }
    const write = await ask(key.key, {
      method: 'PATCH',
      body: JSON.stringify({ settings: {}, land: 'US' }),
      headers: { ...old, 'content-type': 'application/json' },
    })
    expect(write.status).toBe(200)
    expect(await (await ask(key.key, { headers: old })).json()).toMatchObject({ land: 'US' })
    expect(await (await ask(key.key)).json()).toMatchObject({ settings: { country: 'US' } })
    expect((await ask(key.key, { headers: { 'myna-version': 'x' } })).status).toBe(400)
    await client.setKeySettings({ keyId: key.id, perMinute: 5, version: '2025-06-01' })
    const pinned = await ask(key.key)
    expect([pinned.status, pinned.headers.get('ratelimit')]).toEqual([200, expect.stringMatching(/^"key";r=0;/)])
    expect(await pinned.json()).toMatchObject({ land: 'US' })
    const refused = await ask(key.key)
    expect([refused.status, await refused.json()]).toEqual([429, expect.objectContaining({ code: 'request.rate_limited' })])
    await client.setAccessRules({ allow: [], deny: [{ range: '127.0.0.1', note: '' }], origins: [] })
    expect((await ask(key.key)).status).toBe(403)
    await expect.poll(async () => (await client.getTraffic({ route: 'workspace.getSettings' })).total.requests, patience).toBe(6)
  })

  it('are listed with their instances', async () => {
    const { services } = await edge.client<typeof gateway>('gateway', edge.newCaller({ subject: 'operator' })).listServices({})
    expect(services.find((it) => it.name === 'workspace')).toMatchObject({ where: 'elsewhere', state: 'well', instances: [{ address: office.address }] })
    expect(services.find((it) => it.name === 'gateway')).toMatchObject({ where: 'here' })
  })
})
