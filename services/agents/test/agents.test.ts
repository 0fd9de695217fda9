import { AgentConfig } from '@myna/contracts/agents'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, eventually, openAgents } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openAgents>>
beforeAll(async () => void (room = await openAgents()))
afterAll(() => room.close())

const business = { config: { businessName: 'Corner Bakery' } }

describe.each(['process', 'http'] as const)('an agent made by hand, over %s', (how) => {
  const open = () => {
    const caller = room.house.newCaller()
    return { caller, client: room.agentsOf(caller, how), knowledge: room.knowledgeOf(caller) }
  }

  it('starts as a draft with the settings of the organisation and an empty knowledge base', async () => {
    const { client, knowledge } = open()
    const agent = await client.createAgent({ name: '  Front desk ', config: { businessName: 'Corner Bakery', speed: 1.2 } })
    expect(agent).toMatchObject({ name: 'Front desk', status: 'draft', draftRevision: 1, publishedVersion: null, hasUnpublishedChanges: true, website: null })
    expect(agent.draft).toMatchObject({
      businessName: 'Corner Bakery',
      greeting: 'Hello, this is Corner Bakery. How can I help you?',
      speed: 1.2,
      timeZone: 'Asia/Kolkata',
      country: 'IN',
    })
    expect(await client.getAgent({ agentId: agent.id })).toEqual(agent)
    expect(await knowledge.getBase({ baseId: agent.baseId })).toMatchObject({ name: 'Front desk', itemCount: 0 })
  })

  it('is edited field by field, and refuses to overwrite a colleague', async () => {
    const { client } = open()
    const { id: agentId } = await client.createAgent({ name: 'Front desk', ...business })
    const edited = await client.updateDraft({ agentId, config: { greeting: 'Namaste!' }, revision: 1 })
    expect(edited).toMatchObject({ draftRevision: 2, draft: { greeting: 'Namaste!', businessName: 'Corner Bakery' } })
    expect(await codeOf(client.updateDraft({ agentId, config: { greeting: 'Hi!' }, revision: 1 }))).toBe('workspace.changed_meanwhile')
    expect(await client.updateDraft({ agentId, config: { greeting: 'Namaste!' } })).toEqual(edited)
    expect(await client.updateDraft({ agentId, name: 'Reception' })).toMatchObject({ name: 'Reception', draftRevision: 2 })
    await expect(client.updateDraft({ agentId, config: { hours: [{ day: 1, from: '9:00', to: '18:00' }] } })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ field: 'config.hours.0.from' }],
    })
  })

  it('keeps every field that a change does not name', async () => {
    const { client } = open()
    const config = {
      businessName: 'Corner Bakery',
      greeting: 'Namaste!',
      instructions: 'Be brief.',
      languages: ['hi' as const],
      voices: { hi: 'espeak:hi' },
      speed: 1.3,
      timeZone: 'Europe/London',
      country: 'GB',
      hours: [{ day: 1, from: '09:00', to: '18:00' }],
    }
    const { id: agentId, draft } = await client.createAgent({ name: 'Front desk', config })
    expect(draft).toEqual(AgentConfig.parse(config))
    expect((await client.updateDraft({ agentId, config: { greeting: 'Hello!' } })).draft).toEqual({ ...AgentConfig.parse(config), greeting: 'Hello!' })
    expect((await client.updateDraft({ agentId, config: {} })).draft).toEqual({ ...AgentConfig.parse(config), greeting: 'Hello!' })
  })

  it('refuses a name that is taken, in whatever letters', async () => {
    const { client } = open()
    const { id: agentId } = await client.createAgent({ name: 'Front desk', ...business })
    const { id: otherId } = await client.createAgent({ name: 'Überseestraße', ...business })
    expect(await codeOf(client.createAgent({ name: 'FRONT Desk', ...business }))).toBe('agents.name_taken')
    expect(await codeOf(client.createAgent({ name: 'überseestraße', ...business }))).toBe('agents.name_taken')
    expect(await codeOf(client.duplicateAgent({ agentId, name: 'front desk' }))).toBe('agents.name_taken')
    expect(await codeOf(client.updateDraft({ agentId: otherId, name: 'front desk' }))).toBe('agents.name_taken')
    expect((await client.updateDraft({ agentId, name: 'FRONT DESK' })).name).toBe('FRONT DESK')
    expect((await room.agentsOf(room.house.newCaller(), how).createAgent({ name: 'Front desk', ...business })).name).toBe('Front desk')
  })

  it('gets its name once, however many ask for it in the same moment, and the others leave nothing behind', async () => {
    const { caller, client } = open()
    const names = ['Front desk', 'front desk', 'FRONT DESK', 'Front Desk', 'fRONT dESK', 'front Desk']
    const codes = await Promise.all(names.map((name) => codeOf(client.createAgent({ name, ...business }))))
    expect(codes.sort()).toEqual([...names.slice(1).map(() => 'agents.name_taken'), 'no fault'])
    expect((await client.listAgents({})).items).toHaveLength(1)
    expect(await room.countBases(caller)).toBe(1)
  })

  it('is renamed to one name once, however many ask for it in the same moment', async () => {
    const { client } = open()
    const made = await Promise.all(['One', 'Two', 'Three', 'Four'].map((name) => client.createAgent({ name, ...business })))
    const codes = await Promise.all(made.map((it) => codeOf(client.updateDraft({ agentId: it.id, name: 'Front desk' }))))
    expect(codes.sort()).toEqual(['agents.name_taken', 'agents.name_taken', 'agents.name_taken', 'no fault'])
  })

  it('is copied as a draft that shares its knowledge, which goes with the last of them', async () => {
    const { caller, client, knowledge } = open()
    const agent = await client.createAgent({ name: 'Front desk', ...business })
    await client.publishAgent({ agentId: agent.id })
    const copy = await client.duplicateAgent({ agentId: agent.id, name: 'Night desk' })
    expect(copy).toMatchObject({ status: 'draft', publishedVersion: null, baseId: agent.baseId, draft: agent.draft })
    await client.deleteAgent({ agentId: agent.id })
    expect(await codeOf(client.getAgent({ agentId: agent.id }))).toBe('agents.not_found')
    expect((await knowledge.getBase({ baseId: agent.baseId })).id).toBe(agent.baseId)
    await client.deleteAgent({ agentId: copy.id })
    expect(await codeOf(knowledge.getBase({ baseId: agent.baseId }))).toBe('knowledge.base_not_found')
    expect(await codeOf(client.deleteAgent({ agentId: copy.id }))).toBe('agents.not_found')
    const deleted = () => room.said.filter((it) => it.event === 'agent.deleted' && it.tenantId === caller.tenantId).map((it) => it.data.agentId)
    expect(await eventually(deleted, (it) => it.length === 2)).toEqual([agent.id, copy.id])
  })

  it('is found in the list by words and by state, page after page', async () => {
    const { client } = open()
    for (const name of ['Desk 1', 'Desk 2', '100%_off', 'Desk 3']) await client.createAgent({ name, ...business })
    const { items } = await client.listAgents({ q: 'desk 2' })
    await client.publishAgent({ agentId: items[0]!.id })
    expect((await client.listAgents({ status: 'live' })).items.map((it) => it.name)).toEqual(['Desk 2'])
    expect((await client.listAgents({ q: '0%_o' })).items.map((it) => it.name)).toEqual(['100%_off'])
    expect((await client.listAgents({ q: '%%' })).items).toEqual([])
    const names: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await client.listAgents({ limit: 3, ...(cursor ? { cursor } : {}) })
      names.push(...page.items.map((it) => it.name))
      if (!page.next) break
      cursor = page.next
    }
    expect(names).toEqual(['Desk 3', '100%_off', 'Desk 2', 'Desk 1'])
    expect(await codeOf(client.listAgents({ cursor: Buffer.from('["x"]').toString('base64url') }))).toBe('request.invalid')
  })
})

describe.each(['process', 'http'] as const)('versions, over %s', (how) => {
  it('are what callers meet, and drafts are not', async () => {
    const client = room.agentsOf(room.house.newCaller(), how)
    const { id: agentId } = await client.createAgent({ name: 'Front desk', ...business })
    expect(await codeOf(client.getLiveConfig({ agentId }))).toBe('agents.not_publishable')
    expect(await client.getLiveConfig({ agentId, draft: true })).toMatchObject({
      version: null,
      persona: { agentName: 'Front desk', businessName: 'Corner Bakery', timeZone: 'Asia/Kolkata' },
    })
    expect(await client.publishAgent({ agentId, note: 'First' })).toMatchObject({ status: 'live', publishedVersion: 1, hasUnpublishedChanges: false })
    expect(await client.updateDraft({ agentId, config: { instructions: 'Be brief.' } })).toMatchObject({ status: 'live', hasUnpublishedChanges: true })
    expect(await client.getLiveConfig({ agentId })).toMatchObject({ version: 1, config: { instructions: '' }, persona: { instructions: '' } })
    expect(await client.getLiveConfig({ agentId, draft: true })).toMatchObject({ version: null, config: { instructions: 'Be brief.' } })
    await client.publishAgent({ agentId })
    expect(await client.getLiveConfig({ agentId })).toMatchObject({ version: 2, config: { instructions: 'Be brief.' } })
  })

  it('are listed newest first with who and why, and one is the draft again', async () => {
    const caller = room.house.newCaller({ name: 'Asha' })
    const client = room.agentsOf(caller, how)
    const { id: agentId } = await client.createAgent({ name: 'Front desk', ...business })
    for (const greeting of ['One', 'Two', 'Three']) {
      await client.updateDraft({ agentId, config: { greeting } })
      await client.publishAgent({ agentId, note: `Say ${greeting}` })
    }
    const first = await client.listVersions({ agentId, limit: 2 })
    const rest = await client.listVersions({ agentId, limit: 2, cursor: first.next! })
    expect([...first.items, ...rest.items].map((it) => [it.number, it.note, it.publishedBy, it.config.greeting])).toEqual([
      [3, 'Say Three', 'Asha', 'Three'],
      [2, 'Say Two', 'Asha', 'Two'],
      [1, 'Say One', 'Asha', 'One'],
    ])
    expect(rest.next).toBeUndefined()
    expect(await client.restoreVersion({ agentId, version: 1 })).toMatchObject({ draft: { greeting: 'One' }, publishedVersion: 3, hasUnpublishedChanges: true })
    expect((await client.getLiveConfig({ agentId })).config.greeting).toBe('Three')
    await client.publishAgent({ agentId })
    expect(await client.getLiveConfig({ agentId })).toMatchObject({ version: 4, config: { greeting: 'One' } })
    expect(await codeOf(client.restoreVersion({ agentId, version: 9 }))).toBe('agents.version_not_found')
    const published = () => room.said.filter((it) => it.event === 'agent.published' && it.data.agentId === agentId).map((it) => it.data.version)
    expect(await eventually(published, (it) => it.length === 4)).toEqual([1, 2, 3, 4])
  })

  it('are not made of nothing, nor twice of the same draft', async () => {
    const client = room.agentsOf(room.house.newCaller(), how)
    const { id: agentId } = await client.createAgent({ name: 'Front desk', ...business })
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(client.publishAgent({ agentId }))))
    expect(codes.sort()).toEqual(['agents.nothing_to_publish', 'agents.nothing_to_publish', 'no fault'])
    expect((await client.listVersions({ agentId })).items.map((it) => it.number)).toEqual([1])
  })
})
