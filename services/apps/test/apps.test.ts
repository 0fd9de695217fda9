import { newId } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAppServer } from './app-server.ts'
import { codeOf, openApps } from './house.ts'

let room: Awaited<ReturnType<typeof openApps>>
let server: Awaited<ReturnType<typeof openAppServer>>
beforeAll(async () => {
  room = await openApps()
  server = await openAppServer()
})
afterAll(async () => {
  await room.close()
  await server.close()
})

function open(how: 'process' | 'http' = 'process', scopes = ['*']) {
  const caller = room.house.newCaller({ scopes })
  return { caller, client: room.appsOf(caller, how) }
}
const finder = (it: object = {}) => ({ slug: 'price-finder', name: 'Price finder', purpose: 'Finds prices', version: { url: server.url }, ...it })

describe.each(['process', 'http'] as const)('an application, over %s', (how) => {
  it('is registered, listed, changed, switched off and deleted', async () => {
    const { caller, client } = open(how)
    const { app, signingSecret } = await client.registerApp(finder({ scopes: ['agents:read'] }))
    expect(app).toMatchObject({ slug: 'price-finder', enabled: true, active: { name: '1' }, trial: null, previous: null, health: 'unknown' })
    expect(signingSecret).toMatch(/^myna_app_[\w-]{43}$/)
    expect((await client.listApps({ q: 'price' })).items).toEqual([app])
    expect((await client.listApps({ q: 'nothing' })).items).toEqual([])
    const changed = await client.updateApp({ appId: app.id, name: 'Finder', enabled: false })
    expect(changed).toMatchObject({ name: 'Finder', purpose: 'Finds prices', enabled: false })
    expect((await client.listUsableApps({})).items).toEqual([])
    await client.deleteApp({ appId: app.id })
    expect(await codeOf(client.getApp({ appId: app.id }))).toBe('apps.not_found')
    const acts = () => room.said.filter((it) => it.event === 'act.noted' && it.tenantId === caller.tenantId).map((it) => it.data.action)
    await expect.poll(acts).toEqual(['register-app', 'update-app', 'delete-app'])
  })

  it('has versions: activated, rolled back, tried on a share', async () => {
    const { client } = open(how)
    const { app } = await client.registerApp(finder())
    const appId = app.id
    expect(await codeOf(client.rollBack({ appId }))).toBe('apps.nothing_to_roll_back')
    const second = await client.registerVersion({ appId, name: '2', url: `${server.url}/v2/`, notes: 'Faster' })
    expect(second).toMatchObject({ url: `${server.url}/v2`, role: 'idle', activatedAt: null })
    expect(await codeOf(client.registerVersion({ appId, name: '2', url: server.url }))).toBe('apps.version_taken')
    expect(await client.shareTraffic({ appId, versionId: second.id, percent: 20 })).toMatchObject({ trial: { name: '2', percent: 20 }, active: { name: '1' } })
    expect(await codeOf(client.shareTraffic({ appId, versionId: app.active!.id, percent: 20 }))).toBe('apps.version_in_use')
    expect(await codeOf(client.removeVersion({ appId, versionId: second.id }))).toBe('apps.version_in_use')
    expect(await client.activateVersion({ appId, versionId: second.id })).toMatchObject({ active: { name: '2' }, trial: null, previous: { name: '1' } })
    expect(await client.rollBack({ appId })).toMatchObject({ active: { name: '1' }, previous: { name: '2' } })
    expect((await client.listVersions({ appId })).items.map((it) => [it.name, it.role])).toEqual([
      ['2', 'idle'],
      ['1', 'active'],
    ])
    await client.removeVersion({ appId, versionId: second.id })
    expect(await client.getApp({ appId })).toMatchObject({ previous: null })
    expect(await codeOf(client.activateVersion({ appId, versionId: second.id }))).toBe('apps.version_not_found')
  })

  it('has settings of its own form, secrets never shown', async () => {
    const { client } = open(how)
    const appId = (await client.registerApp(finder())).app.id
    const fields = [
      { name: 'model', title: 'Model', kind: 'choice' as const, choices: ['small', 'large'], required: true },
      { name: 'key', title: 'Key', kind: 'secret' as const },
    ]
    expect(await codeOf(client.saveConfiguration({ appId, fields, values: { model: 'huge' } }))).toBe('apps.configuration_wrong')
    const saved = await client.saveConfiguration({ appId, fields, values: { model: 'small', key: 'hush-hush' } })
    expect(saved).toMatchObject({ values: { model: 'small' }, secretsSet: ['key'] })
    expect(await client.saveConfiguration({ appId, fields, values: { model: 'large' } })).toMatchObject({ values: { model: 'large' }, secretsSet: ['key'] })
    expect(JSON.stringify(await client.getConfiguration({ appId }))).not.toContain('hush')
    expect(await client.saveConfiguration({ appId, fields: [fields[0]!], values: { model: 'large' } })).toMatchObject({ secretsSet: [] })
  })
})

it('lists in pages by name', async () => {
  const { client } = open()
  for (const name of ['Zebra', 'Apple', 'मैना', 'Apple']) await client.registerApp(finder({ name, slug: `a${newId()}` }))
  const first = await client.listApps({ limit: 3 })
  const second = await client.listApps({ limit: 3, cursor: first.next! })
  expect([...first.items, ...second.items].map((it) => it.name)).toEqual(['Apple', 'Apple', 'Zebra', 'मैना'])
  expect(second.next).toBeUndefined()
  expect(await codeOf(client.listApps({ cursor: Buffer.from('[5]').toString('base64url') }))).toBe('request.invalid')
})

it.each([
  ['http://example.com', 'apps.address_wrong'],
  ['https://example.com/?q=1', 'apps.address_wrong'],
  ['https://169.254.169.254/latest', 'apps.address_private'],
  ['https://localhost:8443', 'apps.address_private'],
  ['https://[::1]/', 'apps.address_private'],
  ['https://example.com:22', 'apps.address_wrong'],
])('refuses the address %s', async (url, code) => {
  const { client } = open()
  expect(await codeOf(client.registerApp(finder({ version: { url } })))).toBe(code)
})

it('refuses headers that Myna sets, slugs that are taken or mean something, and other shapes', async () => {
  const { client } = open()
  for (const headers of [{ Host: 'x' }, { 'myna-signature': 'v1=0' }, { Cookie: 'x' }, { key: 'a\r\nb: c' }, { a: '1', A: '2' }])
    expect(await codeOf(client.registerApp(finder({ headers })))).toBe('request.invalid')
  expect(await codeOf(client.registerApp(finder({ slug: 'routes' })))).toBe('apps.slug_taken')
  for (const slug of ['Price', '../x', 'a b', '', '-a']) expect(await codeOf(client.registerApp(finder({ slug })))).toBe('request.invalid')
  await client.registerApp(finder())
  expect(await codeOf(client.registerApp(finder()))).toBe('apps.slug_taken')
})

it('of another organisation does not exist', async () => {
  const [mine, theirs] = [open(), open()]
  const { app } = await mine.client.registerApp(finder())
  const appId = app.id
  const versionId = app.active!.id
  await theirs.client.registerApp(finder())
  const asks = [
    theirs.client.getApp({ appId }),
    theirs.client.updateApp({ appId, name: 'x' }),
    theirs.client.deleteApp({ appId }),
    theirs.client.registerVersion({ appId, name: '2', url: server.url }),
    theirs.client.activateVersion({ appId, versionId }),
    theirs.client.getConfiguration({ appId }),
    theirs.client.probeApp({ appId }),
    theirs.client.listProbes({ appId }),
    theirs.client.getStatistics({ appId, from: new Date(0).toISOString(), to: new Date().toISOString() }),
    theirs.client.rotateSigningSecret({ appId }),
  ]
  expect(await Promise.all(asks.map(codeOf))).toEqual(asks.map(() => 'apps.not_found'))
})

it('is changed by those alone who may', async () => {
  const { caller, client } = open()
  const { app } = await client.registerApp(finder())
  const reader = room.appsOf({ ...caller, scopes: ['apps:read'] })
  expect(await reader.getApp({ appId: app.id })).toEqual(app)
  expect(await codeOf(reader.updateApp({ appId: app.id, enabled: false }))).toBe('request.forbidden')
  expect(await codeOf(reader.resolveApp({ slug: app.slug }))).toBe('request.forbidden')
  expect(await codeOf(reader.noteUses({ items: [] }))).toBe('request.forbidden')
})

it('keeps its secrets sealed, and tells new places none of them', async () => {
  const { caller, client } = open()
  const { app, signingSecret } = await client.registerApp(finder({ headers: { 'X-Key': 'hush-one', 'X-Other': 'hush-two' } }))
  const appId = app.id
  expect(app.headerNames).toEqual(['X-Key', 'X-Other'])
  const other = await openAppServer()
  await client.registerVersion({ appId, name: '2', url: other.url })
  await client.updateApp({ appId, headers: { 'x-key': '', 'X-New': 'hush-three' } })
  await client.rotateSigningSecret({ appId })
  const service = room.appsOf({ ...caller, subject: 'service:gateway' })
  const route = await service.resolveApp({ slug: 'price-finder' })
  const vault = room.contextOf(caller).vault
  const open1 = (sealed: string) => vault.open(caller.tenantId!, sealed)
  expect(JSON.parse(open1(route.sealedHeaders!))).toEqual({
    'x-key': { value: 'hush-one', origins: [server.url] },
    'X-New': { value: 'hush-three', origins: [server.url, other.url] },
  })
  expect(route.sealedSigningSecrets.map(open1)).toEqual([expect.stringMatching(/^myna_app_/), signingSecret])
  room.move(86_400_001)
  expect((await service.resolveApp({ slug: 'price-finder' })).sealedSigningSecrets).toHaveLength(1)
  const rows = await room.rowsOf(caller, (tx) => tx.selectFrom('apps').selectAll().execute())
  expect(JSON.stringify([rows, room.said, route])).not.toMatch(/hush|myna_app_/)
  await other.close()
})

it('adds up how versions are used, and says it by hour', async () => {
  const { caller, client } = open()
  const { app } = await client.registerApp(finder())
  const service = room.appsOf({ ...caller, subject: 'service:gateway' })
  const hour = '2026-11-21T10:00:00.000Z'
  const latencies = Array.from({ length: 16 }, (_, at) => (at === 2 ? 10 : 0))
  const use = { appId: app.id, versionId: app.active!.id, hour, requests: 10, errors: 1, latencies }
  await Promise.all([1, 2, 3].map(() => service.noteUses({ items: [use, { ...use, versionId: newId() }] })))
  const { items } = await client.getStatistics({ appId: app.id, from: '2026-11-21T00:00:00.000Z', to: '2026-11-22T00:00:00.000Z' })
  expect(items).toEqual([{ versionId: app.active!.id, versionName: '1', hour, requests: 30, errors: 3, p50Ms: 15, p95Ms: 20 }])
  expect((await client.getStatistics({ appId: app.id, from: '2026-11-22T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' })).items).toEqual([])
})
