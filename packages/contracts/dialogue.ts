import { z } from 'zod'
import { Id, Language } from './page.ts'
import { EntityType, Intent } from './understanding.ts'

const Name = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'Use small letters, digits and _, such as take_message.')

/** A sentence in the languages of an agent; where one is missing, English is said. `{slot}` stands for what the caller gave. */
export const Localised = z
  .object({
    en: z.string().trim().min(1).max(500),
    hi: z.string().max(500).optional(),
    hinglish: z.string().max(500).optional(),
    bn: z.string().max(500).optional(),
  })
  .meta({ id: 'Localised', description: 'A sentence in several languages.' })
export type Localised = z.infer<typeof Localised>

export const Slot = z
  .object({
    name: Name,
    type: EntityType.or(z.enum(['text', 'yes_no', 'choice'])),
    prompt: Localised.describe('What is asked when the caller has not said it.'),
    required: z.boolean().default(true),
    choices: z.array(z.string().trim().min(1).max(80)).max(20).default([]).describe('Of a `choice`: what may be chosen.'),
    future: z.boolean().default(false).describe('Of a time: it must lie ahead.'),
  })
  .meta({ id: 'Slot', description: 'Something a goal needs to know.' })
export type Slot = z.infer<typeof Slot>

export const Goal = z
  .object({
    name: Name,
    title: z.string().trim().min(1).max(80),
    intents: z.array(Intent).max(4).default([]).describe('Intents that start it.'),
    phrases: z.array(z.string().trim().min(1).max(200)).max(50).default([]).describe('Things callers say that start it, in any language.'),
    slots: z.array(Slot).max(12).default([]),
    tool: z.string().max(120).nullable().default(null).describe('Name of the tool that does it; slots are its arguments by name.'),
    confirm: z.boolean().default(true).describe('Read back and ask for a yes first; always so where the tool changes money, people or records.'),
    done: Localised.describe('What is said afterwards.'),
  })
  .meta({ id: 'Goal', description: 'Something a caller can have done: what starts it, what it needs, which tool does it.' })
export type Goal = z.infer<typeof Goal>

/** Goals every agent can have without being taught. */
export const standardGoals = [
  'take_message',
  'create_lead',
  'schedule_meeting',
  'reschedule_meeting',
  'cancel_meeting',
  'create_task',
  'talk_to_human',
  'opt_out',
] as const
export const StandardGoal = z.enum(standardGoals)
export type StandardGoal = z.infer<typeof StandardGoal>

export const HandOff = z
  .object({
    agentId: Id,
    name: z.string().trim().min(1).max(80).describe('How the other agent is called to callers.'),
    phrases: z.array(z.string().trim().min(1).max(200)).min(1).max(50).describe('Things callers say that belong to the other agent.'),
  })
  .meta({ id: 'HandOff', description: 'Another agent of the organisation that a call can be handed to.' })
export type HandOff = z.infer<typeof HandOff>

/** What an agent may do besides answering, as data. */
export const Policy = z
  .object({
    standardGoals: z.array(StandardGoal).default([...standardGoals]),
    goals: z.array(Goal).max(40).default([]),
    tools: z.array(z.string().max(120)).max(60).default([]).describe('Names of tools a language model may ask for; those of goals count too.'),
    handOffs: z.array(HandOff).max(10).default([]),
    remember: z.enum(['never', 'ask', 'always']).default('ask').describe('Whether callers are remembered from one conversation to the next.'),
  })
  .meta({ id: 'Policy', description: 'What an agent may do besides answering.' })
export type Policy = z.infer<typeof Policy>

/** Who is on the other end, as far as the channel tells. */
export const CallerIdentity = z
  .object({ kind: z.enum(['phone', 'email', 'visitor', 'user']), id: z.string().trim().min(1).max(200) })
  .meta({ id: 'CallerIdentity', description: 'Who is on the other end, as far as the channel tells.' })
export type CallerIdentity = z.infer<typeof CallerIdentity>

/** What a turn did besides speaking. */
export const Move = z
  .object({
    kind: z.enum([
      'answered',
      'refused',
      'chatted',
      'asked',
      'confirming',
      'acted',
      'failed',
      'cancelled',
      'handed_off',
      'wants_human',
      'opted_out',
      'waited',
      'ended',
    ]),
    goal: z.string().nullable(),
    slot: z.string().nullable().describe('Which slot was asked for.'),
    slots: z.record(z.string(), z.unknown()).describe('What is known of the goal so far, by slot.'),
    tool: z.string().nullable(),
    runId: Id.nullable().describe('The use of the tool, as the tools service keeps it.'),
    handOffTo: Id.nullable().describe('The agent the conversation is to be handed to.'),
  })
  .meta({ id: 'Move', description: 'What a turn did besides speaking.' })
export type Move = z.infer<typeof Move>

export const Remembered = z
  .object({
    id: Id,
    identity: CallerIdentity,
    consent: z.enum(['unknown', 'given', 'refused']),
    name: z.string().nullable(),
    language: Language.nullable(),
    facts: z.record(z.string(), z.string()).describe('What the caller told and agreed to have remembered, by slot.'),
    summary: z.string().describe('What the last conversations were about.'),
    conversationCount: z.number().int(),
    lastSeenAt: z.iso.datetime(),
  })
  .meta({ id: 'RememberedCaller', description: 'What is remembered of a caller, with consent.' })
export type Remembered = z.infer<typeof Remembered>
