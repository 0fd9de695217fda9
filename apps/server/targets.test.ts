import { contracts } from '@myna/contracts'
import { type AnyService, createHouse, createLog, createUpstreams, createVault, defineService, type Upstreams } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serviceLoaders } from '#services.ts'
import { servicesOf, targets } from '#targets.ts'

describe('a target', () => {
  it('stands for its services, each once', () => {
    expect(servicesOf('all')).toEqual(Object.keys(serviceLoaders))
    expect(servicesOf('edge')).toEqual(['gateway'])
    expect(servicesOf('office,work')).toEqual(['identity', 'workspace', 'agents', 'apps', 'audit'])
    expect(servicesOf('talk, brain,voice,audit')).toEqual(['calls', 'voice', 'brain', 'tools', 'knowledge', 'audit'])
  })

  it('refuses what is no name, telling those there are', () => {
    expect(() => servicesOf('talk,speech')).toThrow(
      'There is no target or service "speech". Targets: all, edge, talk, work, office. Services: gateway, identity',
    )
    expect(() => servicesOf('')).toThrow('There is no target or service ""')
    expect(() => servicesOf('toString')).toThrow('There is no target or service "toString"')
  })

  it('covers every service by the groups together, each by one', () => {
    const { all, ...groups } = targets
    expect(Object.values(groups).flat().sort()).toEqual([...all!].sort())
  })
})

describe('a house', () => {
  let ground: Awaited<ReturnType<typeof openHouse>>
  beforeAll(async () => void (ground = await openHouse({ services: [] })))
  afterAll(() => ground.close())

  const log = createLog({ level: 'silent' })
  const open = (services: AnyService[], upstreams?: Upstreams) =>
    createHouse({
      services,
      upstreams,
      contracts,
      database: ground.database,
      ports: {},
      vault: createVault(new Uint8Array(32)),
      secret: new Uint8Array(32),
      log,
    })
  const named = (name: string, ...needs: string[]) =>
    defineService({ name, contract: {}, needs: Object.fromEntries(needs.map((it) => [it, {}])), operations: {} }) as AnyService
  const load = (target: string) => Promise.all(servicesOf(target).map((it) => serviceLoaders[it]!()))

  it('refuses to start without an address of what it needs, naming both and the way out', async () => {
    await expect(open([named('bread', 'oven')])).rejects.toThrow(
      'bread needs oven, which is neither started here nor has an address. Start it here too, or set MYNA_ADDRESSES=oven=http://host:port',
    )
    await expect(open(await load('talk'))).rejects.toThrow('calls needs agents')
    await expect(open(await load('edge'))).rejects.toThrow('gateway needs identity')
  })

  it('starts with an address of what it needs', async () => {
    const upstreams = await createUpstreams({ addresses: { identity: ['http://127.0.0.1:9'] }, log })
    expect([...(await open([named('bread', 'identity')], upstreams)).hosted.keys()]).toEqual(['bread'])
    await upstreams.close()
  })

  it('refuses a circle of needs, naming it', async () => {
    const services = [named('bread', 'oven'), named('oven', 'wood'), named('wood', 'baker'), named('baker', 'oven')]
    await expect(open(services)).rejects.toThrow('There is a circle of needs: oven → wood → baker → oven')
    await expect(open([named('egg', 'egg')])).rejects.toThrow('There is a circle of needs: egg → egg')
  })

  it('of all services has no circle and misses nothing', async () => {
    const all = (await load('all')).map(({ name, needs }) => named(name, ...Object.keys(needs)))
    expect([...(await open(all)).hosted.keys()]).toEqual(servicesOf('all'))
  })
})
