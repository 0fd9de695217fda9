import { playTwilio } from '@myna/telephony-twilio/test/play-twilio'
import { playSaml } from '../../../adapters/identity-provider/saml/test/play-saml.ts'
import { startApp } from './played-app.ts'
import { startModel } from './played-model.ts'
import { newEmail, openSignedIn, signUp } from './signed-in.ts'
import { see } from './see.ts'

/** What stands in a furnished organisation, by id. */
export type Furniture = { agent: string; draft: string; call: string; phoneCall: string; app: string; invitation: string; errand: string; scenario: string }

/** An organisation in which something stands on every page, on a Myna of its own with a played carrier. Its owner runs the installation. */
export async function openFurnished() {
  const [twilio, app, model] = await Promise.all([playTwilio(), startApp(), startModel()])
  const room = await openSignedIn({ verified: true, own: { MYNA_TWILIO_URL: twilio.baseUrl, MYNA_CARRIER_ALLOW_HOSTS: '127.0.0.1,localhost' } })
  const close = async () => {
    await room.close()
    await Promise.all([twilio.close(), app.stop(), model.stop()])
  }
  /** Asks the API as the owner. */
  async function ask<T = { id: string }>(method: string, path: string, data?: unknown): Promise<T> {
    const answer = await room.context.request.fetch(`${room.myna.url}/api/v1${path}`, { method, ...(data !== undefined && { data }) })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    // A reply comes as a stream; whoever waits for it to end needs none of its words.
    return (answer.headers()['content-type']?.includes('json') ? await answer.json() : {}) as T
  }
  try {
    return { ...room, ask, close, has: await furnish() }
  } catch (fault) {
    await close()
    throw fault
  }

  async function furnish(): Promise<Furniture> {
    await ask('PATCH', '/workspace/settings', { settings: { country: 'GB' } })
    const creation = await ask<{ id: string; agentId: string }>('POST', '/agents/creations', { url: room.site.url })
    // The stream of a creation ends when it is over.
    await room.context.request.get(`${room.myna.url}/api/v1/agents/creations/${creation.id}/events`)
    const agent = creation.agentId
    // Acting for a member changes who asks: nothing else is asked meanwhile.
    const people = await meetPeople()
    const [made, errand, scenario] = await Promise.all([registerThings(agent), noteErrand(agent), simulate(agent), train(agent)])
    const draft = (await ask('POST', '/agents', { name: 'Night desk', config: { businessName: 'Example Dental', greeting: 'Example Dental, good evening.' } }))
      .id
    const call = await talk(agent)
    const phoneCall = await ring(agent)
    return { agent, draft, call, phoneCall, app: made, invitation: people, errand, scenario }
  }

  async function meetPeople(): Promise<string> {
    await ask('PUT', '/identity/roles/front_desk', { scopes: ['calls:read'] })
    const bina = newEmail('bina')
    const { id } = await ask('POST', '/identity/invitations', { email: bina, role: 'front_desk' })
    await (await signUp(room.browser, room.myna.url, { name: 'Bina', email: bina, password: 'another long password', invitationId: id })).close()
    const { items } = await ask<{ items: { userId: string; name: string }[] }>('GET', '/identity/members')
    await ask('PUT', '/identity/teams', { name: 'Reception', memberIds: items.map((it) => it.userId) })
    await ask('POST', '/identity/domains', { domain: 'rao-dental.example' })
    await ask('POST', '/identity/sso', { name: 'Our directory', saml: { metadata: playSaml().metadata } })
    const member = items.find((it) => it.name === 'Bina')!
    await ask('POST', `/identity/members/${member.userId}/impersonation`, { reason: 'Helps set up the phone line' })
    await ask('POST', '/identity/impersonation/end', {})
    return (await ask('POST', '/identity/invitations', { email: newEmail('chandra'), role: 'front_desk' })).id
  }

  async function registerThings(agent: string): Promise<string> {
    await ask('POST', '/identity/api-keys', { name: 'Website', scopes: ['agents:read'] })
    await ask('POST', '/brain/providers', {
      kind: 'openai-compatible',
      name: 'House model',
      baseUrl: model.baseUrl,
      model: model.model,
      key: model.key,
      enabled: false,
    })
    await ask('POST', '/brain/providers', {
      kind: 'openai-compatible',
      name: 'Spare model',
      baseUrl: model.baseUrl,
      model: model.model,
      key: model.key,
      enabled: false,
    })
    await ask('POST', '/voice/providers', { kind: 'deepgram', name: 'Deepgram', key: 'not a key', enabled: false })
    const voices = await ask<{ items: { id: string; language: string }[] }>('GET', '/voice/voices')
    const voice = voices.items.find((it) => it.language.startsWith('en'))
    if (voice) await ask('POST', '/voice/presets', { name: 'Calm reception', voiceId: voice.id, language: 'en' })
    const request = { method: 'GET', url: `${app.url}/orders/{order}` }
    const parameters = { type: 'object', properties: { order: { type: 'string' } }, required: ['order'] }
    await ask('POST', '/tools', {
      name: 'order_status',
      title: 'Order status',
      description: 'Tells where an order is.',
      parameters,
      changes: 'nothing',
      request,
    })
    await ask('POST', '/tools/runs', { tool: 'order_status', arguments: { order: 'A 7' }, confirmed: true, agentId: agent })
    const registered = await ask<{ app: { id: string } }>('POST', '/apps', {
      slug: 'finder',
      name: 'Price finder',
      version: { name: '1', url: `${app.url}/v1` },
    })
    await ask('POST', `/apps/${registered.app.id}/versions`, { name: '2', url: `${app.url}/v2` })
    await ask('POST', `/apps/${registered.app.id}/probes`, {})
    return registered.app.id
  }

  async function noteErrand(agentId: string): Promise<string> {
    const noted = { name: 'Asha Rao', phone: '98300 12345', message: 'Call me about my crown' }
    await ask('POST', '/tools/runs', { tool: 'take_message', arguments: noted, confirmed: true, agentId })
    return (await ask<{ items: { id: string }[] }>('GET', '/tools/errands')).items[0]!.id
  }

  async function simulate(agent: string): Promise<string> {
    const { items } = await ask<{ items: { id: string }[] }>('POST', `/agents/${agent}/scenarios/suggestions`, {})
    const run = await ask('POST', `/agents/${agent}/simulations`, { scenarioIds: [items[0]!.id] })
    return run.id
  }

  async function train(agentId: string): Promise<void> {
    const { baseId } = await ask<{ baseId: string }>('GET', `/agents/${agentId}`)
    const persona = { agentName: 'Example Dental', businessName: 'Example Dental' }
    const caller = { kind: 'phone', id: '+919830012345' }
    const { id } = await ask('POST', '/brain/conversations', { agentId, baseId, channel: 'phone', persona, policy: { remember: 'always' }, caller })
    for (const text of ['क्या पार्किंग है?', 'Do you sell bicycles?', 'When are you open on Saturday?'])
      await ask('POST', `/brain/conversations/${id}/replies`, { text })
    await ask('POST', `/brain/conversations/${id}/end`, {})
  }

  async function talk(agent: string): Promise<string> {
    const page = await room.look({ theme: 'light', width: 1440 })
    await page.goto(`${room.myna.url}/agents/${agent}?talk=yes`)
    await page.getByRole('textbox', { name: 'Message' }).fill('How much is teeth whitening?')
    await page.keyboard.press('Enter')
    await see(page.getByRole('log')).toContainText(/4,500/)
    await page.context().close()
    return (await ask<{ items: { id: string }[] }>('GET', '/calls')).items[0]!.id
  }

  /** A number of the played carrier that the agent answers, and a call to it that is over. */
  async function ring(agentId: string): Promise<string> {
    const { accountId, secret } = twilio.account
    const carrier = await ask('POST', '/calls/carriers', { name: 'Twilio', accountId, secret })
    const offers = await ask<{ items: { number: string }[] }>('GET', `/calls/numbers/offers?carrierId=${carrier.id}&country=GB`)
    const number = offers.items[0]!.number
    await ask('POST', '/calls/numbers', { carrierId: carrier.id, number, agentId, buy: true })
    const caller = twilio.ring({ to: number, from: '+442079460018' })
    await caller.until('marked')
    const { items } = await ask<{ items: { id: string }[] }>('GET', '/calls?channel=phone')
    await ask('POST', `/calls/${items[0]!.id}/hang-up`, {})
    await caller.over
    return items[0]!.id
  }
}
