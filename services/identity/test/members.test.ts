import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openTown, password, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

/** An organisation with its owner signed in. */
async function found() {
  const owner = town.browser()
  return { owner, ...(await owner.settle({ name: 'Olga', organisation: 'Herons Ltd' })) }
}

/** Somebody new who joins in a role. */
async function join(owner: Browser, role: string, name = role) {
  const browser = town.browser()
  const email = `${crypto.randomUUID()}@example.com`
  const { id } = await owner.ask('inviteMember', { email, role })
  const me = await browser.settle({ email, name, invitationId: id })
  return { browser, ...me }
}

test('an invited person signs up into the organisation, in their role', async () => {
  const { owner, tenantId } = await found()
  const email = `rita-${crypto.randomUUID()}@example.com`
  const invitation = await owner.ask('inviteMember', { email: email.toUpperCase(), role: 'sales_rep' })
  expect(invitation).toMatchObject({ email, role: 'sales_rep', status: 'open', invitedBy: 'Olga' })
  const { mail } = await town.mailTo(email)
  expect(mail.text).toContain(`https://myna.test/invite/${invitation.id}`)
  expect(mail.text).toContain('Olga invites you to join “Herons Ltd”')
  expect(await town.anybody().getInvitation({ invitationId: invitation.id })).toEqual({
    id: invitation.id,
    email,
    role: 'sales_rep',
    organisation: 'Herons Ltd',
    accountExists: false,
  })
  const rita = town.browser()
  const me = await rita.settle({ email, invitationId: invitation.id })
  expect(me).toMatchObject({ tenantId, role: 'sales_rep' })
  expect(me.scopes).not.toContain('agents:write')
  expect((await owner.ask('listInvitations', {})).items[0]).toMatchObject({ id: invitation.id, status: 'accepted' })
  await expect(town.anybody().getInvitation({ invitationId: invitation.id })).rejects.toMatchObject({ code: 'identity.invitation_not_found' })
})

test('an invitation is for the address it was sent to', async () => {
  const { owner } = await found()
  const { id } = await owner.ask('inviteMember', { email: 'rita@example.com', role: 'user' })
  const eve = town.browser()
  await expect(eve.settle({ invitationId: id })).rejects.toMatchObject({ code: 'identity.invitation_for_other' })
  await eve.settle()
  await expect(eve.ask('acceptInvitation', { invitationId: id })).rejects.toMatchObject({ code: 'identity.invitation_for_other' })
  expect((await owner.ask('listMembers', {})).items).toHaveLength(1)
})

test('somebody with an account accepts and works there from then on, and can go back', async () => {
  const { owner, tenantId } = await found()
  const rita = town.browser()
  const home = await rita.settle({ name: 'Rita' })
  const { id } = await owner.ask('inviteMember', { email: home.email, role: 'manager' })
  expect((await town.anybody().getInvitation({ invitationId: id })).accountExists).toBe(true)
  const me = await rita.ask('acceptInvitation', { invitationId: id })
  expect(me).toMatchObject({ tenant: { id: tenantId }, role: 'manager' })
  expect(me.memberships).toHaveLength(2)
  expect(await rita.whoami()).toMatchObject({ tenantId, roles: ['manager'] })
  await expect(owner.ask('inviteMember', { email: home.email, role: 'user' })).rejects.toMatchObject({ code: 'identity.already_member' })
  await rita.ask('switchTenant', { tenantId: home.tenantId })
  expect(await rita.whoami()).toMatchObject({ tenantId: home.tenantId, roles: ['owner'] })
  await expect(owner.ask('switchTenant', { tenantId: home.tenantId })).rejects.toMatchObject({ code: 'identity.tenant_not_found' })
})

test('a cancelled, replaced or old invitation is none', async () => {
  const { owner } = await found()
  const other = await found()
  const email = `late-${crypto.randomUUID()}@example.com`
  const first = await owner.ask('inviteMember', { email, role: 'user' })
  const second = await owner.ask('inviteMember', { email, role: 'user' })
  await expect(other.owner.ask('cancelInvitation', { invitationId: second.id })).rejects.toMatchObject({ code: 'identity.invitation_not_found' })
  await expect(town.browser().settle({ email, invitationId: first.id })).rejects.toMatchObject({ code: 'identity.invitation_not_found' })
  await owner.ask('cancelInvitation', { invitationId: second.id })
  await expect(town.browser().settle({ email, invitationId: second.id })).rejects.toMatchObject({ code: 'identity.invitation_not_found' })
  await owner.ask('inviteMember', { email, role: 'user' })
  town.putForward(7 * 24 * 3_600_000)
  expect((await owner.ask('listInvitations', { limit: 3 })).items.map((it) => it.status)).toEqual(['expired', 'cancelled', 'cancelled'])
})

test('nobody gives or changes a role above their own', async () => {
  const { owner, userId } = await found()
  const admin = await join(owner, 'admin')
  const manager = await join(owner, 'manager')
  await expect(admin.browser.ask('inviteMember', { email: 'x@example.com', role: 'owner' })).rejects.toMatchObject({ code: 'identity.above_your_role' })
  await expect(admin.browser.ask('updateMember', { userId: admin.userId, role: 'owner' })).rejects.toMatchObject({ code: 'identity.above_your_role' })
  await expect(admin.browser.ask('updateMember', { userId, role: 'user' })).rejects.toMatchObject({ code: 'identity.above_your_role' })
  await expect(admin.browser.ask('removeMember', { userId })).rejects.toMatchObject({ code: 'identity.above_your_role' })
  await expect(manager.browser.ask('updateMember', { userId: manager.userId, role: 'admin' })).rejects.toMatchObject({ code: 'request.forbidden' })
  await expect(admin.browser.ask('updateMember', { userId: manager.userId, role: 'no_such_role' })).rejects.toMatchObject({ code: 'identity.role_not_found' })
  expect(await admin.browser.ask('updateMember', { userId: manager.userId, role: 'sales_rep' })).toMatchObject({ role: 'sales_rep' })
  expect((await manager.browser.whoami()).roles).toEqual(['sales_rep'])
})

test('the last owner stays, also when two owners leave at once', async () => {
  const { owner, userId } = await found()
  for (const change of [{ role: 'admin' }, { active: false }])
    await expect(owner.ask('updateMember', { userId, ...change })).rejects.toMatchObject({ code: 'identity.last_owner' })
  await expect(owner.ask('removeMember', { userId })).rejects.toMatchObject({ code: 'identity.last_owner' })
  expect(await owner.ask('updateMember', { userId, role: 'owner', active: true })).toMatchObject({ role: 'owner', active: true })

  const second = await join(owner, 'owner')
  const [one, two] = [await owner.near(), await second.browser.near()]
  const results = await Promise.allSettled([one.updateMember({ userId, role: 'user' }), two.updateMember({ userId: second.userId, role: 'user' })])
  expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await one.listMembers({ role: 'owner' })).items).toHaveLength(1)
})

test('a deactivated or removed member stops at once, and may come back when they are let in again', async () => {
  const { owner, tenantId } = await found()
  const rita = await join(owner, 'manager')
  await owner.ask('updateMember', { userId: rita.userId, active: false })
  expect(await town.heardOf('sessions.revoked', tenantId, 1)).toEqual([{ userId: rita.userId, keyId: null }])
  expect(await rita.browser.whoami()).toMatchObject({ tenantId: null, roles: [], scopes: [] })
  expect((await rita.browser.ask('getMe', {})).user?.active).toBe(false)
  await expect(rita.browser.ask('switchTenant', { tenantId })).rejects.toMatchObject({ code: 'identity.tenant_not_found' })
  await owner.ask('updateMember', { userId: rita.userId, active: true })
  expect(await rita.browser.whoami()).toMatchObject({ tenantId, roles: ['manager'] })

  await owner.ask('removeMember', { userId: rita.userId })
  expect(await rita.browser.whoami()).toMatchObject({ tenantId: null, scopes: [] })
  await expect(owner.ask('removeMember', { userId: rita.userId })).rejects.toMatchObject({ code: 'identity.member_not_found' })
  expect((await town.browser().ask('signIn', { email: rita.email, password })).tenant).toBeNull()
  expect((await rita.browser.ask('createTenant', { name: 'My own' })).role).toBe('owner')
  expect((await rita.browser.whoami()).roles).toEqual(['owner'])
})

test('custom roles hold what they say, from the next request on, and no more than their maker had', async () => {
  const { owner } = await found()
  const admin = await join(owner, 'admin')
  await admin.browser.ask('saveRole', { name: 'reviewer', scopes: ['calls:read', 'agents:read', 'calls:read'] })
  const rita = await join(owner, 'reviewer')
  expect((await rita.browser.whoami()).scopes).toEqual(['agents:read', 'calls:read'])
  await expect(rita.browser.ask('listMembers', {})).rejects.toMatchObject({ code: 'request.forbidden' })
  await admin.browser.ask('saveRole', { name: 'reviewer', scopes: ['members:read', 'members:write'] })
  expect((await rita.browser.ask('listMembers', {})).items).toHaveLength(3)
  await expect(rita.browser.ask('saveRole', { name: 'reviewer', scopes: ['agents:write'] })).rejects.toMatchObject({ code: 'identity.above_your_role' })
  await expect(rita.browser.ask('inviteMember', { email: 'x@example.com', role: 'user' })).rejects.toMatchObject({ code: 'identity.above_your_role' })
  await expect(rita.browser.ask('removeMember', { userId: admin.userId })).rejects.toMatchObject({ code: 'identity.above_your_role' })
  await expect(admin.browser.ask('saveRole', { name: 'owner', scopes: [] })).rejects.toMatchObject({ code: 'identity.role_taken' })
  await expect(admin.browser.ask('saveRole', { name: 'x1', scopes: ['agents:fly'] })).rejects.toMatchObject({ code: 'request.invalid' })

  const roles = (await owner.ask('listRoles', {})).items
  expect(roles.find((it) => it.name === 'reviewer')).toEqual({
    name: 'reviewer',
    builtIn: false,
    scopes: ['members:read', 'members:write'],
    memberCount: 1,
    revision: 2,
  })
  await expect(admin.browser.ask('deleteRole', { name: 'reviewer' })).rejects.toMatchObject({ code: 'identity.role_in_use' })
  await owner.ask('updateMember', { userId: rita.userId, role: 'user' })
  await admin.browser.ask('deleteRole', { name: 'reviewer' })
  await expect(owner.ask('updateMember', { userId: rita.userId, role: 'reviewer' })).rejects.toMatchObject({ code: 'identity.role_not_found' })
})

test("another organisation's people, teams, roles and invitations are not there", async () => {
  const here = await found()
  const there = await found()
  const rita = await join(there.owner, 'user')
  await there.owner.ask('saveRole', { name: 'theirs', scopes: ['agents:read'] })
  const team = await there.owner.ask('saveTeam', { name: 'Theirs', memberIds: [rita.userId] })
  await expect(here.owner.ask('updateMember', { userId: rita.userId, active: false })).rejects.toMatchObject({ code: 'identity.member_not_found' })
  await expect(here.owner.ask('removeMember', { userId: rita.userId })).rejects.toMatchObject({ code: 'identity.member_not_found' })
  await expect(here.owner.ask('saveTeam', { name: 'Mine', memberIds: [rita.userId] })).rejects.toMatchObject({ code: 'identity.member_not_found' })
  await expect(here.owner.ask('saveTeam', { id: team.id, name: 'Mine now', memberIds: [] })).rejects.toMatchObject({ code: 'request.not_found' })
  await expect(here.owner.ask('deleteTeam', { teamId: team.id })).rejects.toMatchObject({ code: 'request.not_found' })
  await expect(here.owner.ask('deleteRole', { name: 'theirs' })).rejects.toMatchObject({ code: 'identity.role_not_found' })
  await expect(here.owner.ask('inviteMember', { email: 'x@example.com', role: 'theirs' })).rejects.toMatchObject({ code: 'identity.role_not_found' })
  expect((await there.owner.ask('listTeams', {})).items).toEqual([team])
})

test('members are listed in pages, searched and filtered; signs of the search are no wildcards', async () => {
  const { owner } = await found()
  for (const name of ['Anna 100%', 'Bela', 'Cora']) await join(owner, 'user', name)
  const near = await owner.near()
  const names: string[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await near.listMembers({ limit: 3, ...(cursor ? { cursor } : {}) })
    names.push(...items.map((it) => it.name))
    cursor = next
  } while (cursor)
  expect(names).toEqual(['Olga', 'Anna 100%', 'Bela', 'Cora'])
  const found100 = async (q: string) => (await near.listMembers({ q })).items.map((it) => it.name)
  expect(await found100('0%')).toEqual(['Anna 100%'])
  expect(await found100('%')).toEqual(['Anna 100%'])
  expect(await found100('_')).toEqual([])
  expect(await found100('BELA')).toEqual(['Bela'])
  expect((await near.listMembers({ role: 'owner', active: true })).items.map((it) => it.name)).toEqual(['Olga'])
  expect((await near.listMembers({ active: false })).items).toEqual([])
  await expect(near.listMembers({ cursor: Buffer.from('["x"]').toString('base64url') })).rejects.toMatchObject({ code: 'request.invalid' })
})

test('teams hold members, and lose those who leave', async () => {
  const { owner, userId } = await found()
  const rita = await join(owner, 'user')
  const team = await owner.ask('saveTeam', { name: 'Front desk', memberIds: [userId, rita.userId, userId] })
  expect(team.memberIds).toEqual([userId, rita.userId])
  await owner.ask('saveTeam', { id: team.id, name: 'Desk', memberIds: [rita.userId, userId] })
  await owner.ask('removeMember', { userId: rita.userId })
  expect((await owner.ask('listTeams', {})).items).toEqual([{ id: team.id, name: 'Desk', memberIds: [userId], revision: 2 }])
  await owner.ask('deleteTeam', { teamId: team.id })
  expect((await owner.ask('listTeams', {})).items).toEqual([])
})

test('a role is not overwritten by whoever saw an earlier one, unless they say none', async () => {
  const { owner } = await found()
  const save = (scopes: string[], revision?: number) => owner.ask('saveRole', { name: 'reviewer', scopes, ...(revision === undefined ? {} : { revision }) })
  const made = await save(['agents:read'], 0)
  await expect(save(['calls:read'], 0)).rejects.toMatchObject({ code: 'workspace.changed_meanwhile' })
  const changed = await save(['calls:read'], made.revision)
  await expect(save(['agents:read'], made.revision)).rejects.toMatchObject({ code: 'workspace.changed_meanwhile' })
  const shown = (await owner.ask('listRoles', {})).items
  expect(shown.find((it) => it.name === 'reviewer')).toEqual(changed)
  expect(shown.find((it) => it.name === 'owner')?.revision).toBe(0)
  expect((await save(['agents:read'])).scopes).toEqual(['agents:read'])
  await owner.ask('deleteRole', { name: 'reviewer' })
  await expect(save(['agents:read'], changed.revision + 1)).rejects.toMatchObject({ code: 'workspace.changed_meanwhile' })

  const near = await owner.near()
  const results = await Promise.allSettled(
    ['agents:read', 'calls:read', 'tools:read'].map((it) => near.saveRole({ name: 'editor', scopes: [it], revision: 0 })),
  )
  expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
})

test('a team is not overwritten by whoever saw an earlier one, unless they say none', async () => {
  const { owner, userId } = await found()
  const team = await owner.ask('saveTeam', { name: 'Front desk', memberIds: [] })
  const changed = await owner.ask('saveTeam', { ...team, memberIds: [userId] })
  await expect(owner.ask('saveTeam', { ...team, name: 'Desk' })).rejects.toMatchObject({ code: 'workspace.changed_meanwhile' })
  expect((await owner.ask('listTeams', {})).items).toEqual([changed])
  const near = await owner.near()
  const results = await Promise.allSettled(['A', 'B', 'C'].map((name) => near.saveTeam({ ...changed, name })))
  expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect((await owner.ask('saveTeam', { id: team.id, name: 'Desk', memberIds: [] })).name).toBe('Desk')
})

test('every change of an organisation is noted, in its own tenant and with no secret', async () => {
  const { owner, tenantId, userId } = await found()
  await owner.ask('updateTenant', { name: 'Herons & Co' })
  const { key, apiKey } = await owner.ask('createApiKey', { name: 'ci', scopes: ['agents:read'] })
  await owner.ask('revokeApiKey', { keyId: apiKey.id })
  const acts = await town.heardOf('act.noted', tenantId, 4)
  expect(acts.map((it) => it['action'])).toEqual(['create-tenant', 'update-tenant', 'create-api-key', 'revoke-api-key'])
  expect(new Set(acts.map((it) => it['actor']))).toEqual(new Set([`user:${userId}`]))
  expect(JSON.stringify(acts)).not.toContain(key)
  expect(await town.heardOf('tenant.created', tenantId, 1)).toEqual([{ tenantId, name: 'Herons Ltd', language: null }])
  expect(await town.heardOf('sessions.revoked', tenantId, 1)).toEqual([{ userId: null, keyId: apiKey.id }])
})
