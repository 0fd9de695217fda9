import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { serveMyna } from '#test/myna.ts'
import { openPlace } from '#test/place.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** A shop that counts its orders; `/slow` never answers. */
async function openShop() {
  let orders = 0
  const server: Server = createServer((request, response) => {
    if (request.url !== '/stock') orders++
    if (request.url === '/slow') return
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ orders }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closers.push(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, orders: () => orders }
}

it('tools run in the whole product; one that is under way when the server is killed is unsure, and is not done again', async () => {
  const [shop, place] = [await openShop(), await openPlace()]
  closers.push(place.close)
  const env = {
    ...place.env,
    MYNA_TOOL_ALLOW_HOSTS: '127.0.0.1',
    MYNA_PLUGIN_FOLDER: fileURLToPath(new URL('../../../docs/guide/plugin-example/', import.meta.url)),
  }
  const serve = async () => {
    const server = await serveMyna(env)
    closers.push(() => server.stop('SIGKILL'))
    return { server, api: place.operator(server.url) }
  }
  const { server, api } = await serve()
  for (const [name, timeoutMs] of [
    ['order', 10_000],
    ['slow', 500],
  ] as const)
    await api.tools.addTool({ name, title: name, timeoutMs, request: { method: 'POST', url: `${shop.url}/${name}` } })
  expect(await api.tools.runTool({ tool: 'order', confirmed: true, key: 'same-act-1' })).toMatchObject({ status: 'done', result: { orders: 1 } })
  expect(await api.tools.runTool({ tool: 'order', confirmed: true, key: 'same-act-1' })).toMatchObject({ status: 'done', result: { orders: 1 } })
  await expect(api.tools.runTool({ tool: 'order' })).rejects.toMatchObject({ code: 'tools.needs_yes', status: 409 })

  expect((await api.tools.listPlugins({})).items).toMatchObject([{ name: 'stock-check', trouble: null }])
  await api.tools.addConnection({ kind: 'plugin', plugin: 'stock-check', settings: { address: shop.url } })
  expect(await api.tools.runTool({ tool: 'stock_check_check_stock', arguments: { item: 'rye' }, confirmed: true })).toMatchObject({
    status: 'failed',
    sentence: expect.stringContaining('its plugin.json does not name this host'),
  })

  const dying = api.tools.runTool({ tool: 'slow', confirmed: true, key: 'same-act-2' }).catch(() => 'cut off')
  await expect.poll(() => shop.orders()).toBe(2)
  await server.stop('SIGKILL')
  expect(await dying).toBe('cut off')

  const { server: next, api: again } = await serve()
  await expect.poll(async () => (await again.tools.listRuns({ tool: 'slow' })).items[0]?.status, { timeout: 20_000 }).toBe('unsure')
  expect(await again.tools.runTool({ tool: 'slow', confirmed: true, key: 'same-act-2' })).toMatchObject({
    status: 'unsure',
    sentence: 'It was broken off, and nobody knows whether it took effect.',
  })
  expect(shop.orders()).toBe(2)
  expect(await next.stop()).toMatchObject({ code: 0 })
}, 90_000)
