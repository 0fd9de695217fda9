import { expect } from 'vitest'
import { type Api, createClient } from '@myna/sdk'
import { openBakery } from '#test/bakery.ts'

/**
 * What a person and a program do from the first minute on, against one address: the operator makes a key, the key builds an agent from a website,
 * asks it, changes and publishes it, talks to it as a caller does; another organisation sees none of it; the audit log holds it all.
 */
export async function takeJourney(url: string, operator: Api): Promise<void> {
  const bakery = await openBakery()
  try {
    const me = await operator.identity.getMe({})
    expect(me).toMatchObject({ user: null, tenant: { name: expect.any(String) } })
    const { key } = await operator.identity.createApiKey({
      name: 'Journey',
      scopes: ['agents:read', 'agents:write', 'agents:publish', 'knowledge:read', 'knowledge:write', 'brain:read', 'brain:write', 'audit:read'],
    })
    const api = createClient({ baseUrl: `${url}/api/v1`, headers: () => ({ authorization: `Bearer ${key}` }) })

    const { id: creationId, agentId } = await api.agents.createFromWebsite({ url: bakery.url })
    const sentences: string[] = []
    for await (const { data } of api.agents.watchCreation({ creationId })) sentences.push(data.sentence)
    expect(sentences).toEqual(expect.arrayContaining(['Read 5 pages.', 'The agent is ready. Talk to it.']))
    const agent = await api.agents.getAgent({ agentId })
    expect(agent).toMatchObject({ name: 'Corner Bakery', status: 'live', publishedVersion: 1 })
    expect(await api.knowledge.getBase({ baseId: agent.baseId })).toMatchObject({ itemCount: expect.any(Number) })

    const { baseId, persona } = await api.agents.getLiveConfig({ agentId })
    const answer = await api.brain.answerQuestion({ baseId, persona, question: 'How much is a loaf of rye?' })
    expect(answer).toMatchObject({ refused: false, answer: expect.stringContaining('180'), sources: [{ url: `${bakery.url}prices` }] })
    const conversation = await api.brain.startConversation({ agentId, baseId, channel: 'text', persona })
    const said: string[] = []
    for await (const { data } of api.brain.reply({ conversationId: conversation.id, text: 'What does delivery cost?' }))
      said.push(data.type === 'words' ? data.text : data.turn.text)
    expect(said.join(' ')).toContain('40')
    expect((await api.brain.listTurns({ conversationId: conversation.id })).items.map((it) => it.speaker)).toEqual(['caller', 'agent'])

    await api.agents.updateDraft({ agentId, config: { greeting: 'Namaste!' } })
    expect(await api.agents.publishAgent({ agentId, note: 'Friendlier' })).toMatchObject({ publishedVersion: 2 })
    await expect(api.workspace.updateSettings({ settings: { country: 'US' } })).rejects.toMatchObject({
      code: 'request.forbidden',
      traceId: expect.any(String),
    })
    await expect(api.agents.getAgent({ agentId: creationId })).rejects.toMatchObject({ code: 'agents.not_found', status: 404 })

    const stranger = await signUp(url)
    expect((await stranger.agents.listAgents({})).items).toEqual([])
    await expect(stranger.agents.getAgent({ agentId })).rejects.toMatchObject({ code: 'agents.not_found' })
    await expect(stranger.knowledge.getBase({ baseId })).rejects.toMatchObject({ code: 'knowledge.base_not_found' })
    await expect(createClient({ baseUrl: `${url}/api/v1` }).agents.listAgents({})).rejects.toMatchObject({ code: 'request.unauthenticated', status: 401 })

    const actions = async () => (await api.audit.listEntries({ limit: 200 })).items.map((it) => it.action)
    await expect
      .poll(actions, { timeout: 20_000 })
      .toEqual(expect.arrayContaining(['create-api-key', 'create-agent', 'read-source', 'publish-agent', 'update-agent']))
    expect(await api.audit.verifyChain({})).toMatchObject({ intact: true, problems: [] })
    const { items } = await api.audit.listEntries({ action: 'update-agent' })
    expect(items).toMatchObject([{ actor: expect.stringMatching(/^key:/), subject: `agent:${agentId}`, ip: expect.stringMatching(/127\.0\.0\.1|::1/) }])
  } finally {
    await bakery.close()
  }
}

/** A person with an organisation of their own, in a browser. */
async function signUp(url: string): Promise<Api> {
  const person = { name: 'Asha', email: `asha-${crypto.randomUUID()}@example.com`, password: 'a long enough password', organisation: 'Elsewhere' }
  const response = await fetch(`${url}/api/v1/identity/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  })
  expect(response.status).toBe(200)
  const cookie = response.headers
    .getSetCookie()
    .map((it) => it.split(';')[0]!)
    .join('; ')
  return createClient({ baseUrl: `${url}/api/v1`, headers: () => ({ cookie }) })
}
