import type { workspace as contract } from '@myna/contracts/workspace'
import { maxViews } from '@myna/contracts/workspace-views'
import { newId } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspace } from '#service.ts'

type House = Awaited<ReturnType<typeof openHouse>>
let house: House
beforeAll(async () => {
  house = await openHouse({ services: [workspace] })
})
afterAll(() => house.close())

describe.each(['process', 'http'] as const)('saved views, over %s', (how) => {
  const open = (caller = house.newCaller()) => house.client<typeof contract>('workspace', caller, how)
  const ended = { list: 'calls', name: 'Ended', search: { status: 'ended', sort: '-started' } }

  it('keeps a view, changes it, and lists it by name', async () => {
    const client = open()
    const saved = await client.saveView(ended)
    expect(saved).toMatchObject({ ...ended, isDefault: false })
    await client.saveView({ ...ended, name: 'Alive', search: { status: 'live' } })
    await client.saveView({ list: 'agents', name: 'Drafts', search: { status: 'draft' } })
    await client.saveView({ ...saved, search: { status: 'failed' } })
    const { items } = await client.listViews({ list: 'calls' })
    expect(items.map((it) => [it.name, it.search])).toEqual([
      ['Alive', { status: 'live' }],
      ['Ended', { status: 'failed' }],
    ])
    expect((await client.listViews({})).items).toHaveLength(3)
  })

  it('has one default for each list', async () => {
    const client = open()
    await client.saveView({ ...ended, isDefault: true })
    await client.saveView({ list: 'agents', name: 'Drafts', search: {}, isDefault: true })
    await client.saveView({ ...ended, name: 'Newer', isDefault: true })
    const { items } = await client.listViews({})
    expect(items.filter((it) => it.isDefault).map((it) => it.name)).toEqual(['Drafts', 'Newer'])
  })

  it('brings a deleted view back as it was', async () => {
    const client = open()
    const saved = await client.saveView(ended)
    await client.deleteView({ viewId: saved.id })
    expect(await client.listViews({})).toEqual({ items: [] })
    expect(await client.saveView(saved)).toEqual(saved)
    expect(await client.listViews({})).toEqual({ items: [saved] })
  })

  it('refuses a name twice and more views than a person can look through', async () => {
    const client = open()
    await client.saveView(ended)
    await expect(client.saveView({ ...ended, name: 'ENDED' })).rejects.toMatchObject({ code: 'workspace.view_name_taken' })
    for (let i = 1; i < maxViews; i++) await client.saveView({ ...ended, name: `View ${i}` })
    await expect(client.saveView({ ...ended, name: 'One more' })).rejects.toMatchObject({ code: 'workspace.too_many_views' })
  })

  it('keeps the views of a person from colleagues and from other organisations', async () => {
    const owner = house.newCaller()
    const colleague = { ...owner, subject: `user:${newId()}` }
    const stranger = house.newCaller()
    const saved = await open(owner).saveView(ended)
    for (const other of [colleague, stranger]) {
      expect(await open(other).listViews({})).toEqual({ items: [] })
      await expect(open(other).deleteView({ viewId: saved.id })).rejects.toMatchObject({ code: 'workspace.view_not_found' })
    }
    await expect(open(colleague).saveView({ ...saved, name: 'Taken over' })).rejects.toMatchObject({ code: 'workspace.view_not_found' })
    // In another organisation the same id is another view.
    await open(stranger).saveView({ ...saved, name: 'Theirs' })
    expect(await open(owner).listViews({})).toEqual({ items: [saved] })
  })

  it('refuses who is in no organisation', async () => {
    await expect(open({ ...house.newCaller(), tenantId: null }).listViews({})).rejects.toMatchObject({ code: 'request.forbidden' })
  })
})
