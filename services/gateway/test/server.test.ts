import { afterAll, beforeAll, expect, it } from 'vitest'
import { openEdge } from './open-edge.ts'

let edge: Awaited<ReturnType<typeof openEdge>>
let looks = 0
beforeAll(async () => {
  const lookAtEngines = async () => {
    looks++
    if (looks === 1) throw new Error('not yet')
    return [{ name: 'Database', kind: 'embedded', state: 'well' as const, sentence: 'in a folder.' }]
  }
  edge = await openEdge({}, { ports: { lookAtEngines, dataFolder: '/data' } })
})
afterAll(() => edge?.close())

it('says what the server stands on, and uses engines once for all who ask at a time', async () => {
  expect((await edge.ask('/api/v1/gateway/server')).status).toBe(500)
  const answers = await Promise.all([1, 2, 3].map(async () => (await edge.ask('/api/v1/gateway/server')).json()))
  for (const it of answers) expect(it).toMatchObject({ version: 'test', dataFolder: '/data', engines: [{ name: 'Database', kind: 'embedded', state: 'well' }] })
  expect(looks).toBe(2)
})

it('tells nobody without the right', async () => {
  expect((await fetch(`${edge.address}/api/v1/gateway/server`)).status).toBe(401)
})
