import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSignedIn } from './signed-in.ts'
import { brokenRules } from './broken-rules.ts'
import { see } from './see.ts'
import { walk } from './walk.ts'

/** What the people of a business do with what their agent does: errands, tools, documents, simulated callers, hand-offs. */
describe('an agent that acts', () => {
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let page: Page
  let agentId: string
  let shop: { server: Server; host: string; asked: string[] }
  const troubles: string[] = []

  beforeAll(async () => {
    shop = await startShop()
    room = await openSignedIn()
    page = await room.look({ theme: 'light', width: 1440 })
    page.on('pageerror', (error) => troubles.push(String(error)))
    agentId = (await post('/agents', { name: 'Front desk', config: { businessName: 'Example Dental', greeting: 'Example Dental, hello.' } })).id
    const accounts = await post('/agents', { name: 'Accounts', config: { businessName: 'Example Dental', greeting: 'Accounts here.' } })
    await post(`/agents/${accounts.id}/versions`, {})
  })
  afterAll(async () => {
    await room?.close()
    await new Promise((resolve) => shop.server.close(resolve))
  })

  async function post(path: string, data: unknown): Promise<{ id: string }> {
    const answer = await room.context.request.post(`${room.myna.url}/api/v1${path}`, { data })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return (await answer.json()) as { id: string }
  }
  const open = (path: string) => page.goto(room.myna.url + path)
  async function expectAccessible(): Promise<void> {
    expect(await brokenRules(page)).toEqual([])
  }

  it('reads what a caller asked for and marks it done', async () => {
    await open('/tools')
    await see(page.getByRole('heading', { name: 'No errands yet' })).toBeVisible()
    await expectAccessible()
    await post('/tools/runs', {
      tool: 'take_message',
      arguments: { name: 'Asha Rao', phone: '98300 12345', message: 'Call me about my crown' },
      confirmed: true,
      agentId,
    })
    await page.reload()
    await page.getByRole('button', { name: /Call me about my crown/ }).click()
    const drawer = page.getByRole('dialog', { name: 'Message' })
    await see(drawer.getByText('98300 12345')).toBeVisible()
    await see(drawer.getByRole('link', { name: 'Front desk' })).toBeVisible()
    await expectAccessible()
    await drawer.getByRole('button', { name: 'Mark done' }).click()
    await see(drawer.getByText(/Done by Test person/)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: 'State' }).selectOption('open')
    await see(page.getByRole('heading', { name: 'No errands match' })).toBeVisible()
  })

  it('adds a tool over HTTP, tries it, then uses it for real', async () => {
    await open('/tools?tab=tools')
    await page.getByRole('button', { name: 'Add HTTP tool' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add HTTP tool' })
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Order status')
    await dialog.getByRole('textbox', { name: 'Address' }).fill(`http://${shop.host}/orders/{order}`)
    await dialog.getByRole('textbox', { name: 'What it is for' }).fill('Tells where an order is.')
    await see(dialog.getByRole('textbox', { name: 'Name of parameter 1' })).toHaveValue('order')
    await see(dialog.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('order_status')
    await dialog.getByRole('button', { name: 'Add header' }).click()
    await dialog.getByRole('textbox', { name: 'Header 1', exact: true }).fill('Authorization')
    await dialog.getByLabel('Value of Authorization').fill('Bearer shop-key')
    await dialog.getByRole('combobox', { name: 'What it changes' }).selectOption('nothing')
    await expectAccessible()
    await dialog.getByRole('button', { name: 'Add HTTP tool' }).click()

    const drawer = page.getByRole('dialog', { name: 'Order status' })
    await drawer.getByRole('button', { name: 'Dry run' }).click()
    await see(drawer.getByText(/do not fit the parameters/)).toBeVisible()
    await drawer.getByRole('textbox', { name: 'Order' }).fill('A 7')
    await drawer.getByRole('button', { name: 'Dry run' }).click()
    await see(drawer.getByText('Everything fits. Nothing was done.')).toBeVisible()
    expect(shop.asked).toEqual([])
    await expectAccessible()
    await drawer.getByRole('button', { name: 'Use it for real' }).click()
    await page
      .getByRole('dialog', { name: /for real/ })
      .getByRole('button', { name: 'Use it for real' })
      .click()
    await see(drawer.getByText(/on its way/)).toBeVisible()
    expect(shop.asked).toEqual(['GET /orders/A%207 Bearer shop-key'])
  })

  it('shows every use of a tool with what came back', async () => {
    await open('/tools?tab=runs&tool=order_status')
    await see(page.getByText('2 uses')).toBeVisible()
    await page
      .getByRole('button', { name: /Order status/ })
      .first()
      .click()
    await see(page.getByRole('dialog').getByText(/on its way/)).toBeVisible()
    await expectAccessible()
  })

  it('says what is wrong with an MCP server that is none', async () => {
    await open('/tools?tab=connections')
    await expectAccessible()
    await page.getByRole('button', { name: 'Connect MCP server' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Shop')
    await dialog.getByRole('textbox', { name: 'Address of the server' }).fill(`http://${shop.host}/mcp`)
    await dialog.getByRole('button', { name: 'Connect MCP server' }).click()
    await see(dialog.getByText(/did not answer as an MCP server/)).toBeVisible()
  })

  it('reads documents, each with its own outcome, and shows them by name', async () => {
    await open(`/agents/${agentId}?tab=knowledge&view=sources`)
    const file = (name: string, text: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
    const rules = file('House rules #1.md', '# Parking\n\nParking is free for patients in the yard behind the clinic.\n')
    await page.locator('input[type=file]').setInputFiles([rules, file('broken.pdf', 'no PDF at all')])
    await see(page.getByRole('heading', { name: 'House rules #1.md' })).toBeVisible({ timeout: 30_000 })
    await see(page.getByText('This file is damaged or is not what its name says.')).toBeVisible()
    await see(page.getByRole('button', { name: 'Read again' })).toHaveCount(0)
    await expectAccessible()
  })

  it('sets what the agent may do and sees it before publishing', async () => {
    await open(`/agents/${agentId}`)
    await page.getByRole('button', { name: 'Add goal' }).click()
    const goal = page.getByRole('dialog', { name: 'Add goal' })
    await goal.getByRole('button', { name: 'Add goal' }).click()
    await see(goal.getByText('Write at least one thing callers say.')).toBeVisible()
    await goal.getByRole('textbox', { name: 'Title' }).fill('Check an order')
    await goal.getByRole('textbox', { name: 'What callers say' }).fill('where is my order')
    await goal.getByRole('combobox', { name: 'Tool that does it' }).selectOption('order_status')
    await see(goal.getByRole('textbox', { name: 'Question in English' })).toHaveValue('What is the order?')
    await goal.getByRole('textbox', { name: 'Said in English' }).fill('There you are.')
    await expectAccessible()
    await goal.getByRole('button', { name: 'Add goal' }).click()
    await page.getByRole('button', { name: 'Add hand-off' }).click()
    const handOff = page.getByRole('dialog', { name: 'Add hand-off' })
    await handOff.getByRole('textbox', { name: 'What callers say' }).fill('a question about my invoice')
    await handOff.getByRole('button', { name: 'Add hand-off' }).click()
    await page.getByRole('switch', { name: 'Note a task' }).click()
    await see(page.getByText(/^Saved/)).toBeVisible({ timeout: 10_000 })
    await expectAccessible()
    await page.getByRole('button', { name: 'Publish' }).click()
    const dialog = page.getByRole('dialog')
    await see(dialog.getByText(/Check an order/)).toBeVisible()
    await see(dialog.getByText(/When: a question about my invoice/)).toBeVisible()
    await expectAccessible()
    await page.keyboard.press('Escape')
  })

  it('runs simulated callers, and publishes only once they pass', async () => {
    await open(`/agents/${agentId}?tab=simulations`)
    await page.getByRole('button', { name: 'Suggest callers' }).click()
    await see(page.getByRole('checkbox', { name: 'Choose Leaves a message' })).toBeVisible()
    await page.getByRole('switch', { name: /Publish only if all callers pass/ }).click()
    await expectAccessible()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Go to simulations' }).click()

    await page.getByRole('button', { name: 'Write a caller' }).click()
    const dialog = page.getByRole('dialog', { name: 'Write a caller' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Hopes for the moon')
    await dialog.getByRole('textbox', { name: 'What it says' }).fill('Where may I park?')
    await dialog.getByRole('combobox', { name: 'Check 1' }).selectOption('says')
    await dialog.getByRole('textbox', { name: 'Words' }).fill('on the moon')
    await expectAccessible()
    await dialog.getByRole('button', { name: 'Write a caller' }).click()
    await page.getByRole('checkbox', { name: 'Choose Leaves a message' }).check()
    await page.getByRole('checkbox', { name: 'Choose Hopes for the moon' }).check()
    await page.getByRole('button', { name: 'Run 2 callers' }).click()
    await see(page.getByRole('heading', { name: '1 of 2 calls failed' })).toBeVisible({ timeout: 60_000 })
    const failed = page.locator('details').first()
    await see(failed.locator('summary')).toContainText('Hopes for the moon')
    await see(failed.getByText('Says “on the moon”')).toBeVisible()
    await see(failed.getByRole('list', { name: 'Transcript' })).toContainText('behind the clinic')
    await see(failed.getByRole('list', { name: 'Transcript' })).toContainText('Parking')
    await expectAccessible()
  })

  it('shows in Talk what a turn did, and who goes on', async () => {
    await open(`/agents/${agentId}?talk=yes`)
    const talk = page.getByRole('complementary', { name: /^Talk to/ })
    const say = async (words: string, answer: RegExp) => {
      await talk.getByRole('textbox', { name: 'Message' }).fill(words)
      await page.keyboard.press('Enter')
      await see(talk.getByRole('log')).toContainText(answer, { timeout: 20_000 })
    }
    await say('Can you take a message?', /Asked for: Message/)
    await say('Please call me about my crown', /Asked for: Name/)
    await say('Asha Rao', /Asked for: Phone/)
    await say('98300 12345', /Read back, asked for a yes: Take a message/)
    await say('yes', /Noted: Take a message/)
    await say('I have a question about my invoice', /Handed to Accounts/)
    await see(talk.getByText('Accounts goes on')).toBeVisible()
    await expectAccessible()
  })

  it('works on a phone, in the dark, in Hindi and Bengali', async () => {
    for (const language of ['hi', 'bn'] as const) {
      const phone = await room.look({ theme: 'dark', width: 390, height: 844, language })
      const tabs = ['/tools', '/tools?tab=tools', '/tools?tab=connections', '/tools?tab=runs']
      expect(await walk(phone, room.myna.url, [...tabs, `/agents/${agentId}?tab=simulations`, `/agents/${agentId}`])).toEqual([])
      await phone.context().close()
    }
  })

  it('leaves nothing broken in the page', () => {
    expect(troubles).toEqual([])
  })
})

/** A shop that knows where orders are and writes down who asked. */
async function startShop(): Promise<{ server: Server; host: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const known = request.method === 'GET' && request.url?.startsWith('/orders/')
    if (known) asked.push(`${request.method} ${request.url} ${request.headers.authorization}`)
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(known ? { status: 'on its way' } : { error: 'not found' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}
