import { createGuardedFetch } from '@myna/fetch-guarded'
import type { HttpToolRunner } from '@myna/ports/tool-host'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpToolRunner } from '#http-tool-runner.ts'
import { openShopApi, type ShopApi } from '#test/shop-api.ts'

let shop: ShopApi
let guarded: ReturnType<typeof createGuardedFetch>
let run: HttpToolRunner
beforeAll(async () => {
  shop = await openShopApi()
  guarded = createGuardedFetch({ allowHosts: [shop.host] })
  run = createHttpToolRunner({ fetch: guarded.fetch })
})
afterAll(async () => {
  await guarded.close()
  await shop.close()
})

type Request = Parameters<HttpToolRunner>[0]
const ask = (path: string, it: Partial<Request> = {}) =>
  run({
    method: 'GET',
    url: path.startsWith('http') ? path : `${shop.url}${path}`,
    headers: { 'x-key': 'right-key' },
    body: undefined,
    timeoutMs: 5_000,
    maxBytes: 200_000,
    signal: new AbortController().signal,
    ...it,
  })
const faultOf = (work: Promise<unknown>) =>
  work.then(
    (it) => ({ name: 'no fault', message: JSON.stringify(it) }),
    (error: Error) => error,
  )

describe('a tool over HTTP', () => {
  it('answers the JSON of the far side with its status', async () => {
    expect(await ask('/stock/rye')).toEqual({ status: 200, result: { item: 'rye', left: 3 } })
    expect(await ask('/stock/none')).toEqual({ status: 404, result: { error: 'no such item' } })
    expect(await ask('/stock/rye', { headers: {} })).toEqual({ status: 401, result: { error: 'unknown key' } })
    expect(await ask('/busy')).toEqual({ status: 429, result: { error: 'too many' } })
  })

  it('sends body and headers, so that the far side can tell a repetition', async () => {
    const order = () =>
      ask('/orders', {
        method: 'POST',
        headers: { 'x-key': 'right-key', 'content-type': 'application/json', 'idempotency-key': 'same-act-1' },
        body: '{"item":"rye"}',
      })
    expect(await order()).toEqual({ status: 201, result: { order: 1, item: 'rye' } })
    expect(await order()).toEqual({ status: 201, result: { order: 1, item: 'rye' } })
    expect(shop.stock.get('rye')).toBe(2)
  })

  it('answers text as text and nothing as null', async () => {
    expect(await ask('/text')).toEqual({ status: 200, result: 'खुला है 🙂' })
    expect(await ask('/nothing')).toEqual({ status: 204, result: null })
  })

  it.each([
    ['/page', 'The address answered a web page instead of data.'],
    ['/hidden-page', 'The address answered a web page instead of data (status 503).'],
    ['/broken', 'The address answered JSON that is broken.'],
    ['/picture', 'The address answered something that is neither JSON nor text.'],
    ['/large', 'The address answered more than 200 KB.'],
    ['/endless', 'The address answered more than 200 KB.'],
    ['/bomb', 'The address answered more than 200 KB.'],
    ['/cut', 'The connection broke off before the answer was whole; whether it took effect is not known.'],
    ['/hangs-up', 'The connection broke off before the answer was whole; whether it took effect is not known.'],
  ])('fails on %s with a sentence for people', async (path, message) => {
    expect(await faultOf(ask(path))).toMatchObject({ name: 'PortFault', message, retryable: false })
  })

  it.each(['/slow', '/stalls', '/endless'])('lets %s go when the time is up', async (path) => {
    const before = shop.closedEarly()
    const fault = await faultOf(ask(path, { timeoutMs: 100, maxBytes: 1e12 }))
    expect(fault).toMatchObject({ name: 'PortFault', message: 'The address did not answer within 0.1 seconds.' })
    await expect.poll(() => shop.closedEarly()).toBeGreaterThan(before)
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const asking = faultOf(ask('/slow', { signal: stop.signal }))
    stop.abort()
    expect(await asking).toMatchObject({ name: 'PortFault', message: 'It was broken off before an answer came.' })
  })

  it.each(['http://169.254.169.254/latest/meta-data/', 'http://localhost:1/', 'http://[::1]/', 'http://intranet/'])(
    'asks nothing of %s, directly or behind a redirect',
    async (url) => {
      expect(await faultOf(ask(url))).toMatchObject({ name: 'PortFault', message: expect.stringContaining('private network') })
      shop.redirect(url)
      expect(await faultOf(ask('/redirects'))).toMatchObject({ name: 'PortFault', message: expect.stringContaining('redirects') })
    },
  )

  it('follows no redirect, not even to itself', async () => {
    shop.redirect(`${shop.url}/stock/rye`)
    const before = shop.asked.length
    expect(await faultOf(ask('/redirects'))).toMatchObject({ message: expect.stringContaining('redirects') })
    expect(shop.asked).toHaveLength(before + 1)
  })

  it('says that trying again may help only when nothing was reached', async () => {
    const gone = await openShopApi()
    await gone.close()
    const reach = createGuardedFetch({ allowHosts: [gone.host] })
    const fault = await faultOf(createHttpToolRunner({ fetch: reach.fetch })({ ...requestOf(gone.url), method: 'POST' }))
    expect(fault).toMatchObject({ name: 'PortFault', message: 'The address could not be reached.', retryable: true })
    await reach.close()
  })

  it('keeps addresses and keys out of its sentences', async () => {
    for (const headers of [{ 'x-key': 'secret\nkey' }, { 'x-key': 'secret-key' }]) {
      const fault = await faultOf(ask('/hangs-up?token=secret-token', { headers }))
      expect(fault).toMatchObject({ name: 'PortFault' })
      expect(fault.message).not.toContain('secret')
    }
  })
})

const requestOf = (url: string): Request => ({
  method: 'GET',
  url,
  headers: {},
  body: undefined,
  timeoutMs: 5_000,
  maxBytes: 200_000,
  signal: new AbortController().signal,
})
