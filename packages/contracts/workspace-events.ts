import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, Moment, PageInput, pageOf } from './page.ts'

export const SaidEvent = z
  .object({
    id: Id,
    name: z.string().describe('A noun and a past participle, such as `call.ended`.'),
    at: Moment,
    object: z.string().nullable().describe('What it is about: `call:<id>`; null where it names none.'),
    data: z.record(z.string(), z.unknown()).describe('Of the shape that the event declares.'),
    deliveries: z
      .array(z.object({ service: z.string(), state: z.enum(['waiting', 'done', 'dead']), attempts: z.number().int() }))
      .describe('The services that hear it, and how far it got with each.'),
  })
  .meta({ id: 'SaidEvent', description: 'Something that happened in the organisation, as its services told each other.' })
export type SaidEvent = z.infer<typeof SaidEvent>

/** Events of an organisation; part of the workspace contract. */
export const eventOperations = {
  listEvents: operation({
    http: 'GET /workspace/events',
    summary: 'List what happened in the organisation as events, newest first; they are kept for seven days. Acts of people are in the audit log',
    access: 'audit:read',
    input: z.object({
      ...PageInput,
      name: z
        .string()
        .regex(/^[a-z-]{1,40}\.[a-z-]{1,40}$/)
        .optional(),
      from: Moment.optional(),
      to: Moment.optional(),
    }),
    output: pageOf(SaidEvent),
  }),
}
