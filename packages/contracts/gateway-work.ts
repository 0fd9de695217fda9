import { z } from 'zod'
import { Id, Moment } from './page.ts'

export const DeadJob = z
  .object({
    id: Id,
    service: z.string(),
    name: z.string(),
    tenantId: Id.nullable().describe('Null: a job of no organisation.'),
    attempts: z.number().int(),
    error: z.string().nullable().describe('How the last attempt failed.'),
    at: Moment,
  })
  .meta({ id: 'DeadJob', description: 'A job that used up its attempts and is left for a person to look at.' })
export type DeadJob = z.infer<typeof DeadJob>

export const DeadEvent = z
  .object({
    eventId: Id,
    name: z.string().describe('What happened, such as `agent.published`.'),
    service: z.string().describe('Which service failed to take it in.'),
    tenantId: Id.nullable().describe('Null: an event of no organisation.'),
    attempts: z.number().int(),
    error: z.string().nullable().describe('How the last attempt failed.'),
    at: Moment,
  })
  .meta({ id: 'DeadEvent', description: 'An event that a service failed to take in so often that it is left for a person to look at.' })
export type DeadEvent = z.infer<typeof DeadEvent>

export const ServiceWork = z
  .object({
    service: z.string(),
    jobs: z.object({ waiting: z.number().int(), running: z.number().int(), dead: z.number().int(), lateSeconds: z.number() }),
    events: z.object({ waiting: z.number().int(), dead: z.number().int(), lateSeconds: z.number() }),
  })
  .meta({
    id: 'ServiceWork',
    description: 'What a service has yet to do and to hear, over all organisations; `lateSeconds` is how long the oldest has been due.',
  })
export type ServiceWork = z.infer<typeof ServiceWork>
