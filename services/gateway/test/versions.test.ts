import { newId } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGuarded } from '#test/guarded.ts'
import type { VersionEntry } from '#versions/api-versions.ts'

const versions: readonly VersionEntry[] = [
  { version: '2025-01-01', changes: [{ sentence: 'First.' }], deprecated: { since: '2025-06-01', sunset: '2026-01-01' } },
  { version: '2025-06-01', changes: [{ sentence: 'Something else.' }], deprecated: { since: '2026-06-01', sunset: '2099-01-01' } },
  {
    version: '2026-11-01',
    changes: [
      {
        sentence: 'The country stands among the settings.',
        rules: {
          'workspace.getSettings': { answer: [{ move: 'land', to: 'settings.country' }] },
          'workspace.updateSettings': { input: [{ move: 'land', to: 'settings.country' }], answer: [{ move: 'land', to: 'settings.country' }] },
        },
      },
    ],
  },
]

let room: Awaited<ReturnType<typeof openGuarded>>
beforeAll(async () => void (room = await openGuarded({ versions })))
afterAll(() => room.close())

const settings = '/workspace/settings'
const scopes = ['workspace:write']

describe('a version asked for by header', () => {
  it('changes what comes in and what goes out, and says that it goes away', async () => {
    const { key } = await room.keyOf(newId(), scopes)
    const old = { 'myna-version': '2025-06-01' }
    const write = await room.ask(settings, key, {
      method: 'PATCH',
      body: JSON.stringify({ settings: {}, land: 'US' }),
      headers: { ...old, 'content-type': 'application/json' },
    })
    expect(await write.json()).toMatchObject({ land: 'US' })
    const read = await room.ask(settings, key, { headers: old })
    const body = (await read.json()) as { land: string; settings: Record<string, unknown> }
    expect([body.land, body.settings.country]).toEqual(['US', undefined])
    expect(read.headers.get('myna-version')).toBe('2025-06-01')
    expect(read.headers.get('deprecation')).toMatch(/^@\d+$/)
    expect(read.headers.get('sunset')).toBe('Thu, 01 Jan 2099 00:00:00 GMT')
    expect(read.headers.get('link')).toContain('rel="deprecation"')
    const now = (await (await room.ask(settings, key, { headers: { 'myna-version': '2026-11-01' } })).json()) as typeof body
    expect([now.land, now.settings.country]).toEqual([undefined, 'US'])
  })

  it('that is unknown, or over, is refused with those there are', async () => {
    const { key } = await room.keyOf(newId(), scopes)
    for (const version of ['2025-01-01', '2024-01-01', 'latest', '__proto__', `x`.repeat(500)]) {
      const refused = await room.ask(settings, key, { headers: { 'myna-version': version } })
      expect(refused.status).toBe(400)
      expect(await refused.json()).toMatchObject({
        code: 'request.version_unknown',
        fields: [{ field: 'Myna-Version', problem: 'Those there are: 2025-06-01, 2026-11-01.' }],
      })
    }
    const byPath = await fetch(`${room.address}/api/v2/workspace/settings`)
    expect([byPath.status, await byPath.json()]).toEqual([400, expect.objectContaining({ code: 'request.version_unknown' })])
  })
})

describe('a version a key is kept at', () => {
  it('is spoken when none is asked for', async () => {
    const tenantId = newId()
    const key = await room.keyOf(tenantId, scopes)
    const client = room.gatewayOf(room.newCaller({ tenantId }))
    await expect(client.setKeySettings({ keyId: key.id, perMinute: null, version: '2020-01-01' })).rejects.toMatchObject({ code: 'gateway.version_unknown' })
    await client.setKeySettings({ keyId: key.id, perMinute: null, version: '2025-06-01' })
    const read = async (headers: Record<string, string> = {}) => Object.keys((await (await room.ask(settings, key.key, { headers })).json()) as object)
    expect(await read()).toContain('land')
    expect(await read({ 'myna-version': '2026-11-01' })).not.toContain('land')
  })
})

it('versions are listed for anybody, newest first, without those that are over', async () => {
  const { items } = (await (await room.ask('/gateway/versions', undefined)).json()) as { items: { version: string; state: string }[] }
  expect(items.map((it) => [it.version, it.state])).toEqual([
    ['2026-11-01', 'current'],
    ['2025-06-01', 'deprecated'],
  ])
})
