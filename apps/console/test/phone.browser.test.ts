import type { Page } from '@playwright/test'
import { type PlayedTwilio, playTwilio } from '@myna/telephony-twilio/test/play-twilio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, openSignedIn } from './signed-in.ts'
import { brokenRules } from './broken-rules.ts'
import { see } from './see.ts'
import { walk } from './walk.ts'

const theirs = '+442079460018'

/** A business puts an agent on the telephone: account, number, agent, the first call, its record. */
describe('an agent on the telephone', () => {
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let twilio: PlayedTwilio
  let page: Page
  let agentId: string
  let ours: string
  let callPath: string
  const troubles: string[] = []

  beforeAll(async () => {
    twilio = await playTwilio()
    room = await openSignedIn({ own: { MYNA_TWILIO_URL: twilio.baseUrl, MYNA_CARRIER_ALLOW_HOSTS: '127.0.0.1,localhost' } })
    page = await room.look({ theme: 'light', width: 1440 })
    page.on('pageerror', (error) => troubles.push(String(error)))
    await ask('PATCH', '/workspace/settings', { settings: { country: 'GB' } })
    const agent = { name: 'Front desk', config: { businessName: 'Example Dental', greeting: 'Example Dental, how can I help you?' } }
    agentId = (await ask('POST', '/agents', agent)).id
  })
  afterAll(async () => {
    await room?.close()
    await twilio?.close()
  })

  async function ask(method: string, path: string, data: unknown): Promise<{ id: string }> {
    const answer = await room.context.request.fetch(`${room.myna.url}/api/v1${path}`, { method, data })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return (await answer.json()) as { id: string }
  }
  const open = (path: string) => page.goto(room.myna.url + path)
  const expectAccessible = async () => expect(await brokenRules(page)).toEqual([])

  it('sets a key of the keypad in the draft, and publishes it', async () => {
    await open(`/agents/${agentId}`)
    await page.getByRole('button', { name: 'Add key' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add key' })
    await dialog.getByRole('combobox', { name: 'What it does' }).selectOption('say')
    await dialog.getByRole('button', { name: 'Add key' }).click()
    await see(dialog.getByText('Write what it is.')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'What it says' }).fill('We are open from nine to six.')
    await expectAccessible()
    const saved = page.waitForResponse((it) => it.request().method() === 'PATCH' && it.url().endsWith(agentId))
    await dialog.getByRole('button', { name: 'Add key' }).click()
    await see(page.getByRole('button', { name: 'Change key 1' })).toBeVisible()
    await saved
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await see(page.getByText('Published version 1')).toBeVisible()
  })

  it('learns how to begin, then connects a Twilio account', async () => {
    await open('/numbers')
    await see(page.getByRole('heading', { name: 'Put an agent on the telephone, in five steps' })).toBeVisible()
    await expectAccessible()
    await page.getByRole('button', { name: 'Connect carrier' }).click()
    const dialog = page.getByRole('dialog', { name: 'Connect carrier' })
    await dialog.getByRole('textbox', { name: 'Account SID' }).fill(twilio.account.accountId)
    await dialog.getByLabel('Auth token').fill('not the token')
    await dialog.getByRole('button', { name: 'Connect carrier' }).click()
    await see(dialog.getByRole('alert')).toContainText('The carrier refused')
    await dialog.getByLabel('Auth token').fill(twilio.account.secret)
    await dialog.getByRole('button', { name: 'Connect carrier' }).click()
    await see(page.getByRole('heading', { name: 'No phone numbers yet' })).toBeVisible()
    await page.getByRole('button', { name: 'Test: Twilio' }).click()
    await see(page.getByText('Works', { exact: true })).toBeVisible()
  })

  it('searches a number, sees its price, and buys it for the agent', async () => {
    await page.getByRole('button', { name: 'Find a number' }).click()
    const find = page.getByRole('dialog', { name: 'Find a number' })
    await see(find.getByRole('combobox', { name: 'Country' })).toHaveValue('GB')
    await find.getByRole('button', { name: 'Search' }).click()
    await see(find.getByText('$1.15 a month').first()).toBeVisible({ timeout: 20_000 })
    await expectAccessible()
    await find
      .getByRole('button', { name: /^Buy \+44/ })
      .first()
      .click()
    const buy = page.getByRole('dialog', { name: /^Buy \+44/ })
    await see(buy.getByText(/\$1\.15 a month/)).toBeVisible()
    await buy.getByRole('combobox', { name: 'Answered by' }).selectOption({ label: 'Front desk' })
    await expectAccessible()
    await buy.getByRole('button', { name: /^Buy/ }).click()
    const row = page.getByRole('heading', { level: 3, name: /^\+44/ })
    await see(row).toBeVisible()
    ours = (await row.textContent())!
    await see(page.getByRole('combobox', { name: `Who answers ${ours}` })).toHaveValue(agentId)
    await expectAccessible()
  })

  it('shows a call live while it goes on, and its record when it is over', async () => {
    const caller = twilio.ring({ to: ours, from: theirs })
    await caller.until('marked')
    await open('/calls?channel=phone')
    await see(page.getByText('1 call goes on now')).toBeVisible()
    await expectAccessible()
    await page.getByRole('link', { name: 'Front desk' }).click()
    const log = page.getByRole('log')
    await see(log).toContainText('how can I help you')
    // The greeting is heard out before a key is pressed, so that it is no interruption.
    await expect.poll(() => caller.events.filter((event) => event.type === 'marked').length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2)
    caller.press('1')
    await see(log).toContainText('We are open from nine to six.')
    await expectAccessible()
    await page.getByRole('button', { name: 'Press keys' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '5' }).click()
    await see(page.getByText('Pressed: 5')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Hang up' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hang up' }).click()
    await caller.over
    await see(page.getByRole('banner').or(page.locator('header')).getByText('Ended').first()).toBeVisible()
    await see(page.getByText('Somebody here')).toBeVisible()
    await see(page.getByRole('slider', { name: 'Position in the recording' })).toBeVisible({ timeout: 20_000 })
    await expectAccessible()
    callPath = new URL(page.url()).pathname
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await see(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  })

  it('calls a telephone, and says why it may not', async () => {
    await open('/calls')
    await see(page.getByRole('button', { name: 'Call a telephone' })).toBeVisible()
    await page.keyboard.press('c')
    const dialog = page.getByRole('dialog', { name: 'Call a telephone' })
    await dialog.getByRole('textbox', { name: 'Number to call' }).fill('020 7946 0018')
    await dialog.getByRole('button', { name: 'Call a telephone' }).click()
    await see(dialog.getByText(/Enter the number with its country/)).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Number to call' }).fill('+1 202 555 0100')
    await dialog.getByRole('button', { name: 'Call +12025550100' }).click()
    await see(dialog.getByText(/Calls to this country are not allowed/)).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Number to call' }).fill('+44 20 7946 0018')
    await dialog.getByRole('button', { name: `Call ${theirs}` }).click()
    await see(page.getByRole('log')).toContainText('how can I help you', { timeout: 20_000 })
    await see(page.getByText('Telephone · Outgoing')).toBeVisible()
    await page.getByRole('button', { name: 'Hang up' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hang up' }).click()
  })

  it('sets limits, countries and consent', async () => {
    await open('/settings?section=telephone')
    await page.getByRole('textbox', { name: 'Calls at the same time' }).fill('many')
    await page.getByRole('button', { name: 'Save' }).click()
    await see(page.getByText('Enter a number from 0 to 10,000.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Calls at the same time' }).fill('3')
    await page.getByRole('combobox', { name: 'Allow a country' }).selectOption('FR')
    await page.getByRole('combobox', { name: 'Other rule for a country' }).selectOption('DE')
    await page.getByRole('button', { name: 'Save' }).click()
    await see(page.getByText('Saved', { exact: true })).toBeVisible()
    await see(page.getByText(/of 3 calls now/)).toBeVisible()
    await page.reload()
    await see(page.getByRole('button', { name: 'No longer allow France' })).toBeVisible()
    await see(page.getByRole('combobox', { name: 'Rule for Germany' })).toHaveValue('ask')
  })

  it('tries voices, saves one, and an agent can be given it', async () => {
    await open('/voices')
    await page.getByRole('slider', { name: 'Pitch' }).fill('1.2')
    await page.getByRole('button', { name: 'Play voice A' }).click()
    await see(page.getByRole('button', { name: 'Stop voice A' })).toBeVisible()
    await page.getByRole('button', { name: 'Save voice' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Calm reception')
    await page.getByRole('dialog').getByRole('button', { name: 'Save voice' }).click()
    await see(page.getByRole('heading', { name: 'Calm reception', exact: true })).toBeVisible()
    await open(`/agents/${agentId}`)
    await page.getByRole('combobox', { name: 'Voice for English' }).selectOption({ label: 'Calm reception · Saved voices' })
    await see(page.getByText(/^Saved/)).toBeVisible()
  })

  it('connects vendors of speech and changes their order', async () => {
    await open('/voices?tab=vendors')
    await page.getByRole('button', { name: 'Connect vendor' }).click()
    const dialog = page.getByRole('dialog', { name: 'Connect vendor' })
    await dialog.getByRole('button', { name: 'Connect vendor' }).click()
    await see(dialog.getByText('This vendor needs a key.')).toBeVisible()
    await dialog.getByRole('combobox', { name: 'Vendor' }).selectOption('http')
    await dialog.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.1:9/speak')
    await dialog.getByRole('textbox', { name: 'Voices' }).fill('{"id": "asha"}')
    await dialog.getByRole('button', { name: 'Connect vendor' }).click()
    await see(dialog.getByText('This is not valid JSON.')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Voices' }).fill('[{"id": "asha", "name": "Asha", "language": "hi"}]')
    await expectAccessible()
    await dialog.getByRole('button', { name: 'Connect vendor' }).click()
    await see(page.getByText(/private network/)).toBeVisible()
    await ask('POST', '/voice/providers', { kind: 'deepgram', name: 'Deepgram', key: 'not a key', enabled: false })
    await page.reload()
    await page.getByRole('button', { name: /^Move Deepgram/ }).press('ArrowUp')
    await see(page.getByText('Deepgram is tried at place 1 of 2 now')).toBeAttached()
    await expectAccessible()
  })

  const looks: [string, Look][] = [
    ['dark at 1440', { theme: 'dark', width: 1440 }],
    ['light at 390', { theme: 'light', width: 390, height: 844 }],
    ['Hindi', { theme: 'light', width: 390, height: 844, language: 'hi' }],
    ['Bengali', { theme: 'dark', width: 1440, language: 'bn' }],
  ]
  it.each(looks)('is accessible and fits: %s', async (_, look) => {
    const shown = await room.look(look)
    const paths = ['/numbers', '/calls', callPath, '/voices', '/voices?tab=vendors', '/settings?section=telephone', `/agents/${agentId}`]
    expect(await walk(shown, room.myna.url, paths)).toEqual([])
    await shown.context().close()
  })

  it('breaks no page', () => expect(troubles).toEqual([]))
})
