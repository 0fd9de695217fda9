import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { identityEvents } from '@myna/contracts/identity-events'
import type { workspace as contract } from '@myna/contracts/workspace'
import { openHouse } from '@myna/kernel/testing'
import { workspace } from '@myna/workspace'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createGateway } from '#service.ts'
import type { Ports } from '#context.ts'

const consoleOf = (name: string) => readFile(fileURLToPath(new URL(`../../../apps/console/${name}`, import.meta.url)), 'utf8')
const colours = { light: { main: '#006b39', ink: '#ffffff', text: '#006b39' }, dark: { main: '#3a9d6a', ink: '#08130d', text: '#7fd0a5' } }
const folder = mkdtempSync(join(tmpdir(), 'myna-brands-'))
let house: Awaited<ReturnType<typeof openHouse>>

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), await consoleOf('index.html'))
  for (const name of ['manifest.json', 'favicon.svg']) writeFileSync(join(folder, name), await consoleOf(`public/${name}`))
  const secret = Buffer.alloc(32, 7)
  const gateway: Ports = {
    publicUrl: 'http://myna.example',
    operatorToken: 'op_for-tests-only',
    consoleFolder: folder,
    upstreams: undefined,
    fanOut: undefined,
    limitFactor: 0,
    secret,
    version: 'test',
  }
  house = await openHouse({
    services: [createGateway({ wearsBrands: true }), workspace],
    secret,
    remotes: { identity: 'http://127.0.0.1:9' },
    ports: { gateway },
  })
}, 120_000)
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

async function ask(path: string, host: string) {
  const [answer] = (await once(httpRequest(house.address, { path, headers: { host, accept: 'text/html' } }).end(), 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return { status: answer.statusCode, headers: answer.headers, text: Buffer.concat(chunks).toString() }
}

/** An organisation that wears its brand at a domain. */
async function settle(domain: string, name: string) {
  const caller = house.newCaller()
  const client = house.client<typeof contract>('workspace', caller)
  const context = house.house.contextFor('workspace', { caller, signal: new AbortController().signal })
  await context.db.inTenant(caller, (tx) => context.tell(tx, identityEvents.domainVerified, { domain }))
  await expect.poll(async () => (await client.getBrand({})).domains, { timeout: 20_000 }).toEqual([domain])
  await client.setBrand({ brand: { name, senderName: null, colours } })
  await client.setBrandDomain({ domain })
  return client
}

it('shows the page, the manifest and the marks of a brand at its domain, and no other name', async () => {
  await settle('voice.example.in', 'Bolo & "Sons"')
  const page = await ask('/sign-in', 'voice.example.in:8443')
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.text).toContain('<title>Bolo &#38; &#34;Sons&#34;</title>')
  const look = /<meta name="brand" content="([^"]*)"/.exec(page.text)![1]!.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
  expect(JSON.parse(look)).toEqual({ name: 'Bolo & "Sons"', colours })
  const manifest = await ask('/manifest.json', 'voice.example.in')
  expect(JSON.parse(manifest.text)).toMatchObject({ name: 'Bolo & "Sons"', short_name: 'Bolo & "Sons"', icons: [{ src: '/favicon.svg' }] })
  const mark = await ask('/favicon.svg', 'voice.example.in')
  expect(mark).toMatchObject({ status: 200, headers: { 'content-type': 'image/svg+xml' } })
  expect(mark.text).toMatch(/fill="#006b39".*>B<\/text>/)
  for (const { text } of [page, manifest, mark]) expect(text).not.toMatch(/myna(?!\.example)/i)
  expect(page.text).not.toContain('icon-192')
})

it('leads to the logo where there is one', async () => {
  const client = await settle('logo.example.in', 'Bolo')
  async function* bytes() {
    yield Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>')
  }
  const { logo } = await client.setBrandLogo({}, bytes())
  const address = `/api/v1/workspace/brand-logos/${logo!.hash}`
  expect(await ask('/icon-192.png', 'logo.example.in')).toMatchObject({ status: 302, headers: { location: address } })
  expect((await ask('/', 'logo.example.in')).text).toContain(`<link rel="icon" href="${address}"`)
  expect(JSON.parse((await ask('/manifest.json', 'logo.example.in')).text)).toMatchObject({ icons: [{ src: address, type: 'image/svg+xml' }] })
  expect(await ask(address, 'logo.example.in')).toMatchObject({ status: 200 })
})

it('is as it came everywhere else', async () => {
  for (const host of ['myna.example', 'unknown.example.in', '127.0.0.1:3000', 'localhost', '[::1]', 'a/b', 'x'.repeat(300)]) {
    const page = await ask('/', host)
    if (page.status === 200) expect(page.text).toContain('<title>Myna</title>')
    else expect(page.status).toBe(400)
  }
  expect((await ask('/', 'myna.example')).text).toBe(await consoleOf('index.html'))
})
