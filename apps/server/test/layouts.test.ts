import { afterEach, describe, expect, it } from 'vitest'
import { takeJourney } from '#test/journey.ts'
import { serveMyna } from '#test/myna.ts'
import { freePort, openPlace } from '#test/place.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})
const noServer = !process.env.MYNA_TEST_DATABASE_URL

describe('the whole product', () => {
  it('works in one process', async () => {
    const place = await openPlace()
    closers.push(place.close)
    const server = await serveMyna(place.env)
    closers.push(() => server.stop('SIGKILL'))
    await takeJourney(server.url, place.operator(server.url))
    expect(await (await fetch(`${server.url}/ready`)).json()).toEqual({ status: 'ready' })
    expect(await server.stop()).toMatchObject({ code: 0, err: '' })
  }, 90_000)

  it.skipIf(noServer)(
    `works in three processes over PostgreSQL${noServer ? ' (set MYNA_TEST_DATABASE_URL to run this)' : ''}`,
    async () => {
      const place = await openPlace()
      closers.push(place.close)
      const [edge, talk, office] = await Promise.all([freePort(), freePort(), freePort()])
      const names = { edge: ['gateway'], talk: ['calls', 'voice', 'brain', 'tools', 'knowledge'], office: ['identity', 'workspace', 'agents', 'apps', 'audit'] }
      const addresses = [...names.talk.map((it) => `${it}=http://127.0.0.1:${talk}`), ...names.office.map((it) => `${it}=http://127.0.0.1:${office}`)].join(',')
      const env = { ...place.env, MYNA_SECRET: 'ab'.repeat(32), MYNA_ADDRESSES: addresses, MYNA_HOST: '127.0.0.1', MYNA_DATABASE_POOL: '5' }
      const ports = { edge, talk, office }
      const servers = await Promise.all(
        Object.entries(ports).map(async ([name, port]) => {
          const target = name === 'office' ? 'office,work' : name
          const server = await serveMyna({ ...env, PORT: String(port) }, `--target=${target}`)
          closers.push(() => server.stop('SIGKILL'))
          return server
        }),
      )
      for (const [target, port] of Object.entries(ports)) {
        const { services } = (await (await fetch(`http://127.0.0.1:${port}/services`)).json()) as { services: { name: string }[] }
        expect(services.map((it) => it.name)).toEqual(names[target as keyof typeof names])
      }
      await takeJourney(servers[0]!.url, place.operator(servers[0]!.url))

      // A process speaks for a caller by a word that it signs; whoever knocks at an inner one without it is nobody.
      expect((await fetch(`http://127.0.0.1:${office}/api/v1/agents`, { headers: { authorization: 'Bearer anything' } })).status).toBe(401)

      expect(await servers[1]!.stop()).toMatchObject({ code: 0 })
      const api = place.operator(servers[0]!.url)
      await expect(api.brain.detectLanguage({ text: 'Hello' })).rejects.toMatchObject({ code: 'server.unavailable', status: 503 })
      expect((await api.agents.listAgents({})).items).toHaveLength(1)
      expect(await Promise.all([servers[0]!.stop(), servers[2]!.stop()])).toMatchObject([{ code: 0 }, { code: 0 }])
    },
    120_000,
  )
})
