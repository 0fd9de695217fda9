import { z } from 'zod'
import { Id, Moment } from './page.ts'

const sums = {
  requests: z.number().int(),
  clientErrors: z.number().int().describe('Answered 4xx: by the fault of whoever asked.'),
  serverErrors: z.number().int().describe('Answered 5xx: by our fault.'),
  p50Ms: z.number().nullable().describe('Null without requests.'),
  p95Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
}

export const TrafficPoint = z
  .object({ at: Moment.describe('Where the step begins.'), ...sums })
  .meta({ id: 'TrafficPoint', description: 'Requests of one step of time.' })

/** Requests of an organisation over time. */
const over = {
  from: Moment,
  to: Moment,
  step: z.enum(['minute', 'hour', 'day']),
  total: z.object(sums),
  series: z.array(TrafficPoint).describe('Oldest first; steps without requests are there with zeros.'),
  routes: z.array(z.object({ route: z.string().describe('`<service>.<operation>`.'), ...sums })).describe('Most requests first, at most 200.'),
  codes: z.array(z.object({ status: z.number().int(), requests: z.number().int() })).describe('Answers that were errors, most first.'),
}

export const Traffic = z
  .object({
    ...over,
    keys: z
      .array(z.object({ keyId: Id.nullable().describe('Null: people signed in, and the operator.'), ...sums }))
      .describe('Most requests first, at most 200.'),
  })
  .meta({ id: 'Traffic', description: 'Requests of an organisation over time.' })
export type Traffic = z.infer<typeof Traffic>

export const PlatformTraffic = z
  .object({
    ...over,
    tenants: z.array(z.object({ tenantId: Id.nullable().describe('Null: nobody signed in.'), ...sums })).describe('Most requests first, at most 200.'),
  })
  .meta({ id: 'PlatformTraffic', description: 'Requests of all organisations over time.' })
export type PlatformTraffic = z.infer<typeof PlatformTraffic>
