import { newId } from '@myna/kernel'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { playSaml, type Said } from '../../../adapters/identity-provider/saml/test/play-saml.ts'
import { openDirectoryTown } from './directory-town.ts'
import type { Browser } from './town.ts'

type Directory = Awaited<ReturnType<typeof openDirectoryTown>>

const saml = playSaml()
let town: Directory['town']
let organisation: Directory['organisation']
let close: Directory['close']
beforeAll(async () => void ({ town, organisation, close } = await openDirectoryTown()))
afterAll(() => close())

beforeEach(() => town.forgive())

const withSaml = (it: Awaited<ReturnType<Directory['organisation']>>) =>
  it.owner.ask('createSsoConnection', { name: 'Our directory', domains: [it.domain], saml: { metadata: saml.metadata } })

/** Posts the answer of the SAML provider as a browser does, and answers where it leads. */
async function post(question: ReturnType<typeof saml.readQuestion>, response: string, state = question.state): Promise<URL> {
  const path = new URL(question.consumerUrl).pathname
  const answer = await fetch(`${town.house.address}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ SAMLResponse: response, RelayState: state }),
  })
  expect(answer.status).toBe(303)
  expect(answer.headers.getSetCookie()).toEqual([])
  const to = new URL(answer.headers.get('location')!)
  expect(to.origin).toBe('https://myna.test')
  return to
}
async function bySaml(browser: Browser, connectionId: string, said: Said) {
  const { url, flow } = await browser.ask('beginExternalSignIn', { connectionId })
  const question = saml.readQuestion(url)
  const back = await post(question, saml.answer(question, said))
  const error = back.searchParams.get('error')
  const code = back.searchParams.get('code')
  return browser.ask('completeExternalSignIn', { flow, via: connectionId, state: question.state, ...(code ? { code } : {}), ...(error ? { error } : {}) })
}

test('people of the domain sign in by SAML', async () => {
  const it = await organisation()
  const connection = await withSaml(it)
  expect(connection).toMatchObject({ kind: 'saml', saml: { entityId: saml.entityId, signInUrl: saml.signInUrl } })
  const metadata = await fetch(`${town.house.address}${new URL(connection.audience).pathname}`)
  expect(metadata.headers.get('content-type')).toContain('samlmetadata+xml')
  expect(await metadata.text()).toContain(`Location="${connection.redirectUrl}"`)
  const browser = town.browser()
  const me = await bySaml(browser, connection.id, { nameId: 'u-1', email: `asha@${it.domain}`, name: 'Asha' })
  expect(me).toMatchObject({ role: 'user', tenant: { id: it.tenantId }, user: { name: 'Asha', email: `asha@${it.domain}` } })
  expect((await bySaml(town.browser(), connection.id, { nameId: 'u-1', email: `asha@${it.domain}` })).user?.id).toBe(me.user?.id)
})

test.each<[string, Said]>([
  ['unsigned', { sign: 'nothing' }],
  ['for another audience', { audience: 'https://other.example' }],
  ['an answer to another question', { inResponseTo: '_x' }],
  ['unasked for', { inResponseTo: null }],
  ['late', { untilMs: -120_000 }],
])('an assertion that is %s signs nobody in', async (_, said) => {
  const it = await organisation()
  const { id } = await withSaml(it)
  const browser = town.browser()
  await expect(bySaml(browser, id, { email: `asha@${it.domain}`, ...said })).rejects.toMatchObject({ code: 'identity.vendor_refused' })
  expect(browser.cookie()).toBeUndefined()
})

test('an assertion works once, in the tab that asked, and its form signs nobody in by itself', async () => {
  const it = await organisation()
  const { id } = await withSaml(it)
  const said = { email: `asha@${it.domain}`, assertionId: `_${newId()}` }
  const [mine, thief] = [town.browser(), town.browser()]
  const { url, flow } = await mine.ask('beginExternalSignIn', { connectionId: id })
  const question = saml.readQuestion(url)
  const response = saml.answer(question, said)
  const back = await post(question, response)
  const code = back.searchParams.get('code')!
  expect((await post(question, response)).searchParams.get('error')).toBe('identity.vendor_refused')
  const other = await thief.ask('beginExternalSignIn', { connectionId: id })
  await expect(thief.ask('completeExternalSignIn', { flow: other.flow, via: id, state: question.state, code })).rejects.toMatchObject({
    code: 'identity.sign_in_over',
  })
  const again = await mine.ask('beginExternalSignIn', { connectionId: id })
  const fresh = saml.readQuestion(again.url)
  expect((await post(fresh, saml.answer(fresh, { ...said, inResponseTo: fresh.id }))).searchParams.get('error')).toBe('identity.vendor_refused')
  await expect(mine.ask('completeExternalSignIn', { flow, via: id, state: question.state, code })).rejects.toMatchObject({ code: 'identity.sign_in_over' })
  const third = await mine.ask('beginExternalSignIn', { connectionId: id })
  const asked = saml.readQuestion(third.url)
  await expect(mine.ask('completeExternalSignIn', { flow: third.flow, via: id, state: asked.state, code: 'made up' })).rejects.toMatchObject({
    code: 'identity.sign_in_over',
  })
})

test('the assertion of one organisation is none of another, though the provider is the same', async () => {
  const [one, two] = [await organisation(), await organisation()]
  const [first, second] = [await withSaml(one), await withSaml(two)]
  const { url } = await town.browser().ask('beginExternalSignIn', { connectionId: first.id })
  const question = saml.readQuestion(url)
  const response = saml.answer(question, { email: `asha@${two.domain}` })
  const other = saml.readQuestion((await town.browser().ask('beginExternalSignIn', { connectionId: second.id })).url)
  expect((await post(other, response)).searchParams.get('error')).toBe('identity.vendor_refused')
  expect((await post({ ...other, consumerUrl: second.redirectUrl }, response, question.state)).searchParams.get('error')).toBe('identity.sign_in_over')
})

test('the consumer of assertions bears nonsense', async () => {
  const path = `${town.house.address}/api/v1/identity/sso`
  for (const [id, body] of [
    [newId(), new URLSearchParams({ SAMLResponse: 'x', RelayState: 'https://evil.example' })],
    [newId(), new URLSearchParams()],
  ] as const) {
    const answer = await fetch(`${path}/${id}/acs`, { method: 'POST', redirect: 'manual', body })
    expect(answer.status).toBe(303)
    expect(new URL(answer.headers.get('location')!).origin).toBe('https://myna.test')
  }
  expect((await fetch(`${path}/no-id/acs`, { method: 'POST', body: new URLSearchParams() })).status).toBe(404)
  expect((await fetch(`${path}/${newId()}/acs`, { method: 'POST', body: new URLSearchParams({ SAMLResponse: 'A'.repeat(600_000) }) })).status).toBe(413)
})
