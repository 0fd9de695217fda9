import { newId } from '@myna/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openTown, password, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown('https://myna.test', { operators: ['nobody@example.com'] })
})
afterAll(() => town.close())

const reason = 'They asked for help with a call.'

async function join(owner: Browser, role: string, name = 'Ravi') {
  const email = `${newId()}@example.com`
  const { id } = await owner.ask('inviteMember', { email, role })
  const browser = town.browser()
  return { ...(await browser.settle({ email, name, invitationId: id })), browser }
}
async function office() {
  const owner = town.browser()
  const me = await owner.settle({ name: 'Asha' })
  return { ...me, owner, member: await join(owner, 'manager') }
}

test('an owner acts in the place of a member: with their rights, under both names, for half an hour', async () => {
  const { owner, member, userId, tenantId } = await office()
  const me = await owner.ask('impersonate', { userId: member.userId, reason })
  expect(me).toMatchObject({ user: { id: member.userId }, role: 'manager', tenant: { id: tenantId }, impersonation: { by: 'Asha', reason } })
  expect(new Date(me.impersonation!.endsAt).getTime() - town.clock.now().getTime()).toBeLessThanOrEqual(30 * 60_000)
  expect(owner.header()).toContain('Max-Age=1800')
  expect(await owner.whoami()).toMatchObject({ subject: `user:${member.userId}`, name: 'Asha as Ravi', actor: `user:${userId}`, roles: ['manager'] })
  expect((await owner.whoami()).scopes).not.toContain('members:write')
  const acts = await town.heardOf('act.noted', tenantId, 4)
  expect(acts.find((it) => it['action'] === 'impersonate')).toMatchObject({
    actor: `user:${userId}`,
    actorName: 'Asha',
    subject: `user:${member.userId}`,
    detail: { reason },
  })
  expect((await member.browser.ask('listSessions', {})).items.map((it) => it.impersonatedBy)).toContain('Asha')
  town.putForward(30 * 60_000)
  expect((await owner.whoami()).subject).toBe('anonymous')
})

test('ending it gives the own session back, and only while it is there', async () => {
  const { owner, member, userId } = await office()
  const before = owner.cookie()!
  await owner.ask('impersonate', { userId: member.userId, reason })
  const borrowed = owner.cookie()!
  expect((await owner.ask('endImpersonation', {})).user?.id).toBe(userId)
  expect((await owner.whoami()).actor).toBeUndefined()
  for (const old of [before, borrowed]) expect((await town.front.authenticate({ session: old })).caller).toBeNull()
  await expect(owner.ask('endImpersonation', {})).rejects.toMatchObject({ code: 'identity.not_impersonating' })
})

test('whoever acts for another cannot touch credentials, leave the organisation, or act for a third', async () => {
  const { owner, member, tenantId } = await office()
  const third = await join(owner, 'user')
  const other = await member.browser.ask('createTenant', { name: 'Another' })
  await owner.ask('impersonate', { userId: member.userId, reason })
  const deeds: (() => Promise<unknown>)[] = [
    () => owner.ask('changePassword', { current: password, password: 'nine patient storks' }),
    () => owner.ask('beginTotp', { password }),
    () => owner.ask('confirmTotp', { code: '000000' }),
    () => owner.ask('removeTotp', { password }),
    () => owner.ask('renewBackupCodes', { password }),
    () => owner.ask('beginPasskey', { password }),
    () => owner.ask('beginLink', { vendor: 'google', password }),
    () => owner.ask('unlinkExternalAccount', { accountId: newId() }),
    () => owner.ask('issueToken', {}),
    () => owner.ask('updateMe', { name: 'Evil' }),
    () => owner.ask('createTenant', { name: 'Evil' }),
    () => owner.ask('acceptInvitation', { invitationId: newId() }),
    () => owner.ask('revokeOtherSessions', {}),
    () => owner.ask('impersonate', { userId: third.userId, reason }),
    () => owner.ask('switchTenant', { tenantId: other.tenant.id }),
  ]
  for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: 'identity.impersonating' })
  expect((await owner.ask('getMe', {})).memberships.map((it) => it.tenant.id)).toEqual([tenantId])
})

test('only owners do so, for members of their own organisation below them, and with a reason', async () => {
  const { owner, member, userId } = await office()
  const [admin, second, stranger] = [await join(owner, 'admin'), await join(owner, 'user'), await office()]
  await expect(admin.browser.ask('impersonate', { userId: member.userId, reason })).rejects.toMatchObject({ code: 'request.forbidden' })
  await expect(owner.ask('impersonate', { userId, reason })).rejects.toMatchObject({ code: 'identity.above_your_role' })
  await expect(owner.ask('impersonate', { userId: stranger.member.userId, reason })).rejects.toMatchObject({ code: 'identity.member_not_found' })
  for (const wrong of ['', '   ', 'x', 'y'.repeat(301)])
    await expect(owner.ask('impersonate', { userId: member.userId, reason: wrong })).rejects.toMatchObject({ code: 'request.invalid' })
  await owner.ask('updateMember', { userId: second.userId, role: 'owner' })
  await expect(owner.ask('impersonate', { userId: second.userId, reason })).rejects.toMatchObject({ code: 'identity.above_your_role' })
  await owner.ask('updateMember', { userId: member.userId, active: false })
  await expect(owner.ask('impersonate', { userId: member.userId, reason })).rejects.toMatchObject({ code: 'identity.member_not_found' })
})

test('it ends with the session it came from', async () => {
  const { owner, member, email } = await office()
  await owner.ask('impersonate', { userId: member.userId, reason })
  const elsewhere = town.browser()
  await elsewhere.ask('signIn', { email, password })
  await elsewhere.ask('revokeOtherSessions', {})
  expect((await owner.whoami()).subject).toBe('anonymous')
})

test('a key cannot act for anybody', async () => {
  const { owner, member } = await office()
  const { key } = await owner.ask('createApiKey', { name: 'bot', scopes: ['members:write'] })
  const { caller } = await town.front.authenticate({ apiKey: key })
  await expect(town.anybody(caller!).impersonate({ userId: member.userId, reason })).rejects.toMatchObject({ code: 'request.forbidden' })
})

test('a member is looked at with teams, keys and sessions here, has a title, and is signed out here', async () => {
  const { owner, member, tenantId } = await office()
  await owner.ask('updateMember', { userId: member.userId, title: '  Front desk ' })
  const team = await owner.ask('saveTeam', { name: 'Reception', memberIds: [member.userId] })
  await join(owner, 'user')
  expect(await owner.ask('getMember', { userId: member.userId })).toMatchObject({
    title: 'Front desk',
    secondFactor: false,
    teams: [{ name: 'Reception' }],
    apiKeys: 0,
    sessions: [{ method: 'password', device: 'Unknown device' }],
  })
  expect((await owner.ask('listMembers', { teamId: team.id })).items.map((it) => it.userId)).toEqual([member.userId])
  expect((await owner.ask('listMembers', { q: 'front' })).items).toHaveLength(1)
  expect((await owner.ask('listMembers', { teamId: newId() })).items).toEqual([])
  expect(await owner.ask('revokeMemberSessions', { userId: member.userId })).toEqual({ revoked: 1 })
  expect((await member.browser.whoami()).subject).toBe('anonymous')
  const stranger = await office()
  await expect(stranger.owner.ask('getMember', { userId: member.userId })).rejects.toMatchObject({ code: 'identity.member_not_found' })
  await expect(stranger.owner.ask('listMemberActivity', { userId: member.userId })).rejects.toMatchObject({ code: 'identity.member_not_found' })
  expect((await owner.ask('listMemberActivity', { userId: member.userId })).items).toMatchObject([{ outcome: 'signed_in' }])
  expect(tenantId).toBeTruthy()
})
