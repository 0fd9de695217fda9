import type { workspace as contract } from '@myna/contracts/workspace'
import { openHouse } from '@myna/kernel/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstColours } from '#domain/brand-colours.ts'
import { workspace } from '#service.ts'

type House = Awaited<ReturnType<typeof openHouse>>
let house: House
beforeAll(async () => {
  house = await openHouse({ services: [workspace] })
})
afterAll(() => house.close())

const brand = { name: 'Example Voice', senderName: 'Example Dental', colours: { ...firstColours, light: { main: '#006b39', ink: '#ffffff', text: '#006b39' } } }
async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text)
}
async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(body)).toString()
}

describe.each(['process', 'http'] as const)('the brand, over %s', (how) => {
  const open = () => house.client<typeof contract>('workspace', house.newCaller(), how)

  it('starts without one, and keeps what is set', async () => {
    const client = open()
    expect(await client.getBrand({})).toEqual({
      brand: { name: null, senderName: null, colours: null },
      logo: null,
      domain: null,
      domains: [],
      revision: 0,
      updatedAt: null,
    })
    expect(await client.setBrand({ brand, revision: 0 })).toMatchObject({ brand, revision: 1 })
    expect(await client.getBrand({})).toMatchObject({ brand, revision: 1 })
  })

  it('belongs to one organisation', async () => {
    await open().setBrand({ brand })
    expect(await open().getBrand({})).toMatchObject({ revision: 0, brand: { name: null } })
  })

  it('refuses colours that cannot be read, naming each and the nearest', async () => {
    const pale = { ...brand, colours: { ...brand.colours, light: { main: '#ffe066', ink: '#ffffff', text: '#006b39' } } }
    await expect(open().setBrand({ brand: pale })).rejects.toMatchObject({
      code: 'workspace.brand_unreadable',
      fields: [{ field: 'brand.colours.light.main' }, { field: 'brand.colours.light.ink', problem: expect.stringContaining('nearest') as string }],
    })
  })

  it('says which colours pass without setting them', async () => {
    const client = open()
    const { passing, troubles } = await client.checkBrandColours({ colours: { ...brand.colours, light: { main: '#ffe066', ink: '#ffffff', text: '#ffe066' } } })
    expect(troubles.map(({ theme, colour }) => `${theme} ${colour}`)).toEqual(['light main', 'light ink', 'light text'])
    expect(await client.checkBrandColours({ colours: passing })).toEqual({ troubles: [], passing })
    expect(await client.getBrand({})).toMatchObject({ revision: 0 })
  })

  it('refuses to overwrite a colleague, and lines of more than one line', async () => {
    const client = open()
    await client.setBrand({ brand })
    await expect(client.setBrand({ brand, revision: 0 })).rejects.toMatchObject({ code: 'workspace.changed_meanwhile' })
    await expect(client.setBrand({ brand: { ...brand, senderName: 'A\r\nBcc: b@example.com' } })).rejects.toMatchObject({ code: 'request.invalid' })
  })

  it('keeps a logo in which nothing runs, and removes it', async () => {
    const client = open()
    await expect(textOf(client.getBrandLogo({}))).rejects.toMatchObject({ code: 'workspace.logo_absent' })
    const { logo } = await client.setBrandLogo({}, bytesOf('<svg viewBox="0 0 1 1" onload="alert(1)"><script>alert(1)</script><path d="M0 0h1v1z"/></svg>'))
    expect(logo).toMatchObject({ contentType: 'image/svg+xml' })
    expect(await textOf(client.getBrandLogo({}))).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>')
    expect(await client.removeBrandLogo({})).toMatchObject({ logo: null, revision: 2 })
    await expect(client.setBrandLogo({}, bytesOf('hello'))).rejects.toMatchObject({ code: 'workspace.logo_not_supported' })
  })

  it('refuses a caller without the right', async () => {
    const client = house.client<typeof contract>('workspace', house.newCaller({ scopes: ['agents:read'] }), how)
    await expect(client.setBrand({ brand })).rejects.toMatchObject({ code: 'request.forbidden' })
    await expect(client.setBrandLogo({}, bytesOf('<svg/>'))).rejects.toMatchObject({ code: 'request.forbidden' })
  })
})
