import { z } from 'zod'
import { Moment } from './page.ts'

export const AddressRange = z
  .object({
    range: z.string().trim().min(2).max(60).describe('An address or a range: `203.0.113.7`, `203.0.113.0/24`, `2001:db8::/32`.'),
    note: z.string().trim().max(80).default('').describe('Whose it is.'),
  })
  .meta({ id: 'AddressRange', description: 'Addresses of the internet, IPv4 or IPv6.' })
export type AddressRange = z.infer<typeof AddressRange>

/** From where an organisation may be reached. */
export const AccessInput = z.object({
  allow: z.array(AddressRange).max(10_000).describe('Only these; empty: all.'),
  deny: z.array(AddressRange).max(10_000).describe('None of these, even when they are allowed.'),
  origins: z
    .array(z.string().trim().max(260))
    .max(100)
    .describe('Websites whose scripts may use the API with a key, such as `https://shop.example.com`; cookies never work from there.'),
})
export type AccessInput = z.infer<typeof AccessInput>

export const AccessState = z
  .object({
    allow: z.array(AddressRange),
    deny: z.array(AddressRange),
    origins: z.array(z.string()),
    yourAddress: z.string().nullable().describe('Where this request comes from; null when nobody knows.'),
    youMayEnter: z.boolean(),
    revision: z.number().int(),
    updatedAt: Moment.nullable(),
  })
  .meta({ id: 'AccessState', description: 'From which addresses and websites an organisation may be reached.' })
export type AccessState = z.infer<typeof AccessState>

export const AccessCheck = z
  .object({
    address: z.string().nullable(),
    allowed: z.boolean(),
    because: z.enum(['no_rule', 'allowed', 'denied', 'not_listed', 'no_address']),
    range: z.string().nullable().describe('The range that decided.'),
    wouldLockOut: z.boolean().describe('Whether your own address would be refused.'),
  })
  .meta({ id: 'AccessCheck', description: 'What rules say of an address.' })
export type AccessCheck = z.infer<typeof AccessCheck>

export const PlatformAccess = z
  .object({ deny: z.array(AddressRange), yourAddress: z.string().nullable(), revision: z.number().int(), updatedAt: Moment.nullable() })
  .meta({ id: 'PlatformAccess', description: 'Addresses the platform refuses.' })
export type PlatformAccess = z.infer<typeof PlatformAccess>
