import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { createMemoryFanOut } from '@myna/engine-memory'
import { openHouse } from '@myna/kernel/testing'
import { workspace } from '@myna/workspace'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openEdge, operatorToken } from '#test/open-edge.ts'
import { answerJson, playService } from '#test/played-service.ts'

type Edge = Awaited<ReturnType<typeof openEdge>>

/** A service with answers that may be kept, in the process of the gateway and in another; `breakIt` takes it away. */
const layouts: Record<string, () => Promise<{ edge: Edge; breakIt(): Promise<void>; close(): Promise<void> }>> = {
  async 'one process'() {
    const edge = await openEdge({}, { here: [workspace] })
    return { edge, breakIt: () => edge.database.close(), close: () => edge.close().catch(() => {}) }
  },
  async 'gateway apart'() {
    const secret = randomBytes(32)
    const office = await openHouse({ services: [workspace], secret })
    const edge = await openEdge({ workspace: [office.address] }, { secret })
    return { edge, breakIt: () => office.close(), close: () => edge.close() }
  },
}

const [one, other] = ['019a9c7e-5f00-7000-8000-00000000000a', '019a9c7e-5f00-7000-8000-00000000000b']
const settings = '/api/v1/workspace/settings'

describe.each(Object.entries(layouts))('answers that may be kept, %s', { timeout: 120_000 }, (_, open) => {
  let place: Awaited<ReturnType<(typeof layouts)[string]>>
  beforeAll(async () => {
    place = await open()
  }, 120_000)
  afterAll(() => place.close())

  it('are tagged, and not sent again to who holds them', async () => {
    const first = await place.edge.ask(settings)
    expect(first.status).toBe(200)
    const etag = first.headers.get('etag')!
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(first.headers.get('cache-status')).toBe('Myna; fwd=miss; stored')
    const body = await first.text()
    const again = await place.edge.ask(settings)
    expect(again.headers.get('cache-status')).toMatch(/^Myna; hit; ttl=\d$/)
    expect(await again.text()).toBe(body)
    const held = await place.edge.ask(settings, { headers: { 'if-none-match': `"elsewhere", ${etag}` } })
    expect([held.status, await held.text(), held.headers.get('etag')]).toEqual([304, '', etag])
    const fresh = await place.edge.ask(settings, { headers: { 'cache-control': 'no-cache', 'if-none-match': etag } })
    expect([fresh.status, fresh.headers.get('cache-status')]).toEqual([304, 'Myna; fwd=miss; stored'])
  })

  it('are forgotten the moment their tenant writes, and stay with their tenant', async () => {
    const write = (country: string, tenant: string) => place.edge.ask(settings, { method: 'PATCH', body: JSON.stringify({ settings: { country } }) }, tenant)
    const country = async (tenant: string) =>
      ((await (await place.edge.ask(settings, {}, tenant)).json()) as { settings: { country: string } }).settings.country
    expect((await write('US', one!)).status).toBe(200)
    expect((await write('IN', other!)).status).toBe(200)
    for (const wanted of ['US', 'GB', 'BD']) {
      await write(wanted, one!)
      expect(await country(one!)).toBe(wanted)
      expect(await country(other!)).toBe('IN')
    }
    expect((await place.edge.ask(settings, {}, other)).headers.get('cache-status')).toMatch(/hit/)
  })

  it('are given while the service is away, and say so', async () => {
    const before = await (await place.edge.ask(settings)).text()
    await place.breakIt()
    const stale = await place.edge.ask(settings, { headers: { 'cache-control': 'no-cache' } })
    expect([stale.status, await stale.text()]).toEqual([200, before])
    expect(stale.headers.get('cache-status')).toMatch(/detail=stale-if-error/)
    expect(stale.headers.get('warning')).toBe('110 myna "Response is Stale"')
    expect(Number(stale.headers.get('age'))).toBeGreaterThanOrEqual(0)
    expect((await place.edge.ask(settings, {}, '019a9c7e-5f00-7000-8000-00000000000c')).status).toBeGreaterThanOrEqual(500)
  })
})

describe('answers of a service elsewhere', { timeout: 120_000 }, () => {
  const closers: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close()
  })
  async function edgeOf(answer: (request: IncomingMessage, response: ServerResponse) => void, ...ports: object[]) {
    const played = await playService('tools', answer)
    closers.push(() => played.close())
    const edges = await Promise.all((ports.length > 0 ? ports : [{}]).map((it) => openEdge({ tools: [played.address] }, { ports: it })))
    for (const it of edges) closers.push(() => it.close())
    return { played, edges: edges as [Edge, ...Edge[]] }
  }

  it('are asked for once when many ask the same at the same time', async () => {
    const waiting: ServerResponse[] = []
    const { played, edges } = await edgeOf((_request, response) => waiting.push(response))
    const asking = Array.from({ length: 10 }, () => edges[0].ask('/api/v1/tools'))
    while (waiting.length === 0) await new Promise(setImmediate)
    // Others come while the first waits; only then is it answered.
    const late = Array.from({ length: 10 }, () => edges[0].ask('/api/v1/tools'))
    await Promise.race([Promise.all(late), new Promise((resolve) => setTimeout(resolve, 200))])
    for (const it of waiting) answerJson(it, { items: [] })
    const answers = await Promise.all([...asking, ...late])
    expect(answers.every((it) => it.status === 200)).toBe(true)
    expect(played.asked.length).toBe(1)
    expect(answers.filter((it) => it.headers.get('cache-status')?.endsWith('collapsed')).length).toBeGreaterThanOrEqual(9)
  })

  it('are not kept when something was written after they were asked for, here or through another gateway', async () => {
    const waiting: ServerResponse[] = []
    const fanOut = createMemoryFanOut()
    const { played, edges } = await edgeOf(
      (request, response) => (request.method === 'GET' ? waiting.push(response) : answerJson(response, {})),
      { fanOut },
      { fanOut },
    )
    const [here, there] = edges
    const write = (edge: Edge) => edge.ask('/api/v1/tools', { method: 'POST', body: '{}' })
    for (const edge of [here, there!]) {
      const asking = here.ask('/api/v1/tools')
      while (waiting.length === 0) await new Promise(setImmediate)
      await write(edge)
      const after = here.ask('/api/v1/tools')
      while (waiting.length === 1) await new Promise(setImmediate)
      answerJson(waiting[0]!, { old: true })
      answerJson(waiting[1]!, { old: false })
      expect(await (await asking).json()).toEqual({ old: true })
      expect(await (await after).json()).toEqual({ old: false })
      expect(await (await here.ask('/api/v1/tools')).json()).toEqual({ old: false })
      waiting.splice(0)
      await write(there!)
    }
    expect(played.asked.filter((it) => it.method === 'GET').length).toBe(4)
  })

  it('are compressed where they get smaller and nobody can learn from their length', async () => {
    const long = { items: Array.from({ length: 200 }, (_, at) => ({ name: `tool ${at}`, summary: 'Looks up when the shop is open' })) }
    const { edges } = await edgeOf((request, response) => {
      if (request.url?.includes('short')) return answerJson(response, { short: true })
      if (request.url?.includes('sound')) return void response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': 5_000 }).end(Buffer.alloc(5_000))
      if (request.url?.includes('stream')) return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(long))
      answerJson(response, long)
    })
    const ask = async (path: string, headers: Record<string, string>) => {
      const tokens = { authorization: `Bearer ${operatorToken}`, 'x-myna-tenant': one! }
      const [answer] = (await once(httpRequest(`${edges[0].address}${path}`, { headers: { ...tokens, ...headers } }).end(), 'response')) as [IncomingMessage]
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk as Buffer)
      return { coding: answer.headers['content-encoding'], vary: answer.headers.vary, etag: answer.headers.etag, body: Buffer.concat(chunks) }
    }
    for (const path of ['/api/v1/tools', '/api/v1/tools/runs', '/api/v1/tools/stream']) {
      const brotli = await ask(path, { 'accept-encoding': 'gzip, deflate, br' })
      expect([brotli.coding, brotli.vary]).toEqual(['br', 'accept-encoding'])
      expect(JSON.parse(String(brotliDecompressSync(brotli.body)))).toEqual(long)
      const gzip = await ask(path, { 'accept-encoding': 'gzip, br;q=0' })
      expect(gzip.coding).toBe('gzip')
      expect(JSON.parse(String(gunzipSync(gzip.body)))).toEqual(long)
      if (brotli.etag) expect(new Set([brotli.etag, gzip.etag, (await ask(path, {})).etag]).size).toBe(3)
      expect((await ask(path, {})).coding).toBeUndefined()
      expect((await ask(path, { 'accept-encoding': 'br', cookie: 'other=1' })).coding).toBeUndefined()
      expect((await ask(path, { 'accept-encoding': 'br', cookie: 'other=1', 'sec-fetch-site': 'same-origin' })).coding).toBe('br')
    }
    for (const path of ['/api/v1/tools/short', '/api/v1/tools/sound']) expect((await ask(path, { 'accept-encoding': 'br' })).coding).toBeUndefined()
  })
})
