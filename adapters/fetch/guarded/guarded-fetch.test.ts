import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGuardedFetch } from '#guarded-fetch.ts'

const server = createServer((request, response) => {
  if (request.url === '/away') return void response.writeHead(302, { location: '/' }).end()
  response.end('here')
})
let address: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

describe('a guarded fetch', () => {
  it('refuses a private address', async () => {
    const guarded = createGuardedFetch({ allowHosts: [] })
    await expect(guarded.fetch(address)).rejects.toMatchObject({ trouble: 'private_address' })
    await guarded.close()
  })

  it('reaches a host the operator allows, but follows no redirect', async () => {
    const guarded = createGuardedFetch({ allowHosts: [new URL(address).host] })
    expect(await (await guarded.fetch(address)).text()).toBe('here')
    await expect(guarded.fetch(`${address}/away`)).rejects.toThrow()
    await guarded.close()
  })
})
