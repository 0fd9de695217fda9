import type { workspace as contract } from '@myna/contracts/workspace'
import { openHouse } from '@myna/kernel/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspace } from '#service.ts'

type House = Awaited<ReturnType<typeof openHouse>>
let house: House
beforeAll(async () => {
  house = await openHouse({ services: [workspace] })
})
afterAll(() => house.close())

describe.each(['process', 'http'] as const)('settings, over %s', (how) => {
  const open = () => house.client<typeof contract>('workspace', house.newCaller(), how)

  it('starts from first settings', async () => {
    expect(await open().getSettings({})).toMatchObject({ revision: 0, settings: { defaultLanguage: 'en', crawlMaxPages: 50 } })
  })

  it('keeps what was not changed', async () => {
    const client = open()
    await client.updateSettings({ settings: { timeZone: 'Europe/London' } })
    const second = await client.updateSettings({ settings: { country: 'GB' }, revision: 1 })
    expect(second).toMatchObject({ revision: 2, settings: { timeZone: 'Europe/London', country: 'GB' } })
    expect(await client.getSettings({})).toEqual(second)
  })

  it('refuses to overwrite a colleague', async () => {
    const client = open()
    await client.updateSettings({ settings: { country: 'GB' } })
    await expect(client.updateSettings({ settings: { country: 'US' }, revision: 0 })).rejects.toMatchObject({ code: 'workspace.changed_meanwhile' })
  })

  it('refuses a time zone that is none, naming the field', async () => {
    await expect(open().updateSettings({ settings: { timeZone: 'Mars/Olympus' } })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ field: 'settings.timeZone' }],
    })
  })

  it('refuses a caller without the right', async () => {
    const client = house.client<typeof contract>('workspace', house.newCaller({ scopes: ['agents:read'] }), how)
    await expect(client.updateSettings({ settings: { country: 'US' } })).rejects.toMatchObject({ code: 'request.forbidden' })
  })
})
