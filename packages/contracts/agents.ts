import { z } from 'zod'
import { AgentName, Creation, creations } from './agents-creation.ts'
import { simulation } from './agents-simulation.ts'
import { Persona } from './brain.ts'
import { CallPolicy } from './call-policy.ts'
import { Goal, HandOff, Policy, StandardGoal } from './dialogue.ts'
import { event } from './event.ts'
import { operation } from './operation.ts'
import { Id, Language, Moment, PageInput, pageOf } from './page.ts'

export { Creation, CreationEvent, CreationSentence, CreationStep, CreationStepName, creationSteps } from './agents-creation.ts'

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use 24-hour time such as 09:30.')

/** Fields of a config without what they start from, so that a change leaves what it does not name as it was. */
const fields = {
  businessName: z.string().trim().min(1).max(120),
  greeting: z.string().trim().min(1).max(500),
  instructions: z.string().trim().max(8000),
  languages: z.array(Language).min(1),
  voices: z.record(z.string(), z.string()).describe('Voice id by language; absent: the default voice of the language.'),
  speed: z.number().min(0.5).max(2),
  timeZone: z.string().max(60),
  country: z.string().regex(/^[A-Z]{2}$/),
  hours: z
    .array(z.object({ day: z.number().int().min(0).max(6).describe('0 is Sunday.'), from: Clock, to: Clock }))
    .max(28)
    .describe('When people of the business can be reached; empty: unknown.'),
  standardGoals: z.array(StandardGoal).describe('Built-in goals the agent has.'),
  goals: z.array(Goal).max(40).describe('Goals of its own.'),
  tools: Policy.shape.tools.unwrap(),
  handOffs: z.array(HandOff).max(10),
  remember: Policy.shape.remember.unwrap(),
  call: CallPolicy,
  mustPass: z.boolean().describe('It is published only after its simulated callers passed on exactly this draft.'),
}
const ConfigChange = z.object(fields).partial()

export const AgentConfig = z
  .object({
    ...fields,
    instructions: fields.instructions.default(''),
    languages: fields.languages.default(['en', 'hi', 'hinglish', 'bn']),
    voices: fields.voices.default({}),
    speed: fields.speed.default(1),
    timeZone: fields.timeZone.default('UTC'),
    country: fields.country.default('IN'),
    hours: fields.hours.default([]),
    standardGoals: Policy.shape.standardGoals,
    goals: Policy.shape.goals,
    tools: Policy.shape.tools,
    handOffs: Policy.shape.handOffs,
    remember: Policy.shape.remember,
    call: fields.call.prefault({}),
    mustPass: fields.mustPass.default(false),
  })
  .meta({ id: 'AgentConfig', description: 'All that a version of an agent fixes: persona, voice, languages, greeting, instructions, hours.' })
export type AgentConfig = z.infer<typeof AgentConfig>

export const Agent = z
  .object({
    id: Id,
    name: z.string(),
    baseId: Id,
    status: z
      .enum(['building', 'draft', 'live', 'failed'])
      .describe('`live` once a version is published; `building` and `failed` while it is made from a website.'),
    draft: AgentConfig,
    draftRevision: z.number().int(),
    publishedVersion: z.number().int().nullable(),
    hasUnpublishedChanges: z.boolean(),
    website: z.string().nullable(),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: 'Agent', description: 'A voice agent of an organisation.' })
export type Agent = z.infer<typeof Agent>

export const AgentVersion = z
  .object({
    number: z.number().int(),
    config: AgentConfig,
    note: z.string(),
    publishedBy: z.string(),
    publishedAt: Moment,
  })
  .meta({ id: 'AgentVersion', description: 'A version of an agent as published; never changed afterwards.' })

const agentId = { agentId: Id }

/** Voice agents: made, tried, published. */
export const agents = {
  ...simulation,
  ...creations,

  createAgent: operation({
    http: 'POST /agents',
    summary: 'Create an agent by hand',
    access: 'agents:write',
    input: z.object({ name: AgentName, config: ConfigChange.extend({ businessName: fields.businessName }) }),
    output: Agent,
    faults: ['agents.name_taken'],
  }),
  listAgents: operation({
    http: 'GET /agents',
    cache: { maxAgeMs: 0, staleIfErrorMs: 600_000, sharedInTenant: true },
    summary: 'List agents',
    access: 'agents:read',
    input: z.object({ ...PageInput, q: z.string().max(200).optional(), status: Agent.shape.status.optional() }),
    output: pageOf(Agent),
  }),
  getAgent: operation({
    http: 'GET /agents/{agentId}',
    cache: { maxAgeMs: 0, staleIfErrorMs: 600_000, sharedInTenant: true },
    summary: 'Read an agent',
    access: 'agents:read',
    input: z.object(agentId),
    output: Agent,
    faults: ['agents.not_found'],
  }),
  updateDraft: operation({
    http: 'PATCH /agents/{agentId}',
    summary: 'Change the name or the draft; callers hear nothing of it until it is published',
    access: 'agents:write',
    input: z.object({ ...agentId, name: AgentName.optional(), config: ConfigChange.optional(), revision: z.number().int().optional() }),
    output: Agent,
    faults: ['agents.not_found', 'agents.name_taken', 'workspace.changed_meanwhile'],
  }),
  duplicateAgent: operation({
    http: 'POST /agents/{agentId}/copies',
    summary: 'Copy an agent as a new draft sharing its knowledge',
    access: 'agents:write',
    input: z.object({ ...agentId, name: AgentName }),
    output: Agent,
    faults: ['agents.not_found', 'agents.name_taken'],
  }),
  deleteAgent: operation({
    http: 'DELETE /agents/{agentId}',
    summary: 'Delete an agent; its knowledge goes with the last agent using it',
    access: 'agents:write',
    input: z.object(agentId),
    output: z.object({}),
    faults: ['agents.not_found'],
  }),
  publishAgent: operation({
    http: 'POST /agents/{agentId}/versions',
    summary: 'Publish the draft as a new version',
    access: 'agents:publish',
    input: z.object({ ...agentId, note: z.string().trim().max(300).default('') }),
    output: Agent,
    faults: ['agents.not_found', 'agents.nothing_to_publish', 'agents.not_publishable', 'agents.not_passed'],
  }),
  listVersions: operation({
    http: 'GET /agents/{agentId}/versions',
    cache: { maxAgeMs: 5_000, staleIfErrorMs: 600_000, sharedInTenant: true },
    summary: 'List versions, newest first',
    access: 'agents:read',
    input: z.object({ ...agentId, ...PageInput }),
    output: pageOf(AgentVersion),
    faults: ['agents.not_found'],
  }),
  restoreVersion: operation({
    http: 'POST /agents/{agentId}/versions/{version}/restoration',
    summary: 'Make an old version the draft again',
    access: 'agents:write',
    input: z.object({ ...agentId, version: z.coerce.number().int() }),
    output: Agent,
    faults: ['agents.not_found', 'agents.version_not_found'],
  }),
  getLiveConfig: operation({
    http: 'GET /agents/{agentId}/live',
    summary: 'What callers meet: the published version, or the draft when asked for',
    access: 'agents:read',
    input: z.object({ ...agentId, draft: z.stringbool().or(z.boolean()).default(false) }),
    output: z.object({
      agentId: Id,
      name: z.string(),
      baseId: Id,
      version: z.number().int().nullable(),
      config: AgentConfig,
      persona: Persona,
      policy: Policy,
    }),
    faults: ['agents.not_found', 'agents.not_publishable'],
  }),
}

export const agentsEvents = {
  agentPublished: event({
    name: 'agent.published',
    summary: 'An agent has a new published version.',
    data: z.object({ agentId: Id, version: z.number().int() }),
  }),
  agentDeleted: event({ name: 'agent.deleted', summary: 'An agent was deleted.', data: z.object({ agentId: Id, baseId: Id }) }),
  creationEnded: event({
    name: 'creation.ended',
    summary: 'Building an agent is over.',
    data: z.object({ creationId: Id, agentId: Id, status: Creation.shape.status }),
  }),
  numberWanted: event({
    name: 'number.wanted',
    summary: 'An agent being built wants a telephone number; whoever has numbers answers with `settleNumberStep`.',
    data: z.object({ creationId: Id, agentId: Id, country: fields.country }),
  }),
}
