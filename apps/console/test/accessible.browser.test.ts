import { AxeBuilder } from '@axe-core/playwright'
import { expect as see, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, openSignedIn } from './signed-in.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
type Place = { path: string; stranger?: boolean; shown: (page: Page) => Promise<unknown> }

/** What people with a screen reader, a keyboard or weak eyes meet: no page may break a rule of WCAG 2.2 AA that a machine can check. */
describe('every page is accessible', () => {
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let places: Record<string, Place>

  beforeAll(async () => {
    room = await openSignedIn()
    const agentId = await builtAgent()
    const callId = await talkedOnce(agentId)
    const text = (words: RegExp) => (page: Page) => see(page.locator('main').getByText(words).first()).toBeVisible()
    places = {
      'sign in': { path: '/sign-in', stranger: true, shown: (page) => see(page.getByRole('textbox').first()).toBeVisible() },
      overview: { path: '/', shown: text(/Example Dental/) },
      agents: { path: '/agents', shown: (page) => see(page.locator('main').getByRole('link', { name: /Example Dental/ })).not.toHaveCount(0) },
      'new agent': { path: '/agents/new', shown: (page) => see(page.locator('main').getByRole('textbox').first()).toBeVisible() },
      building: { path: `/agents/${agentId}/building`, shown: text(/Read 3 pages/) },
      'agent with talk': { path: `/agents/${agentId}?talk=yes`, shown: say('How much is teeth whitening?', /4,500/) },
      knowledge: { path: `/agents/${agentId}?tab=knowledge`, shown: text(/4,500/) },
      calls: { path: '/calls', shown: (page) => see(page.locator('main').getByRole('link', { name: /Example Dental/ })).not.toHaveCount(0) },
      call: { path: `/calls/${callId}`, shown: text(/teeth whitening/) },
      team: { path: '/team', shown: text(/asha@example.com/) },
      'API keys': { path: '/api-keys', shown: text(/./) },
      audit: { path: '/audit', shown: text(/Test person/) },
      settings: { path: '/settings', shown: (page) => see(page.locator('main').getByRole('textbox').first()).toBeVisible() },
      reference: { path: '/reference?op=agents.createAgent', shown: text(/agents\.name_taken/) },
    }
  })
  afterAll(() => room?.close())

  async function builtAgent(): Promise<string> {
    const api = `${room.myna.url}/api/v1`
    const made = await room.context.request.post(`${api}/agents/creations`, { data: { url: room.site.url } })
    const creation = (await made.json()) as { id: string; agentId: string }
    // The stream of a creation ends when it is over.
    await room.context.request.get(`${api}/agents/creations/${creation.id}/events`)
    return creation.agentId
  }

  async function talkedOnce(agentId: string): Promise<string> {
    const page = await room.look({ theme: 'light', width: 1440 })
    await page.goto(`${room.myna.url}/agents/${agentId}?talk=yes`)
    await say('How much is teeth whitening?', /4,500/)(page)
    await page.context().close()
    const { items } = (await (await room.context.request.get(`${room.myna.url}/api/v1/calls`)).json()) as { items: { id: string }[] }
    return items[0]!.id
  }

  const looks: [string, Look][] = [
    ['light at 1440', { theme: 'light', width: 1440 }],
    ['dark at 1440', { theme: 'dark', width: 1440 }],
    ['light at 390', { theme: 'light', width: 390, height: 844 }],
  ]
  it.each(looks)('%s', async (_, look) => {
    expect(await brokenRules(look, Object.keys(places))).toEqual([])
  })
  it.each(['hi', 'bn'] as const)('in %s', async (language) => {
    expect(await brokenRules({ theme: 'light', width: 1440, language }, ['overview', 'agent with talk', 'reference'])).toEqual([])
  })

  it('the API reference is asked by keyboard alone', async () => {
    const page = await room.look({ theme: 'light', width: 1440 })
    await page.goto(`${room.myna.url}/reference`)
    await see(page.getByRole('heading', { name: 'API reference' })).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('list agents')
    await page.getByRole('link', { name: /List agents/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'limit' }).focus()
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    await see(page.getByRole('region', { name: 'What came back' })).toContainText('"publishedVersion": 1')
    await page.context().close()
  })

  async function brokenRules(look: Look, names: string[]): Promise<string[]> {
    const broken: string[] = []
    const [page, strange] = await Promise.all([room.look(look), room.look(look, true)])
    for (const name of names) {
      const place = places[name]!
      const shown = place.stranger ? strange : page
      await shown.goto(room.myna.url + place.path)
      await place.shown(shown)
      const { violations } = await new AxeBuilder({ page: shown }).withTags(rules).analyze()
      broken.push(...violations.flatMap((rule) => rule.nodes.map((node) => `${name}: ${rule.id} ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`)))
    }
    await Promise.all([page.context().close(), strange.context().close()])
    return broken
  }
})

function say(words: string, answer: RegExp): (page: Page) => Promise<void> {
  return async (page) => {
    const panel = page.getByRole('complementary').last()
    await panel.getByRole('textbox').fill(words)
    await page.keyboard.press('Enter')
    await see(panel.getByRole('log')).toContainText(answer, { timeout: 20_000 })
  }
}
