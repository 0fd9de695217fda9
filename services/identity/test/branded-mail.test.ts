import type { Caller } from '@myna/contracts/caller'
import { workspaceEvents } from '@myna/contracts/workspace-brand'
import { newId } from '@myna/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { letterLanguages, writeLetter } from '#domain/letters.ts'
import { openTown, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown('https://house.test', { origins: ['https://voice.example.in'] })
})
afterAll(() => town.close())

const colours = { light: { main: '#006b39', ink: '#ffffff', text: '#006b39' }, dark: { main: '#3a9d6a', ink: '#08130d', text: '#7fd0a5' } }
const logo = { hash: 'a'.repeat(64), contentType: 'image/png' as const }
const brand = { name: 'Bolo', senderName: 'Example Dental', colours, logo, domain: 'voice.example.in' }

/** Says how the organisation of a browser looks, once it is taken in. */
async function wear(tenantId: string, data: typeof brand | (Omit<typeof brand, 'domain'> & { domain: string })) {
  const caller: Caller = { tenantId, subject: 'service:workspace', roles: [], scopes: ['*'], traceId: newId() }
  const context = town.house.house.contextFor('identity', { caller, signal: new AbortController().signal })
  await context.db.inTenant(caller, (tx) => context.tell(tx, workspaceEvents.brandChanged, data))
  const kept = async () => (await context.db.inTenant(caller, (tx) => tx.selectFrom('mail_brands').select('brand').executeTakeFirst()))?.brand
  await expect.poll(kept, { timeout: 20_000 }).toEqual(data)
}

test('mails of an organisation are in its brand, and name no other', async () => {
  const browser = town.browser()
  const { email, tenantId } = await browser.settle()
  const { count } = await town.mailTo(email)
  await wear(tenantId, brand)
  await town.browser().ask('requestPasswordReset', { email })
  const { mail, token } = await town.mailTo(email, count)
  expect(mail.fromName).toBe('Example Dental')
  expect(mail.text).toContain(`https://voice.example.in/reset?token=${token}`)
  expect(mail.html).toContain('background:#006b39;color:#ffffff')
  expect(mail.html).toContain(`<img src="https://voice.example.in/api/v1/workspace/brand-logos/${logo.hash}" alt="Bolo"`)
  const guest = `${newId()}@example.com`
  await browser.ask('inviteMember', { email: guest, role: 'manager' })
  const invitation = (await town.mailTo(guest)).mail
  expect(invitation.text).toContain('https://voice.example.in/invite/')
  for (const one of [mail, invitation]) expect(JSON.stringify(one)).not.toMatch(/myna/i)
})

test('links lead to a domain only where whoever runs the installation named it', async () => {
  const { email, tenantId } = await town.browser().settle()
  const { count } = await town.mailTo(email)
  await wear(tenantId, { ...brand, domain: 'elsewhere.example.in' })
  await town.browser().ask('requestPasswordReset', { email })
  const { mail } = await town.mailTo(email, count)
  expect(mail.text).toContain('https://house.test/reset?token=')
  expect(JSON.stringify(mail)).not.toContain('elsewhere')
})

test('every letter in every language names the brand alone', () => {
  const face = { name: 'Bolo', main: '#006b39', ink: '#ffffff', logo: undefined }
  const link = 'https://voice.example.in/x'
  for (const language of letterLanguages)
    for (const letter of [
      { kind: 'verification', link } as const,
      { kind: 'reset', link } as const,
      { kind: 'invitation', link, organisation: 'A', inviter: null } as const,
      { kind: 'suspicious', link, at: '', device: '', ip: '' } as const,
      { kind: 'domain', link, domain: 'example.in', organisation: 'A', code: '1' } as const,
    ]) {
      const written = JSON.stringify(writeLetter(letter, language, face))
      expect(written).not.toMatch(/myna/i)
      expect(written).toContain('Bolo')
    }
})
