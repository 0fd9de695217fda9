import type { Scenario, Simulation } from '@myna/contracts/agents-simulation'
import type { Client } from '@myna/contracts'
import type { agents as contract } from '@myna/contracts/agents'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, follow, openAgents } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openAgents>>
beforeAll(async () => {
  room = await openAgents()
})
afterAll(() => room.close())

const facts = [
  { category: 'business_information', title: 'Opening hours', text: 'We are open Monday to Saturday from 9 am to 6 pm.' },
  { category: 'support_faq', title: 'Do you deliver cakes?', text: 'Yes, we deliver cakes within five kilometres for 40 rupees.', kind: 'question' },
] as const

describe('simulated callers', () => {
  const newAgent = async () => {
    const caller = room.house.newCaller()
    const client = room.agentsOf(caller)
    const agent = await client.createAgent({ name: 'Front desk', config: { businessName: 'Corner Bakery', timeZone: 'Asia/Kolkata' } })
    for (const fact of facts) await room.knowledgeOf(caller).addItem({ baseId: agent.baseId, ...fact })
    return { caller, client, agentId: agent.id }
  }
  const run = async (client: Client<typeof contract>, agentId: string, more: { times?: number; scenarioIds?: string[] } = {}): Promise<Simulation> => {
    const { id: simulationId } = await client.startSimulation({ agentId, ...more })
    await follow(client.watchSimulation({ agentId, simulationId }))
    return client.getSimulation({ agentId, simulationId })
  }
  const add = (client: Client<typeof contract>, agentId: string, it: Partial<Scenario> & Pick<Scenario, 'name' | 'opening' | 'criteria'>) =>
    client.addScenario({ agentId, ...it })

  it('pass where the agent does what it should, and the report says why', async () => {
    const { client, agentId } = await newAgent()
    await add(client, agentId, {
      name: 'Asks about delivery',
      opening: ['Do you deliver cakes?'],
      criteria: [{ kind: 'says', text: '40 rupees' }, { kind: 'has_source', text: 'deliver' }, { kind: 'never_acts' }, { kind: 'language', language: 'en' }],
    })
    const report = await run(client, agentId)
    expect(report).toMatchObject({ status: 'passed', done: 1, of: 1, passedCount: 1, sentence: 'All 1 calls passed' })
    expect(report.calls[0]?.turns.map((it) => it.speaker)).toEqual(['caller', 'agent'])
    expect(report.calls[0]?.checks.map((it) => it.passed)).toEqual([true, true, true, true])
  })

  it('fail where it does not, each with what was found instead', async () => {
    const { client, agentId } = await newAgent()
    await add(client, agentId, {
      name: 'Asks for something unknown',
      opening: ['Do you have a swimming pool?'],
      criteria: [{ kind: 'never_refuses' }, { kind: 'says', text: 'twenty metres' }, { kind: 'judged', question: 'Was the agent polite?' }],
    })
    const report = await run(client, agentId)
    expect(report.status).toBe('failed')
    expect(report.calls[0]?.checks.map((it) => [it.criterion.kind, it.passed, it.sentence])).toEqual([
      ['never_refuses', false, 'said that it does not know in turn 1'],
      ['says', false, 'never said "twenty metres"'],
    ])
  })

  it('book, change their minds and confirm, and nothing is really done', async () => {
    const { caller, client, agentId } = await newAgent()
    await add(client, agentId, {
      name: 'Changes its mind',
      personality: 'changes_mind',
      opening: ['I would like to book a meeting'],
      knows: { time: 'next Monday at 4 pm', time_then: 'make it Tuesday', name: 'Asha Rao', phone: '98300 12345' },
      criteria: [
        { kind: 'reaches', goal: 'schedule_meeting' },
        { kind: 'slot', goal: 'schedule_meeting', slot: 'time', value: 'Tuesday' },
      ],
    })
    const report = await run(client, agentId, { times: 2 })
    expect(report.calls.flatMap((it) => it.checks.filter((check) => !check.passed))).toEqual([])
    expect(report).toMatchObject({ status: 'passed', done: 2, of: 2 })
    expect((await room.toolsOf(caller).listErrands({})).items).toEqual([])
  })

  it.each(['plain', 'terse', 'chatty', 'impatient', 'confused', 'off_topic', 'hostile'] as const)('of a %s kind leave a message', async (personality) => {
    const { client, agentId } = await newAgent()
    await add(client, agentId, {
      name: 'Leaves a message',
      personality,
      opening: ['Can you take a message?'],
      knows: { message: 'The bread was very good', name: 'Asha Rao', phone: '98300 12345' },
      criteria: [{ kind: 'reaches', goal: 'take_message' }],
    })
    const report = await run(client, agentId, { times: 2 })
    expect(report.calls.filter((it) => !it.passed).map((it) => it.turns.map((turn) => `${turn.speaker}: ${turn.text}`))).toEqual([])
  })

  it('are suggested from what the agent knows, once, and pass on a sound agent', async () => {
    const { client, agentId } = await newAgent()
    const first = await client.suggestScenarios({ agentId })
    expect(first.items.map((it) => it.name)).toEqual(expect.arrayContaining(['Asks: Do you deliver cakes?', 'Books a meeting', 'Asks what nobody told it']))
    expect((await client.suggestScenarios({ agentId })).added).toBe(0)
    const report = await run(client, agentId)
    expect(report.calls.filter((it) => !it.passed).map((it) => [it.scenarioName, it.checks, it.turns])).toEqual([])
  })

  it('stand before publishing when the agent must pass, on exactly the draft that is published', async () => {
    const { client, agentId } = await newAgent()
    await client.updateDraft({ agentId, config: { mustPass: true } })
    expect(await codeOf(client.publishAgent({ agentId }))).toBe('agents.not_passed')
    await add(client, agentId, { name: 'Asks', opening: ['Do you deliver cakes?'], criteria: [{ kind: 'never_refuses' }] })
    await run(client, agentId)
    await client.updateDraft({ agentId, config: { greeting: 'Hello there!' } })
    expect(await codeOf(client.publishAgent({ agentId }))).toBe('agents.not_passed')
    await run(client, agentId)
    const late = await add(client, agentId, { name: 'Asks more', opening: ['When are you open?'], criteria: [{ kind: 'never_refuses' }] })
    expect(await codeOf(client.publishAgent({ agentId }))).toBe('agents.not_passed')
    await run(client, agentId, { scenarioIds: [late.id] })
    expect(await codeOf(client.publishAgent({ agentId }))).toBe('agents.not_passed')
    await run(client, agentId)
    expect((await client.publishAgent({ agentId })).status).toBe('live')
  })

  it('are one run at a time, can be stopped, and keep what they did', async () => {
    const { client, agentId } = await newAgent()
    expect(await codeOf(client.startSimulation({ agentId }))).toBe('agents.no_scenarios')
    await add(client, agentId, { name: 'Asks', opening: Array.from({ length: 20 }, () => 'Do you deliver cakes?'), criteria: [{ kind: 'never_refuses' }] })
    const { id: simulationId } = await client.startSimulation({ agentId, times: 50 })
    expect(await codeOf(client.startSimulation({ agentId }))).toBe('agents.simulation_running')
    const cancelled = await client.cancelSimulation({ agentId, simulationId })
    expect(cancelled.status).toBe('cancelled')
    expect(await codeOf(client.cancelSimulation({ agentId, simulationId }))).toBe('agents.simulation_over')
    expect((await client.listSimulations({ agentId })).items.map((it) => it.id)).toEqual([simulationId])
  })

  it('have names of their own', async () => {
    const { client, agentId } = await newAgent()
    const criteria = [{ kind: 'never_acts' as const }]
    const one = await add(client, agentId, { name: 'Asks', opening: ['Hello'], criteria })
    expect(await codeOf(add(client, agentId, { name: 'ASKS', opening: ['Hello'], criteria }))).toBe('agents.scenario_taken')
    const other = await add(client, agentId, { name: 'Asks again', opening: ['Hello'], criteria })
    expect(await codeOf(client.updateScenario({ agentId, scenarioId: other.id, name: 'asks' }))).toBe('agents.scenario_taken')
    expect(await client.updateScenario({ agentId, scenarioId: one.id, aim: 'Wants to know.' })).toMatchObject({ name: 'Asks', aim: 'Wants to know.' })
    await client.removeScenario({ agentId, scenarioId: one.id })
    expect((await client.listScenarios({ agentId })).items.map((it) => it.id)).toEqual([other.id])
  })
})
