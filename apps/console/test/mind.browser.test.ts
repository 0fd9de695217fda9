import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startModel } from './played-model.ts'
import { type Look, openSignedIn } from './signed-in.ts'
import { see } from './see.ts'
import { faultsOfLook, goInside, walk } from './walk.ts'

/** What a person does about the mind of agents: connects a model, sees what it did, tries understanding, answers open questions, puts answers right. */
describe('the mind of agents', () => {
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let model: Awaited<ReturnType<typeof startModel>>
  let page: Page
  let agentId: string
  const troubles: string[] = []
  const main = () => page.locator('main')
  const go = (path: string) => page.goto(room.myna.url + path)

  beforeAll(async () => {
    ;[room, model] = await Promise.all([openSignedIn({ verified: true }), startModel()])
    page = await room.look({ theme: 'light', width: 1440 })
    page.on('pageerror', (error) => troubles.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
    const api = `${room.myna.url}/api/v1`
    const made = (await (await room.context.request.post(`${api}/agents/creations`, { data: { url: room.site.url } })).json()) as {
      id: string
      agentId: string
    }
    // The stream of a creation ends when it is over.
    await room.context.request.get(`${api}/agents/creations/${made.id}/events`)
    agentId = made.agentId
  })
  afterAll(async () => {
    await Promise.all([room?.close(), model?.stop()])
  })

  async function ask(words: string, answer: RegExp): Promise<void> {
    const panel = page.getByRole('complementary', { name: /^Talk to/ })
    await panel.getByRole('textbox', { name: 'Message' }).fill(words)
    await page.keyboard.press('Enter')
    await see(panel.getByRole('log')).toContainText(answer, { timeout: 20_000 })
    await see(panel.getByRole('status').first()).not.toHaveText(/Thinking|Speaking/, { timeout: 30_000 })
  }

  async function startConversation(more: object = {}): Promise<{ id: string }> {
    const api = `${room.myna.url}/api/v1`
    const { baseId } = (await (await room.context.request.get(`${api}/agents/${agentId}`)).json()) as { baseId: string }
    const persona = { agentName: 'Example Dental', businessName: 'Example Dental' }
    const started = await room.context.request.post(`${api}/brain/conversations`, { data: { agentId, baseId, channel: 'phone', persona, policy: {}, ...more } })
    return (await started.json()) as { id: string }
  }

  it('says that a model is optional before there is one', async () => {
    await go('/providers')
    await see(main().getByRole('heading', { name: 'Answers come from the built-in engine' })).toBeVisible()
  })

  it('is told under the field what is missing', async () => {
    await main().getByRole('button', { name: 'Connect a model' }).click()
    const dialog = page.getByRole('dialog')
    await see(dialog.getByLabel('Address of its API')).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Connect a model' }).click()
    await see(dialog.getByText('This vendor needs a key.')).toBeVisible()
    await dialog.getByLabel('Vendor').selectOption('openai-compatible')
    await dialog.getByLabel('Price of reading, US$').fill('cheap')
    await dialog.getByRole('button', { name: 'Connect a model' }).click()
    await see(dialog.getByText('Enter an address such as')).toBeVisible()
    await see(dialog.getByText('Enter a number such as 0.15')).toBeVisible()
  })

  it('connects a model, which is tried at once', async () => {
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Address of its API').fill(model.baseUrl)
    await dialog.getByLabel('Model', { exact: true }).fill(model.model)
    await dialog.getByLabel('Key').fill(model.key)
    await dialog.getByLabel(/^Name/).fill('House model')
    await dialog.getByLabel('Price of reading, US$').fill('100')
    await dialog.getByLabel('Price of writing, US$').fill('400')
    await dialog.getByLabel('Monthly budget, US$').fill('5')
    await dialog.getByRole('button', { name: 'Connect a model' }).click()
    await see(main().getByText(/small-1 answered: ready/)).toBeVisible({ timeout: 20_000 })
    await see(main().getByText('Works', { exact: true })).toBeVisible()
    await see(main().getByText(/key kept/)).toBeVisible()
  })

  it('hears an agent answer through it, then through the built-in engine when it is down', async () => {
    model.say(['For', ' teeth', ' whitening', ' patients', ' pay', ' ₹4,500'], '4,500')
    await go(`/agents/${agentId}?talk=yes`)
    await ask('How much is teeth whitening?', /patients pay ₹4,500/)
    model.beDown(true)
    await ask('How much is a root canal?', /7,000/)
    await ask('Do you have parking?', /don.t have that|do not have/i)
    await page
      .getByRole('complementary', { name: /^Talk to/ })
      .getByRole('button', { name: 'End', exact: true })
      .click()
  })

  it('sees how the model fares, what it cost, and who answered', async () => {
    await go('/providers')
    await see(
      main()
        .getByText(/Failing|Resting/)
        .first(),
    ).toBeVisible({ timeout: 20_000 })
    await see(main().getByText(/failure of its own \(status 503\)/)).toBeVisible()
    await see(main().getByText(/of \$5\.00 this month/)).not.toHaveText(/^\$0\.00/)
    await main().getByRole('button', { name: 'Show as a table' }).click()
    const table = main().getByRole('table')
    await see(table.getByRole('row', { name: /House model/ })).toContainText('2,40')
    await see(table.getByRole('row', { name: /Built-in engine/ })).toBeVisible()
  })

  it('changes the order by keyboard and by dragging', async () => {
    await room.context.request.post(`${room.myna.url}/api/v1/brain/providers`, {
      data: { kind: 'openai-compatible', name: 'Spare model', baseUrl: model.baseUrl, model: model.model, key: 'sk-wrong' },
    })
    await page.reload()
    const names = () => main().getByRole('listitem').getByRole('heading').allTextContents()
    await main()
      .getByRole('button', { name: /^Move Spare/ })
      .press('ArrowUp')
    await expect.poll(names, { timeout: 20_000 }).toEqual(['Spare model', 'House model'])
    await see(main().getByRole('button', { name: /^Move Spare/ })).toBeFocused()
    await page.reload()
    await expect.poll(names, { timeout: 20_000 }).toEqual(['Spare model', 'House model'])
    const [handle, top] = await Promise.all(
      [/^Move House/, /^Move Spare/].map((name) =>
        main()
          .getByRole('button', { name })
          .boundingBox()
          .then((it) => it!),
      ),
    )
    await page.mouse.move(handle!.x + 8, handle!.y + 8)
    await page.mouse.down()
    await page.mouse.move(top!.x + 8, top!.y - 20, { steps: 6 })
    await page.mouse.up()
    await expect.poll(names, { timeout: 20_000 }).toEqual(['House model', 'Spare model'])
    await page.reload()
    await expect.poll(names, { timeout: 20_000 }).toEqual(['House model', 'Spare model'])
  })

  it('tests a model with a wrong key and disconnects it', async () => {
    await main().getByRole('button', { name: 'Test: Spare model' }).click()
    await see(
      main()
        .getByText(/refused the key/)
        .first(),
    ).toBeVisible({ timeout: 20_000 })
    await main().getByRole('button', { name: 'Actions for Spare model' }).click()
    await page.getByRole('menuitem', { name: 'Disconnect' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
    await see(main().getByRole('heading', { name: 'Spare model' })).toHaveCount(0)
  })

  it('finds a question once, with the other ways it was asked', async () => {
    const { id } = await startConversation()
    for (const text of ['क्या पार्किंग है?', 'Do you sell bicycles?', 'Do you have a swimming pool?'])
      await room.context.request.post(`${room.myna.url}/api/v1/brain/conversations/${id}/replies`, { data: { text } })
    await go('/training')
    const row = main().getByRole('listitem').filter({ hasText: 'पार्किंग' })
    await see(row).toContainText('asked 2 times')
    await row.getByText('Asked in 1 other way').click()
    await see(row.getByText('Do you have parking?')).toBeVisible()
  })

  it('dismisses a question, with a second chance', async () => {
    const row = (words: string) => main().getByRole('heading', { name: words })
    await main().getByRole('button', { name: 'Dismiss: Do you sell bicycles?' }).click()
    await see(row('Do you sell bicycles?')).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await see(row('Do you sell bicycles?')).toBeVisible()
    await main().getByRole('button', { name: 'Dismiss: Do you have a swimming pool?' }).click()
    await main().getByRole('combobox', { name: 'State' }).selectOption('Dismissed')
    await see(row('Do you have a swimming pool?')).toBeVisible({ timeout: 20_000 })
  })

  it('answers an open question and sees the answer change', async () => {
    await go('/training')
    await main().getByRole('button', { name: 'Answer it: क्या पार्किंग है?' }).click()
    await main().getByLabel('Answer', { exact: true }).fill('Yes, there is free parking behind the building.')
    await main().getByRole('button', { name: 'Save as knowledge' }).click()
    await see(main().getByText('The answer changed')).toBeVisible({ timeout: 20_000 })
    await see(
      main()
        .getByText(/free parking behind the building/)
        .first(),
    ).toBeVisible()
  })

  it('puts an answer of a past call right and finds it among the corrections', async () => {
    await go('/calls')
    await main()
      .getByRole('link', { name: /Example Dental/ })
      .first()
      .click()
    await main().getByRole('button', { name: 'Correct this answer' }).first().click()
    const dialog = page.getByRole('dialog')
    await see(dialog.getByLabel('Question')).toHaveValue('How much is teeth whitening?')
    await dialog.getByLabel('What it should say').fill('Teeth whitening costs ₹3,900 until the end of the year.')
    await dialog.getByRole('button', { name: 'Save as knowledge' }).click()
    await see(dialog.getByText('The answer changed')).toBeVisible({ timeout: 20_000 })
    await dialog.getByRole('button', { name: 'Close' }).click()
    await go('/training?tab=corrections')
    await see(main().getByRole('heading', { name: 'How much is teeth whitening?' })).toBeVisible()
    await main().getByRole('link', { name: 'See it in the knowledge' }).first().click()
    await see(main().getByText(/3,900/).first()).toBeVisible()
  })

  it('sees what is understood as it types, whatever is typed', async () => {
    await go('/understanding')
    const box = main().getByLabel('What a caller says')
    await box.fill('Call Priya Sharma tomorrow at 3 pm, my card is 4111 1111 1111 1111')
    await see(main().locator('mark').filter({ hasText: 'Priya Sharma' })).toBeVisible()
    await see(main().getByRole('region', { name: 'What would be kept' })).not.toContainText('4111 1111 1111 1111')
    for (const odd of ['👩‍👩‍👧‍👦 🎉', 'مرحبا כן नमस्ते', '\u0000\u202e', `${'नमस्ते '.repeat(2000)}`]) {
      await box.fill(odd)
      await see(main().getByRole('region', { name: 'Intent' })).toBeVisible()
    }
    await see(main().getByText('Only the first 10,000 characters can be read.')).toBeVisible()
    await box.fill('')
    await see(main().getByRole('heading', { name: 'See what an agent understands' })).toBeVisible()
  })

  it('sees what is remembered of a caller', async () => {
    const api = `${room.myna.url}/api/v1`
    const { id } = await startConversation({ policy: { remember: 'always' }, caller: { kind: 'phone', id: '+919830012345' } })
    await room.context.request.post(`${api}/brain/conversations/${id}/replies`, { data: { text: 'When are you open on Saturday?' } })
    await room.context.request.post(`${api}/brain/conversations/${id}/end`, { data: {} })
    await go('/callers')
    await main().getByRole('button', { name: 'No name told' }).click()
    await see(page.getByRole('dialog').getByText('+919830012345').first()).toBeVisible()
  })

  const looks: Look[] = [
    { theme: 'light', width: 1440 },
    { theme: 'dark', width: 1440 },
    { theme: 'light', width: 390, height: 844, language: 'hi' },
    { theme: 'dark', width: 390, height: 844, language: 'bn' },
  ]
  it.each(looks)('breaks no rule of accessibility, $theme at $width', async (look) => {
    const shown = await room.look(look)
    const paths = ['/providers', '/training?state=answered', '/training?tab=corrections', '/callers', '/understanding', '/settings?section=models']
    const broken = await walk(shown, room.myna.url, paths, async (path) => {
      if (path !== '/understanding') return
      await shown.locator('main button').nth(1).click()
      await see(shown.locator('main mark').first()).toBeVisible()
    })
    await goInside(shown, room.myna.url, '/providers')
    await shown.locator('main header').getByRole('button').last().click()
    await see(shown.getByRole('dialog')).toBeVisible()
    broken.push(...(await faultsOfLook(shown, 'dialog')))
    expect(broken).toEqual([])
    await shown.context().close()
  })

  it('forgets the caller when asked to, and leaves nothing broken in the page', async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click()
    await page.getByRole('dialog').last().getByRole('button', { name: 'Forget' }).click()
    await see(main().getByRole('heading', { name: 'Nobody is remembered yet' })).toBeVisible()
    expect(troubles).toEqual([])
  })
})
