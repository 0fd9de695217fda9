import { createHmac } from 'node:crypto'
import { appHeaders, signedTextOf } from '@myna/contracts/apps-signature'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openAppServer } from './app-server.ts'
import { openApps } from './house.ts'

let room: Awaited<ReturnType<typeof openApps>>
let server: Awaited<ReturnType<typeof openAppServer>>
beforeAll(async () => {
  room = await openApps()
})
afterAll(() => room.close())
beforeEach(async () => {
  server = await openAppServer()
  return () => server.close()
})

const probe = { path: '/healthz', intervalSeconds: 60, timeoutMs: 1_000, expectedStatus: 200 }
async function open(it: object = {}) {
  const caller = room.house.newCaller()
  const client = room.appsOf(caller)
  const { app, signingSecret } = await client.registerApp({ slug: 'finder', name: 'Finder', probe, version: { url: server.url }, ...it })
  const appId = app.id
  return {
    caller,
    client,
    app,
    appId,
    signingSecret,
    health: async () => (await client.getApp({ appId })).health,
    /** Asks it once, at the time it is due. */
    async tick() {
      room.move(60_001)
      await room.probeDue()
    },
    told: (event: string) => room.said.filter((it) => it.event === event && it.tenantId === caller.tenantId).map((it) => it.data),
  }
}

it('is asked when it is due, signed, with its secret headers', async () => {
  const { appId, client, signingSecret, tick, app } = await open({ headers: { 'x-key': 'hush' } })
  await room.probeDue()
  await room.probeDue()
  expect(server.asked).toHaveLength(1)
  await tick()
  expect(server.asked).toHaveLength(2)
  const { method, url, headers } = server.asked[0]!
  expect({ method, url, key: headers['x-key'] }).toEqual({ method: 'GET', url: '/healthz', key: 'hush' })
  const said = (name: keyof typeof appHeaders) => String(headers[appHeaders[name]] ?? '')
  const text = signedTextOf({
    timestamp: said('timestamp'),
    method,
    path: url,
    requestId: said('requestId'),
    version: said('version'),
    tenant: said('tenant'),
    subject: said('subject'),
    scopes: said('scopes'),
    configuration: said('configuration'),
    bodyDigest: said('bodyDigest'),
  })
  expect(said('signature')).toBe(`v1=${createHmac('sha256', signingSecret).update(text).digest('hex')}`)
  const { items } = await client.listProbes({ appId })
  expect(items).toHaveLength(2)
  expect(items[0]).toMatchObject({ ok: true, status: 200, trouble: null, versionId: app.active!.id })
})

it('begins to fail, goes away and comes back, and each is told once', async () => {
  const { appId, client, health, tick, told } = await open()
  await tick()
  expect(await health()).toBe('well')
  server.answerWith(503)
  await tick()
  expect(await health()).toBe('well')
  await tick()
  expect(await health()).toBe('failing')
  server.answerWith('nothing')
  for (let times = 0; times < 5; times++) await tick()
  expect(await health()).toBe('away')
  server.answerWith(200)
  await tick()
  expect(await health()).toBe('failing')
  await tick()
  expect(await health()).toBe('well')
  const changes = (await client.listHealthChanges({ appId })).items
  expect(changes.map((it) => `${it.from} ${it.to}`)).toEqual(['failing well', 'away failing', 'failing away', 'well failing', 'unknown well'])
  expect(changes[3]!.trouble).toBe('It answered 503, not 200.')
  await expect.poll(() => told('app.unwell').map((it) => it.health)).toEqual(['failing', 'away'])
  await expect.poll(() => told('app.recovered')).toHaveLength(1)
})

it.each([
  ['garbage', 'garbage' as const],
  [
    'a redirect into a private network',
    (_: unknown, response: { writeHead(status: number, headers: object): { end(): void } }) =>
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
  ],
  ['more than anybody wants to read', (_: unknown, response: { end(body: Buffer): void }) => response.end(Buffer.alloc(200_000))],
])('fails with %s', async (_, answer) => {
  const { appId, client, health, tick } = await open()
  server.answerWith(answer as never)
  await tick()
  await tick()
  expect(await health()).toBe('failing')
  expect((await client.listProbes({ appId })).items.every((it) => !it.ok && it.trouble !== null)).toBe(true)
})

it('that answers nothing in time is asked no longer than it may take', async () => {
  const { client, appId } = await open({ probe: { ...probe, timeoutMs: 500 } })
  server.answerWith(() => {})
  expect((await client.probeApp({ appId })).items).toMatchObject([{ ok: false, status: null, trouble: 'It did not answer in time.' }])
})

it('is not asked while it is switched off, nor once it is deleted', async () => {
  const { appId, client, tick } = await open()
  await client.updateApp({ appId, enabled: false })
  await tick()
  expect(server.asked).toHaveLength(0)
  await client.updateApp({ appId, enabled: true })
  await tick()
  expect(server.asked).toHaveLength(1)
  await client.deleteApp({ appId })
  await tick()
  expect(server.asked).toHaveLength(1)
})

it('in versions on trial is asked too, each at its own address', async () => {
  const { appId, client, tick } = await open()
  const second = await client.registerVersion({ appId, name: '2', url: `${server.url}/v2` })
  await tick()
  expect(server.asked.map((it) => it.url)).toEqual(['/healthz'])
  await client.shareTraffic({ appId, versionId: second.id, percent: 10 })
  await tick()
  expect(
    server.asked
      .slice(1)
      .map((it) => it.url)
      .sort(),
  ).toEqual(['/healthz', '/v2/healthz'])
  expect((await client.listProbes({ appId, versionId: second.id })).items).toHaveLength(1)
})
