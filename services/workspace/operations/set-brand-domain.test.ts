import type { Caller } from '@myna/contracts/caller'
import { identityEvents } from '@myna/contracts/identity-events'
import type { workspace as contract } from '@myna/contracts/workspace'
import { newId } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#context.ts'
import { workspace } from '#service.ts'

type House = Awaited<ReturnType<typeof openHouse>>
let house: House
beforeAll(async () => {
  house = await openHouse({ services: [workspace] })
})
afterAll(() => house.close())

const brand = { name: 'Example Voice', senderName: null, colours: null }
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
const patience = { timeout: 20_000 }

describe.each(['process', 'http'] as const)('the domain of a brand, over %s', (how) => {
  const open = (caller: Caller) => house.client<typeof contract>('workspace', caller, how)
  const nobody = () => open({ tenantId: null, subject: 'anonymous', roles: [], scopes: [], traceId: newId() })
  const say = async (caller: Caller, event: typeof identityEvents.domainVerified | typeof identityEvents.domainReleased, domain: string) => {
    const context = house.house.contextFor('workspace', { caller, signal: new AbortController().signal }) as unknown as Context
    await context.db.inTenant(caller, (tx) => context.tell(tx, event, { domain }))
  }
  /** An organisation with a brand, which has proven a domain. */
  async function settle(domain: string) {
    const caller = house.newCaller()
    await say(caller, identityEvents.domainVerified, domain)
    await expect.poll(async () => (await open(caller).getBrand({})).domains, patience).toEqual([domain])
    await open(caller).setBrand({ brand })
    return { caller, client: open(caller) }
  }
  const newDomain = () => `x${newId().replaceAll('-', '')}.in`

  it('is one the organisation has proven or one below it, and needs a name', async () => {
    const domain = newDomain()
    const { client, caller } = await settle(domain)
    expect(await client.setBrandDomain({ domain: `voice.${domain}` })).toMatchObject({ domain: `voice.${domain}`, domains: [domain] })
    expect(await client.setBrandDomain({ domain })).toMatchObject({ domain })
    for (const other of [newDomain(), `not${domain}`])
      await expect(client.setBrandDomain({ domain: other })).rejects.toMatchObject({ code: 'workspace.domain_not_yours' })
    await client.setBrand({ brand: { ...brand, name: null } })
    expect(await client.getBrand({})).toMatchObject({ domain: null })
    await expect(client.setBrandDomain({ domain })).rejects.toMatchObject({ code: 'workspace.brand_unnamed' })
    await expect(open({ ...caller, scopes: ['workspace:read'] }).setBrandDomain({ domain: null })).rejects.toMatchObject({ code: 'request.forbidden' })
  })

  it('shows anybody the face of the brand and its logo, and nothing else of the organisation', async () => {
    const domain = newDomain()
    const { client } = await settle(domain)
    expect(await nobody().getBrandFace({ domain })).toEqual({ face: null })
    await client.setBrandDomain({ domain })
    expect(await nobody().getBrandFace({ domain })).toEqual({ face: { name: 'Example Voice', colours: null, logo: null } })
    async function* bytes() {
      yield Buffer.from(svg)
    }
    const { logo } = await client.setBrandLogo({}, bytes())
    expect(await nobody().getBrandFace({ domain })).toMatchObject({ face: { logo: { hash: logo!.hash, contentType: 'image/svg+xml' } } })
    expect(Buffer.concat(await Array.fromAsync(nobody().getFaceLogo({ hash: logo!.hash }))).toString()).toContain('<path')
    await client.removeBrandLogo({})
    await expect(Array.fromAsync(nobody().getFaceLogo({ hash: 'a'.repeat(64) }))).rejects.toMatchObject({ code: 'workspace.logo_absent' })
    await client.setBrandDomain({ domain: null })
    expect(await nobody().getBrandFace({ domain })).toEqual({ face: null })
  })

  it('is worn by one organisation, and no longer when it was given up', async () => {
    const domain = newDomain()
    const [first, second] = [await settle(domain), await settle(domain)]
    await first.client.setBrandDomain({ domain })
    await expect(second.client.setBrandDomain({ domain })).rejects.toMatchObject({ code: 'workspace.domain_taken' })
    await say(second.caller, identityEvents.domainReleased, domain)
    await expect.poll(async () => (await second.client.getBrand({})).domains, patience).toEqual([])
    expect(await nobody().getBrandFace({ domain })).toMatchObject({ face: { name: 'Example Voice' } })
    await say(first.caller, identityEvents.domainReleased, domain)
    await expect.poll(async () => (await nobody().getBrandFace({ domain })).face, patience).toBeNull()
  })
})
