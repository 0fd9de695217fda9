import { z } from 'zod'
import { operation, stream } from './operation.ts'
import { Id, Language, Moment, PageInput, pageOf } from './page.ts'
import { Intent } from './understanding.ts'

/** How a simulated caller behaves. `changes_mind` corrects what it said once, `chatty` winds around, `terse` says single words, `off_topic` strays. */
export const Personality = z.enum(['plain', 'terse', 'chatty', 'impatient', 'confused', 'changes_mind', 'off_topic', 'hostile'])

const Words = z.string().trim().min(1).max(500)

/** What must hold for a simulated call to pass; checked by code, but for `judged`. */
export const Criterion = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('says'), text: Words.describe('Somewhere the agent says this, in any case and spacing.') }),
    z.object({ kind: z.literal('never_says'), text: Words }),
    z.object({ kind: z.literal('refuses'), text: Words.optional().describe('The agent says it does not know, to this question or to any.') }),
    z.object({ kind: z.literal('never_refuses') }),
    z.object({ kind: z.literal('has_source'), text: Words.describe('An answer rests on a source whose address, title or quote holds this.') }),
    z.object({ kind: z.literal('language'), language: Language.describe('Every answer is in it.') }),
    z.object({ kind: z.literal('reaches'), goal: z.string().max(60).describe('The goal is carried out.') }),
    z.object({ kind: z.literal('never_acts') }),
    z.object({
      kind: z.literal('slot'),
      goal: z.string().max(60),
      slot: z.string().max(60),
      value: z.string().max(200).describe('What is understood, as shown in the report.'),
    }),
    z.object({ kind: z.literal('within_turns'), count: z.number().int().min(1).max(50) }),
    z.object({ kind: z.literal('hands_over') }),
    z.object({ kind: z.literal('judged'), question: Words.describe('A yes-or-no question to a language model, asked only once all others hold.') }),
  ])
  .meta({ id: 'Criterion', description: 'What must hold for a simulated call to pass.' })
export type Criterion = z.infer<typeof Criterion>

const scenarioFields = {
  name: z.string().trim().min(1).max(120),
  aim: z.string().trim().max(500).describe('What the caller wants, for people.'),
  language: Language,
  personality: Personality,
  opening: z.array(Words).min(1).max(20).describe('What the caller says or asks, one turn after the other.'),
  knows: z.record(z.string().max(60), z.string().max(200)).describe('What the caller answers when asked, by slot, such as `phone`.'),
  confirms: z.boolean().describe('Whether the caller says yes when asked to confirm.'),
  wants: Intent.nullable().describe('For the report.'),
  criteria: z.array(Criterion).min(1).max(20),
}

export const Scenario = z
  .object({ id: Id, agentId: Id, ...scenarioFields, createdAt: Moment, updatedAt: Moment })
  .meta({ id: 'Scenario', description: 'A simulated caller: what it wants, how it behaves, and what must come of it.' })
export type Scenario = z.infer<typeof Scenario>

export const SimulatedTurn = z.object({
  speaker: z.enum(['caller', 'agent']),
  text: z.string(),
  language: Language.nullable(),
  refused: z.boolean(),
  sources: z.array(z.object({ title: z.string(), url: z.string().nullable() })),
  move: z.string().nullable(),
})

export const SimulatedCall = z
  .object({
    scenarioId: Id,
    scenarioName: z.string(),
    attempt: z.number().int(),
    passed: z.boolean(),
    checks: z.array(z.object({ criterion: Criterion, passed: z.boolean(), sentence: z.string().describe('What was found, for people.') })),
    turns: z.array(SimulatedTurn),
  })
  .meta({ id: 'SimulatedCall', description: 'One simulated call with its transcript and what was checked.' })
export type SimulatedCall = z.infer<typeof SimulatedCall>

export const Simulation = z
  .object({
    id: Id,
    agentId: Id,
    draftRevision: z.number().int(),
    status: z.enum(['running', 'passed', 'failed', 'broken', 'cancelled']),
    times: z.number().int(),
    done: z.number().int(),
    of: z.number().int(),
    passedCount: z.number().int(),
    calls: z.array(SimulatedCall),
    sentence: z.string(),
    startedAt: Moment,
    endedAt: Moment.nullable(),
  })
  .meta({ id: 'Simulation', description: 'Simulated callers run against a draft, with transcripts.' })
export type Simulation = z.infer<typeof Simulation>

/** Trying a draft with simulated callers before people meet it. */
export const simulation = {
  listScenarios: operation({
    http: 'GET /agents/{agentId}/scenarios',
    summary: 'List the simulated callers of an agent',
    access: 'agents:read',
    input: z.object({ agentId: Id, ...PageInput }),
    output: pageOf(Scenario),
    faults: ['agents.not_found'],
  }),
  addScenario: operation({
    http: 'POST /agents/{agentId}/scenarios',
    summary: 'Write a simulated caller',
    access: 'agents:write',
    input: z.object({
      agentId: Id,
      ...scenarioFields,
      aim: scenarioFields.aim.default(''),
      language: Language.default('en'),
      personality: Personality.default('plain'),
      knows: scenarioFields.knows.default({}),
      confirms: scenarioFields.confirms.default(true),
      wants: scenarioFields.wants.default(null),
    }),
    output: Scenario,
    faults: ['agents.not_found', 'agents.scenario_taken'],
  }),
  suggestScenarios: operation({
    http: 'POST /agents/{agentId}/scenarios/suggestions',
    summary: 'Write simulated callers from what the agent knows and may do; those of the same name are left as they are',
    access: 'agents:write',
    input: z.object({ agentId: Id }),
    output: z.object({ items: z.array(Scenario), added: z.number().int() }),
    faults: ['agents.not_found'],
  }),
  updateScenario: operation({
    http: 'PATCH /agents/{agentId}/scenarios/{scenarioId}',
    summary: 'Change a simulated caller',
    access: 'agents:write',
    input: z.object({ agentId: Id, scenarioId: Id, ...z.object(scenarioFields).partial().shape }),
    output: Scenario,
    faults: ['agents.not_found', 'agents.scenario_not_found', 'agents.scenario_taken'],
  }),
  removeScenario: operation({
    http: 'DELETE /agents/{agentId}/scenarios/{scenarioId}',
    summary: 'Remove a simulated caller; past reports keep what it did',
    access: 'agents:write',
    input: z.object({ agentId: Id, scenarioId: Id }),
    output: z.object({}),
    faults: ['agents.not_found', 'agents.scenario_not_found'],
  }),
  startSimulation: operation({
    http: 'POST /agents/{agentId}/simulations',
    summary: 'Run simulated callers against the draft; tools are only tried, nothing is done',
    access: 'agents:write',
    input: z.object({ agentId: Id, scenarioIds: z.array(Id).max(200).optional(), times: z.number().int().min(1).max(50).default(1) }),
    output: Simulation,
    faults: ['agents.not_found', 'agents.no_scenarios', 'agents.scenario_not_found', 'agents.simulation_running'],
  }),
  listSimulations: operation({
    http: 'GET /agents/{agentId}/simulations',
    summary: 'List simulations, newest first; calls are left out',
    access: 'agents:read',
    input: z.object({ agentId: Id, ...PageInput }),
    output: pageOf(Simulation),
    faults: ['agents.not_found'],
  }),
  getSimulation: operation({
    http: 'GET /agents/{agentId}/simulations/{simulationId}',
    summary: 'Read the report of a simulation, with transcripts',
    access: 'agents:read',
    input: z.object({ agentId: Id, simulationId: Id }),
    output: Simulation,
    faults: ['agents.not_found', 'agents.simulation_not_found'],
  }),
  watchSimulation: stream({
    http: 'GET /agents/{agentId}/simulations/{simulationId}/events',
    summary: 'Follow a simulation live; ends when it is over',
    access: 'agents:read',
    input: z.object({ agentId: Id, simulationId: Id }),
    output: Simulation,
    faults: ['agents.not_found', 'agents.simulation_not_found'],
  }),
  cancelSimulation: operation({
    http: 'POST /agents/{agentId}/simulations/{simulationId}/cancellation',
    summary: 'Stop a simulation; calls made so far stay in its report',
    access: 'agents:write',
    input: z.object({ agentId: Id, simulationId: Id }),
    output: Simulation,
    faults: ['agents.not_found', 'agents.simulation_not_found', 'agents.simulation_over'],
  }),
}
