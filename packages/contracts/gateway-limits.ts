import { z } from 'zod'
import { Id, Moment } from './page.ts'

const PerMinute = z
  .number()
  .int()
  .min(1, 'At least 1. To shut something off, revoke the key or use the rules of access.')
  .max(10_000_000, 'At most 10,000,000.')
const PerMonth = z.number().int().min(1, 'At least 1.').max(1_000_000_000_000, 'At most 1,000,000,000,000.')

const tenantLimits = {
  tenant: PerMinute.describe('All requests of an organisation in a minute.'),
  user: PerMinute.describe('Of one person.'),
  key: PerMinute.describe('Of one API key.'),
  reads: PerMinute.describe('Reads of an organisation.'),
  writes: PerMinute.describe('Writes of an organisation.'),
  expensive: PerMinute.describe('Uploads, exports and what starts long work, of an organisation.'),
}

/** What may be done in a minute, for each organisation and each address. */
export const PlatformLimits = z
  .object({
    ...tenantLimits,
    anonymous: PerMinute.describe('Requests without a good credential, from one address (IPv6: one /64).'),
    signIn: PerMinute.describe('Attempts to sign in, sign up or reset a password, from one address (IPv6: one /64).'),
    signInAlone: PerMinute.describe('The same while the shared counters cannot be reached, for each process.'),
    monthlyRequests: PerMonth.nullable().describe('Requests of an organisation in a calendar month (UTC); null: no end.'),
  })
  .meta({ id: 'PlatformLimits', description: 'How many requests may be made in a minute, and in a month.' })
export type PlatformLimits = z.infer<typeof PlatformLimits>

/** Limits an organisation sets for itself. */
export const OwnLimits = z
  .object(tenantLimits)
  .partial()
  .meta({ id: 'OwnLimits', description: 'Limits an organisation sets for itself; what is left out is as the platform has it.' })
export type OwnLimits = z.infer<typeof OwnLimits>

export const LimitUse = z
  .object({
    limit: z.enum(['tenant', 'reads', 'writes', 'expensive']),
    perMinute: z.number().int(),
    used: z.number().int().describe('In the minute that runs, as this gateway knows.'),
    resetsInMs: z.number().int(),
  })
  .meta({ id: 'LimitUse', description: 'How much of a limit is used.' })

export const LimitsState = z
  .object({
    holding: z.object(tenantLimits).describe('What holds: the smaller of both.'),
    platform: z.object(tenantLimits).describe('What the platform allows this organisation.'),
    own: OwnLimits,
    uses: z.array(LimitUse),
    month: z.object({ from: Moment, until: Moment, used: z.number().int(), allowed: z.number().int().nullable().describe('Null: no end.') }),
    revision: z.number().int(),
    updatedAt: Moment.nullable(),
  })
  .meta({ id: 'LimitsState', description: 'Limits of an organisation and how much of them is used.' })
export type LimitsState = z.infer<typeof LimitsState>

export const KeySettings = z
  .object({
    keyId: Id,
    perMinute: PerMinute.nullable(),
    version: z.string().max(20).nullable().describe('The version of the API for requests of this key that name none.'),
  })
  .meta({ id: 'KeySettings', description: 'The limit and the version of one API key.' })
export type KeySettings = z.infer<typeof KeySettings>

export const PlatformLimitsState = z
  .object({
    limits: PlatformLimits,
    first: PlatformLimits.describe('What holds where nothing is set.'),
    set: PlatformLimits.partial().describe('What is set.'),
    revision: z.number().int(),
    updatedAt: Moment.nullable(),
  })
  .meta({ id: 'PlatformLimitsState', description: 'The limits of the platform.' })
export type PlatformLimitsState = z.infer<typeof PlatformLimitsState>

export const TenantAllowance = z
  .object({ tenantId: Id, limits: PlatformLimits.omit({ anonymous: true, signIn: true, signInAlone: true }).partial() })
  .meta({ id: 'TenantAllowance', description: 'Limits of one organisation that differ from those of the platform.' })
export type TenantAllowance = z.infer<typeof TenantAllowance>
