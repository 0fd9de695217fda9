import { newId } from '@myna/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SignInVendor } from '../context.ts'
import { type Browser, password, type Town } from './town.ts'
import { openVendorTown, type Somebody } from './vendor-town.ts'

const vendors: SignInVendor[] = ['google', 'github', 'microsoft']
let world: Awaited<ReturnType<typeof openVendorTown>>
let town: Town
beforeAll(async () => {
  world = await openVendorTown()
  town = world.town
})
afterAll(() => world.close())

let person: Somebody & { email: string }
let number = 1_000
beforeEach(async () => {
  await town.forgive()
  person = { id: (number += 1), email: `${newId()}@example.com`, verified: true, name: 'Asha Rao' }
  world.somebody(person)
})

const enter = async (vendor: SignInVendor, browser: Browser = town.browser()) => browser.ask('completeExternalSignIn', await world.leave(browser, vendor))
const refused = (code: string) => ({ code: `identity.${code}` })

describe.each(vendors)('with %s', (vendor) => {
  const played = () => world[vendor]

  test('somebody signs up, comes back, and is known by nothing but their account there', async () => {
    const me = await enter(vendor)
    expect(me).toMatchObject({ user: { email: person.email, emailVerified: true, name: 'Asha Rao' }, role: 'owner', pending: null })
    world.somebody({ ...person, email: `${newId()}@example.com`, name: 'Asha Sen' })
    expect((await enter(vendor)).user?.id).toBe(me.user?.id)
  })

  test('an address it has not verified opens and makes nothing, whoever has an account of it', async () => {
    const owner = town.browser()
    const { userId } = await owner.settle({ email: person.email })
    world.somebody({ ...person, verified: false })
    await expect(enter(vendor)).rejects.toMatchObject(refused('no_proven_address'))
    world.somebody({ ...person, id: (number += 1), email: `${newId()}@example.com`, verified: false })
    await expect(enter(vendor)).rejects.toMatchObject(refused('no_proven_address'))
    expect((await owner.ask('listExternalAccounts', {})).items).toEqual([])
    // Nor does it once the owner's own account there is linked: it is another account.
    world.somebody(person)
    const { pending } = await enter(vendor)
    await town.browser().ask('completeSignIn', { token: pending!.token, password })
    world.somebody({ ...person, id: (number += 1), verified: false })
    await expect(enter(vendor)).rejects.toMatchObject(refused('no_proven_address'))
    world.somebody(person)
    expect((await enter(vendor)).user?.id).toBe(userId)
  })

  test('who cancels there is told so, and nothing is made', async () => {
    const browser = town.browser()
    await expect(browser.ask('completeExternalSignIn', await world.leave(browser, vendor, 'deny'))).rejects.toMatchObject(refused('vendor_declined'))
    expect(browser.cookie()).toBeUndefined()
  })

  test('another secret there is what somebody has to set right', async () => {
    const kept = played().clientSecret
    played().clientSecret = 'renewed there'
    await expect(enter(vendor)).rejects.toMatchObject(refused('vendor_misconfigured'))
    played().clientSecret = kept
  })

  test('a code is exchanged once, within ten minutes, by who began', async () => {
    const browser = town.browser()
    const [first, second] = [await world.leave(browser, vendor), await world.leave(browser, vendor)]
    // The code of one sign-in with the verifier of another.
    await expect(browser.ask('completeExternalSignIn', { ...second, code: first.code! })).rejects.toMatchObject(refused('vendor_refused'))
    await browser.ask('completeExternalSignIn', first)
    const third = await world.leave(browser, vendor)
    await expect(browser.ask('completeExternalSignIn', { ...third, code: first.code! })).rejects.toMatchObject(refused('vendor_refused'))
    const late = await world.leave(browser, vendor)
    town.putForward(11 * 60_000)
    await expect(browser.ask('completeExternalSignIn', late)).rejects.toMatchObject(refused('vendor_refused'))
  })

  test('one that is down is told apart', async () => {
    const browser = town.browser()
    const back = await world.leave(browser, vendor)
    played().down = true
    await expect(browser.ask('completeExternalSignIn', back)).rejects.toMatchObject(refused('vendor_failed'))
    played().down = false
  })

  test('is linked and unlinked by whoever is signed in, under any address', async () => {
    const browser = town.browser()
    const { userId } = await browser.settle()
    const { url, flow } = await browser.ask('beginLink', { vendor, password })
    await browser.ask('completeExternalSignIn', { ...(await world.cameBack(url)), flow, via: vendor })
    expect((await enter(vendor)).user?.id).toBe(userId)
    const { items } = await browser.ask('listExternalAccounts', {})
    expect(items).toMatchObject([{ vendor }])
    await browser.ask('unlinkExternalAccount', { accountId: items[0]!.id })
    expect((await enter(vendor)).user?.id).not.toBe(userId)
  })
})

describe.each(['google', 'microsoft'] as const)('an id token of %s', (vendor) => {
  const played = () => world[vendor]
  beforeEach(() => {
    Object.assign(played(), { tell: {}, signs: 'current', clockAheadMs: 0 })
    return () => void Object.assign(played(), { tell: {}, signs: 'current', clockAheadMs: 0 })
  })

  test('is believed by its new key when the keys changed, and not by a key that was withdrawn or is a stranger’s', async () => {
    const me = await enter(vendor)
    await world.rotate[vendor]()
    expect((await enter(vendor)).user?.id).toBe(me.user?.id)
    for (const by of ['withdrawn', 'stranger'] as const) {
      played().signs = by
      await expect(enter(vendor)).rejects.toMatchObject(refused('vendor_refused'))
    }
  })

  test.each([50_000, -50_000])('is believed when the clocks differ by %i ms', async (ms) => {
    played().clockAheadMs = ms
    expect((await enter(vendor)).user?.email).toBe(person.email)
  })

  test.each([5 * 60_000, -3 * 3_600_000])('is not when they differ by %i ms, which somebody has to set right', async (ms) => {
    played().clockAheadMs = ms
    await expect(enter(vendor)).rejects.toMatchObject(refused('vendor_misconfigured'))
  })

  test.each([
    ['for another application', { aud: 'another' }],
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['of another sign-in', { nonce: 'another' }],
    ['of nobody', { sub: undefined }],
  ])('%s opens nothing', async (_, tell) => {
    played().tell = tell
    await expect(enter(vendor)).rejects.toMatchObject(refused('vendor_refused'))
  })
})

test('a vendor that knows another way back says so, on its page or here', async () => {
  const { google, github, microsoft } = world
  const kept = [google.redirectUris, microsoft.redirectUris, github.callbackUrl] as const
  google.redirectUris = microsoft.redirectUris = ['https://elsewhere.example/back']
  github.callbackUrl = 'https://elsewhere.example/back'
  await expect(enter('google')).rejects.toThrow('redirect_uri_mismatch')
  await expect(enter('microsoft')).rejects.toThrow('AADSTS50011')
  await expect(enter('github')).rejects.toMatchObject(refused('vendor_misconfigured'))
  ;[google.redirectUris, microsoft.redirectUris, github.callbackUrl] = kept
})

test('GitHub suspends an application, and signs in nobody whose addresses it may not tell', async () => {
  world.github.suspended = true
  await expect(enter('github')).rejects.toMatchObject(refused('vendor_misconfigured'))
  world.github.suspended = false
  world.github.granted = ['read:user']
  await expect(enter('github')).rejects.toMatchObject(refused('no_proven_address'))
  world.github.granted = undefined
})

test('a work account at Microsoft that names no address signs in once it is linked, and not before', async () => {
  world.somebody({ ...person, email: null, verified: false })
  await expect(enter('microsoft')).rejects.toMatchObject(refused('no_proven_address'))
  const browser = town.browser()
  const { userId } = await browser.settle()
  const { url, flow } = await browser.ask('beginLink', { vendor: 'microsoft', password })
  await browser.ask('completeExternalSignIn', { ...(await world.cameBack(url)), flow, via: 'microsoft' })
  expect((await enter('microsoft')).user?.id).toBe(userId)
})
