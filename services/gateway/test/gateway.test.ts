import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identity } from '@myna/identity'
import { createLog, createUpstreams, type Upstreams } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { workspace } from '@myna/workspace'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGateway } from '#service.ts'

type House = Awaited<ReturnType<typeof openHouse>>

const operatorToken = 'op_for-tests-only'
const consoleFolder = mkdtempSync(join(tmpdir(), 'myna-console-'))
writeFileSync(join(consoleFolder, 'index.html'), '<!doctype html><title>Myna</title>')
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
const gatewayPorts = (secret: Uint8Array, upstreams?: Upstreams) => ({
  publicUrl: 'http://localhost',
  operatorToken,
  consoleFolder,
  upstreams,
  fanOut: undefined,
  secret,
  version: 'test',
})
const upstreamsTo = (remotes: Record<string, string>) =>
  createUpstreams({
    addresses: Object.fromEntries(Object.entries(remotes).map(([name, address]) => [name, [address]])),
    log: createLog({ level: 'silent' }),
  })

/** The same services behind one gateway, in one process and in two. */
const layouts: Record<string, () => Promise<{ address: string; close(): Promise<void> }>> = {
  async 'one process'() {
    const secret = randomBytes(32)
    const house: House = await openHouse({
      services: [createGateway(), identity, workspace],
      secret,
      ports: { identity: identityPorts, gateway: gatewayPorts(secret) },
    })
    return house
  },
  async 'gateway apart'() {
    const secret = randomBytes(32)
    const office = await openHouse({ services: [identity, workspace], secret, ports: { identity: identityPorts } })
    const remotes = { identity: office.address, workspace: office.address }
    const upstreams = await upstreamsTo(remotes)
    const edge = await openHouse({ services: [createGateway()], secret, remotes, ports: { gateway: gatewayPorts(secret, upstreams) } })
    return {
      address: edge.address,
      async close() {
        await edge.close()
        await upstreams.close()
        await office.close()
      },
    }
  },
}

describe.each(Object.entries(layouts))('the gateway, %s', (_, open) => {
  let address: string
  let close: () => Promise<void>
  beforeAll(async () => {
    const house = await open()
    address = house.address
    close = () => house.close()
  })
  afterAll(() => close())

  const ask = (path: string, init: { method?: string; headers?: Record<string, string>; json?: unknown } = {}) =>
    fetch(`${address}/api/v1${path}`, {
      ...init,
      ...(init.json === undefined ? {} : { method: init.method ?? 'POST', body: JSON.stringify(init.json) }),
      headers: { ...(init.json === undefined ? {} : { 'content-type': 'application/json' }), ...init.headers },
    })

  /** Signs a new person up and answers their cookie. */
  async function signUp(): Promise<string> {
    const response = await ask('/identity/sign-up', {
      json: { name: 'Test person', email: `${randomBytes(6).toString('hex')}@example.com`, password: 'a long enough password', organisation: 'Example' },
    })
    expect(response.status).toBe(200)
    return response.headers
      .getSetCookie()
      .map((it) => it.split(';')[0])
      .join('; ')
  }

  it('lets a signed-in browser in, and nobody else', async () => {
    const cookie = await signUp()
    expect((await ask('/workspace/settings')).status).toBe(401)
    expect((await ask('/workspace/settings', { headers: { cookie } })).status).toBe(200)
    expect((await ask('/workspace/settings', { headers: { cookie: 'myna_session=forged' } })).status).toBe(401)
  })

  it('refuses a write that another website made the browser send', async () => {
    const cookie = await signUp()
    const write = (headers: Record<string, string>) =>
      ask('/workspace/settings', { method: 'PATCH', json: { settings: { country: 'US' } }, headers: { cookie, ...headers } })
    expect(await (await write({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({ code: 'request.cross_site' })
    expect((await write({ origin: 'null' })).status).toBe(403)
    expect((await write({ origin: address, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  it('lets a provider of single sign-on post across websites, as nobody', async () => {
    const cookie = await signUp()
    const path = `/identity/sso/${crypto.randomUUID()}/acs`
    const posted = await fetch(`${address}/api/v1${path}`, {
      method: 'POST',
      body: new URLSearchParams({ SAMLResponse: 'none' }),
      headers: { cookie, origin: 'https://idp.example', 'sec-fetch-site': 'cross-site' },
      redirect: 'manual',
    })
    expect(posted.status).not.toBe(403)
  })

  it('sets each cookie once, and tells identity by which a browser is known again', async () => {
    const email = `${randomBytes(6).toString('hex')}@example.com`
    const person = { name: 'Test person', email, password: 'a long enough password', organisation: 'Example' }
    const first = await ask('/identity/sign-up', { json: person })
    const names = first.headers.getSetCookie().map((it) => it.split('=')[0])
    expect(new Set(names).size).toBe(names.length)
    const device = first.headers
      .getSetCookie()
      .find((it) => it.startsWith('myna_device='))!
      .split(';')[0]!
    const again = await ask('/identity/sign-in', { json: { email, password: person.password }, headers: { cookie: device } })
    expect(again.status).toBe(200)
    // A browser that is known gets no new mark.
    expect(again.headers.getSetCookie().filter((it) => it.startsWith('myna_device=') && it.split(';')[0] !== device)).toEqual([])
  })

  it('knows an API key by header, with its scopes', async () => {
    const cookie = await signUp()
    const made = (await (await ask('/identity/api-keys', { json: { name: 'reader', scopes: ['members:read'] }, headers: { cookie } })).json()) as {
      key: string
    }
    expect((await ask('/identity/members', { headers: { authorization: `Bearer ${made.key}` } })).status).toBe(200)
    expect((await ask('/identity/members', { headers: { 'x-api-key': made.key } })).status).toBe(200)
    expect((await ask('/workspace/settings', { method: 'PATCH', json: { settings: { country: 'US' } }, headers: { 'x-api-key': made.key } })).status).toBe(403)
  })

  it('forgets a session the moment it ends', async () => {
    const cookie = await signUp()
    expect((await ask('/identity/me', { headers: { cookie } })).status).toBe(200)
    await ask('/identity/sign-out', { json: {}, headers: { cookie } })
    expect((await ask('/identity/me', { headers: { cookie } })).status).toBe(401)
  })

  it('lets the operator in by the token, and by nothing like it', async () => {
    const me = await (await ask('/identity/me', { headers: { authorization: `Bearer ${operatorToken}` } })).json()
    expect(me).toMatchObject({ user: null, tenant: { name: expect.any(String) } })
    expect((await ask('/identity/me', { headers: { authorization: `Bearer ${operatorToken}x` } })).status).toBe(401)
  })

  it('never lets a caller be claimed from outside', async () => {
    const claimed = Buffer.from(
      JSON.stringify({ caller: { tenantId: null, subject: 'operator', roles: [], scopes: ['*'], traceId: 'x' }, to: 'workspace', until: Date.now() + 1e6 }),
    ).toString('base64url')
    expect((await ask('/identity/authentication', { json: {}, headers: { 'x-myna-caller': `${claimed}.AAAA` } })).status).toBe(401)
  })

  it('carries a request id through to the answer', async () => {
    const response = await ask('/workspace/settings', { headers: { 'x-request-id': 'my-own-request-id' } })
    expect(response.headers.get('x-request-id')).toBe('my-own-request-id')
    expect(await response.json()).toMatchObject({ traceId: 'my-own-request-id' })
  })

  it('serves the OpenAPI document, the console and safe headers', async () => {
    expect(await (await ask('/openapi.json')).json()).toMatchObject({ openapi: '3.1.1' })
    const page = await fetch(`${address}/agents/some-page`, { headers: { accept: 'text/html' } })
    expect(await page.text()).toContain('<title>Myna</title>')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await fetch(`${address}/api/v1/nothing`, { headers: { accept: 'text/html' } })).status).toBe(404)
  })
})

describe('the gateway, when a service is away', () => {
  it('says that it is unavailable, in words', async () => {
    const secret = randomBytes(32)
    const remotes = { identity: 'http://127.0.0.1:9', workspace: 'http://127.0.0.1:9' }
    const upstreams = await upstreamsTo(remotes)
    const edge = await openHouse({ services: [createGateway()], secret, remotes, ports: { gateway: gatewayPorts(secret, upstreams) } })
    const response = await fetch(`${edge.address}/api/v1/workspace/settings`)
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ code: 'server.unavailable' })
    await edge.close()
    await upstreams.close()
  })
})
