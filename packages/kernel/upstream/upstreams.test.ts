import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '#log.ts'
import { createUpstreams, type UpstreamOptions } from '#upstream/create-upstreams.ts'
import { playService } from '#upstream/test/played-service.ts'
import type { InstanceState, Upstreams } from '#upstream/upstreams.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const log = createLog({ level: 'silent' })
async function open(options: Partial<UpstreamOptions>): Promise<Upstreams> {
  const upstreams = await createUpstreams({ addresses: {}, log, healthMs: 20, namesMs: 20, fileMs: 20, ...options })
  closers.push(() => upstreams.close())
  return upstreams
}
async function play(...of: Parameters<typeof playService>) {
  const played = await playService(...of)
  closers.push(played.close)
  return played
}
/** One request through a lease, settled as it ended. */
async function ask(upstreams: Upstreams, without?: Set<string>): Promise<string> {
  const lease = upstreams.take('bread', without)
  try {
    const { body } = await lease.pool.request({ path: '/loaf', method: 'GET' })
    await body.dump()
    lease.settle('answered')
  } catch {
    lease.settle('failed')
  }
  return lease.address
}
const statesOf = (upstreams: Upstreams): InstanceState[] => upstreams.list().flatMap((it) => it.instances.map(({ state }) => state))
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

describe('the instances of a service', () => {
  it('share the work: whoever has least to do is asked', async () => {
    const [one, other] = [await play(), await play()]
    const upstreams = await open({ addresses: { bread: [one.address, other.address] } })
    const first = upstreams.take('bread')
    const second = upstreams.take('bread')
    expect(new Set([first.address, second.address])).toEqual(new Set([one.address, other.address]))
    first.settle('answered')
    expect(upstreams.take('bread').address).toBe(first.address)
    expect(upstreams.take('bread', new Set([first.address])).address).toBe(second.address)
  })

  it('are unknown, or all unusable: unavailable', async () => {
    const upstreams = await open({ addresses: { bread: ['http://127.0.0.1:9'] } })
    expect([upstreams.knows('bread'), upstreams.knows('butter')]).toEqual([true, false])
    expect(() => upstreams.take('butter')).toThrow('not reachable right now')
    expect(() => upstreams.take('bread', new Set(['http://127.0.0.1:9']))).toThrow('not reachable right now')
    expect(upstreams.text()).toContain('myna_upstream_refusals_total{service="bread"} 1')
  })

  it('that do not answer their health questions are away until they do again', async () => {
    const [one, other] = [await play(), await play()]
    const upstreams = await open({ addresses: { bread: [one.address, other.address] } })
    one.state.health = 503
    await until(() => expect(statesOf(upstreams)).toEqual(['away', 'well']))
    for (let count = 0; count < 10; count++) expect(await ask(upstreams)).toBe(other.address)
    one.state.health = 200
    await until(() => expect(statesOf(upstreams)).toEqual(['well', 'well']))
  })

  it('that are too busy to say how they do are asked only when there is no other', async () => {
    const [one, other] = [await play(), await play()]
    const upstreams = await open({ addresses: { bread: [one.address, other.address] } })
    one.state.isBusy = true
    await until(() => expect(statesOf(upstreams)).toEqual(['away', 'well']))
    expect(await ask(upstreams)).toBe(other.address)
    other.state.health = 503
    await until(() => expect(statesOf(upstreams)).toEqual(['away', 'away']))
    expect(await ask(upstreams)).toBe(one.address)
  })

  it('that are about to stop are asked nothing more', async () => {
    const one = await play()
    const upstreams = await open({ addresses: { bread: [one.address] } })
    one.state.healthBody = '{"status":"draining"}'
    await until(() => expect(statesOf(upstreams)).toEqual(['away']))
    expect(() => upstreams.take('bread')).toThrow()
  })

  it('that run something else are not asked', async () => {
    const [one, other] = [await play(), await play()]
    one.state.services = ['butter']
    other.state.services = ['bread', 'butter']
    const upstreams = await open({ addresses: { bread: [one.address, other.address] } })
    await until(() => expect(statesOf(upstreams)).toEqual(['away', 'well']))
  })

  it('that fail are left alone at once, and tried by one request when they are heard of again', async () => {
    const one = await play()
    const upstreams = await open({ addresses: { bread: [one.address] } })
    await ask(upstreams)
    await one.close()
    let failed = 0
    await expect(async () => {
      for (; failed < 100; failed++) await ask(upstreams)
    }).rejects.toThrow('not reachable right now')
    expect(failed).toBeLessThanOrEqual(5)
    const again = await play(undefined, one.port)
    let trial: ReturnType<Upstreams['take']> | undefined
    await until(() => void (trial = upstreams.take('bread')))
    expect(() => upstreams.take('bread')).toThrow('not reachable right now')
    trial!.settle('answered')
    await until(() => expect(statesOf(upstreams)).toEqual(['well']))
    expect(await ask(upstreams)).toBe(again.address)
    expect(upstreams.text()).toContain(`myna_upstream_breaks_total{service="bread",instance="${one.address}"} 1`)
  })

  it('whose trial fails are left alone once more; a caller who goes away decides nothing', async () => {
    const one = await play()
    const upstreams = await open({ addresses: { bread: [one.address] } })
    for (let count = 0; count < 5; count++) upstreams.take('bread').settle('failed')
    await until(() => upstreams.take('bread').settle('left'))
    await until(() => upstreams.take('bread').settle('failed'))
    expect(() => upstreams.take('bread')).toThrow()
    expect(statesOf(upstreams)).toEqual(['resting'])
  })

  it('settle once, whatever is said later', async () => {
    const upstreams = await open({ addresses: { bread: [(await play()).address] } })
    const lease = upstreams.take('bread')
    lease.settle('answered')
    lease.settle('failed')
    expect(upstreams.list()[0]!.instances[0]).toMatchObject({ inFlight: 0, requests: 1, failures: 0 })
  })
})

describe('the budget of retries', () => {
  it('ends, and grows with what is answered', async () => {
    const upstreams = await open({ addresses: { bread: [(await play()).address] } })
    const spend = () => {
      let yes = 0
      while (yes < 1_000 && upstreams.mayRetry('bread')) yes++
      return yes
    }
    expect(spend()).toBeLessThan(20)
    for (let count = 0; count < 400; count++) upstreams.take('bread').settle('answered')
    const earned = spend()
    expect(earned).toBeGreaterThanOrEqual(59)
    expect(earned).toBeLessThan(80)
    expect(upstreams.mayRetry('butter')).toBe(false)
  })
})
