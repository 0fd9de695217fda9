import { z } from 'zod'
import { PhoneNumberText } from './call-policy.ts'
import { operation, stream } from './operation.ts'
import { Id, Moment, PageInput, pageOf } from './page.ts'

export const AgentName = z.string().trim().min(1).max(80)

/** The steps of building an agent from a website, in order. */
export const creationSteps = ['crawl', 'extract', 'generate', 'number', 'deploy'] as const
export const CreationStepName = z.enum(creationSteps)

export const CreationStep = z
  .object({
    name: CreationStepName,
    status: z.enum(['waiting', 'running', 'done', 'skipped', 'failed']),
    sentence: z.string().describe('What is happening or happened, for people.'),
    fault: z.string().nullable(),
    done: z.number().int().nullable(),
    of: z.number().int().nullable(),
    startedAt: Moment.nullable(),
    endedAt: Moment.nullable(),
  })
  .meta({ id: 'CreationStep', description: 'One step of building an agent.' })

export const Creation = z
  .object({
    id: Id,
    agentId: Id,
    url: z.string(),
    status: z.enum(['running', 'done', 'failed', 'cancelled']),
    steps: z.array(CreationStep),
    startedAt: Moment,
    endedAt: Moment.nullable(),
  })
  .meta({ id: 'Creation', description: 'Building an agent from a website.' })
export type Creation = z.infer<typeof Creation>

export const CreationEvent = z
  .object({
    at: Moment,
    step: CreationStepName.nullable(),
    sentence: z.string(),
    creation: Creation,
  })
  .meta({ id: 'CreationEvent', description: 'Something happened while building an agent; carries the state after it.' })

export const CreationSentence = CreationEvent.pick({ at: true, step: true, sentence: true })
  .extend({ number: z.number().int().describe('Counts up from 1.') })
  .meta({ id: 'CreationSentence', description: 'A sentence of the log of building an agent.' })

/** Building agents from websites, step by step. */
export const creations = {
  createFromWebsite: operation({
    http: 'POST /agents/creations',
    summary: 'Build an agent from a website',
    access: 'agents:write',
    input: z.object({ url: z.string().trim().min(1).max(2000), name: AgentName.optional() }),
    output: Creation,
    faults: ['agents.name_taken', 'agents.creation_running', 'knowledge.address_unusable', 'knowledge.address_private'],
  }),
  listCreations: operation({
    http: 'GET /agents/creations',
    summary: 'List creations, newest first',
    access: 'agents:read',
    input: z.object({ ...PageInput, status: Creation.shape.status.optional(), agentId: Id.optional() }),
    output: pageOf(Creation),
  }),
  getCreation: operation({
    http: 'GET /agents/creations/{creationId}',
    summary: 'Read a creation',
    access: 'agents:read',
    input: z.object({ creationId: Id }),
    output: Creation,
    faults: ['agents.creation_not_found'],
  }),
  listCreationSentences: operation({
    http: 'GET /agents/creations/{creationId}/sentences',
    summary: 'List what was said of a creation, newest first',
    access: 'agents:read',
    input: z.object({ ...PageInput, creationId: Id }),
    output: pageOf(CreationSentence),
    faults: ['agents.creation_not_found'],
  }),
  watchCreation: stream({
    http: 'GET /agents/creations/{creationId}/events',
    summary: 'Follow a creation live; ends when it is over',
    access: 'agents:read',
    input: z.object({ creationId: Id }),
    output: CreationEvent,
    faults: ['agents.creation_not_found'],
  }),
  cancelCreation: operation({
    http: 'POST /agents/creations/{creationId}/cancellation',
    summary: 'Stop building; what was read stays',
    access: 'agents:write',
    input: z.object({ creationId: Id }),
    output: Creation,
    faults: ['agents.creation_not_found', 'agents.creation_over'],
  }),
  retryStep: operation({
    http: 'POST /agents/creations/{creationId}/steps/{step}/retry',
    summary: 'Try a failed step again and go on from there',
    access: 'agents:write',
    input: z.object({ creationId: Id, step: CreationStepName }),
    output: Creation,
    faults: ['agents.creation_not_found', 'agents.step_not_failed', 'agents.creation_running'],
  }),
  settleNumberStep: operation({
    http: 'POST /agents/creations/{creationId}/number',
    summary: 'Answer a creation that wants a telephone number: which one it has, or why none',
    access: 'service',
    input: z.object({ creationId: Id, number: PhoneNumberText.nullable(), sentence: z.string().min(1).max(500) }),
    output: z.object({ kept: z.boolean().describe('False: the creation has no use for a number; whoever gave one takes it back.') }),
  }),
}
