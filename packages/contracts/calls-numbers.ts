import { z } from 'zod'
import { PhoneNumberText } from './call-policy.ts'
import { operation } from './operation.ts'
import { Id, Moment, PageInput, pageOf } from './page.ts'

export const CarrierAccount = z
  .object({
    id: Id,
    kind: z.enum(['twilio']),
    name: z.string(),
    accountId: z.string().describe("The carrier's own name of the account."),
    region: z.string().nullable(),
    isSubaccount: z.boolean().describe('Opened below the account of whoever runs this installation.'),
    numberCount: z.number().int(),
    lastError: z.string().nullable(),
    createdAt: Moment,
  })
  .meta({ id: 'CarrierAccount', description: 'An account at a telephone carrier. Its secret is kept encrypted and never shown.' })
export type CarrierAccount = z.infer<typeof CarrierAccount>

export const NumberKind = z.enum(['local', 'mobile', 'toll-free'])

export const NumberOffer = z
  .object({
    number: PhoneNumberText,
    country: z.string(),
    kind: NumberKind,
    locality: z.string().nullable(),
    region: z.string().nullable(),
    canSms: z.boolean(),
    monthlyPriceCents: z.number().int().nullable(),
    currency: z.string().nullable(),
  })
  .meta({ id: 'NumberOffer', description: 'A telephone number that can be bought.' })
export type NumberOffer = z.infer<typeof NumberOffer>

export const PhoneNumber = z
  .object({
    id: Id,
    carrierId: Id,
    number: PhoneNumberText,
    country: z.string(),
    label: z.string(),
    agentId: Id.nullable().describe('Who answers; null: nobody, callers hear that the number is not in service.'),
    agentName: z.string().nullable(),
    canSms: z.boolean(),
    routed: z.boolean().describe('Whether the carrier was told to bring calls here.'),
    addedAt: Moment,
  })
  .meta({ id: 'PhoneNumber', description: 'A telephone number of an organisation.' })
export type PhoneNumber = z.infer<typeof PhoneNumber>

const country = z.string().regex(/^[A-Z]{2}$/, 'Use the two-letter code of a country, such as IN.')

/** Carriers and telephone numbers. */
export const numbers = {
  listCarriers: operation({
    http: 'GET /calls/carriers',
    summary: 'List carrier accounts',
    access: 'calls:read',
    input: z.object({ ...PageInput }),
    output: pageOf(CarrierAccount).extend({ canOpenSubaccount: z.boolean().describe('Whoever runs this installation lends accounts.') }),
  }),
  connectCarrier: operation({
    http: 'POST /calls/carriers',
    summary: 'Connect a carrier account with its credentials, or open one below the account of this installation',
    access: 'calls:configure',
    input: z.object({
      kind: z.enum(['twilio']).default('twilio'),
      name: z.string().trim().min(1).max(80),
      accountId: z.string().trim().max(100).optional().describe('Absent: an account is opened below that of this installation.'),
      secret: z.string().trim().max(200).optional(),
      region: z
        .string()
        .regex(/^[a-z0-9-]{2,20}$/)
        .nullable()
        .default(null),
    }),
    output: CarrierAccount,
    faults: ['calls.carrier_refused', 'calls.carrier_failed', 'calls.carrier_known', 'calls.no_subaccounts'],
  }),
  testCarrier: operation({
    http: 'POST /calls/carriers/{carrierId}/test',
    summary: 'Prove the credentials of a carrier account',
    access: 'calls:configure',
    input: z.object({ carrierId: Id }),
    output: z.object({ works: z.boolean(), sentence: z.string() }),
    faults: ['calls.carrier_not_found'],
  }),
  disconnectCarrier: operation({
    http: 'DELETE /calls/carriers/{carrierId}',
    summary: 'Forget a carrier account; its numbers stay with the carrier and bring no calls here any more',
    access: 'calls:configure',
    input: z.object({ carrierId: Id }),
    output: z.object({}),
    faults: ['calls.carrier_not_found'],
  }),
  searchNumbers: operation({
    http: 'GET /calls/numbers/offers',
    summary: 'Search telephone numbers to buy',
    access: 'calls:configure',
    input: z.object({
      carrierId: Id,
      country,
      kind: NumberKind.default('local'),
      contains: z
        .string()
        .regex(/^[0-9A-Za-z*]{2,15}$/)
        .optional(),
      areaCode: z
        .string()
        .regex(/^\d{1,6}$/)
        .optional(),
      locality: z.string().trim().max(80).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    output: z.object({ items: z.array(NumberOffer) }),
    faults: ['calls.carrier_not_found', 'calls.carrier_refused', 'calls.carrier_failed'],
  }),
  listCarrierNumbers: operation({
    http: 'GET /calls/carriers/{carrierId}/numbers',
    summary: 'List the numbers an account has already',
    access: 'calls:configure',
    input: z.object({ carrierId: Id }),
    output: z.object({
      items: z.array(z.object({ number: PhoneNumberText, canSms: z.boolean(), used: z.boolean().describe('It is among the numbers here.') })),
    }),
    faults: ['calls.carrier_not_found', 'calls.carrier_refused', 'calls.carrier_failed'],
  }),
  addNumber: operation({
    http: 'POST /calls/numbers',
    summary: 'Buy a number, or take over one the account has, and bring its calls here',
    access: 'calls:configure',
    input: z.object({
      carrierId: Id,
      number: PhoneNumberText,
      label: z.string().trim().max(80).default(''),
      agentId: Id.nullable().default(null),
      buy: z.boolean().describe('True buys it: the carrier charges for it from now on.'),
    }),
    output: PhoneNumber,
    faults: ['calls.carrier_not_found', 'calls.carrier_refused', 'calls.carrier_failed', 'calls.number_taken', 'agents.not_found', 'calls.address_not_public'],
  }),
  listNumbers: operation({
    http: 'GET /calls/numbers',
    summary: 'List telephone numbers',
    access: 'calls:read',
    input: z.object({ ...PageInput, agentId: Id.optional() }),
    output: pageOf(PhoneNumber),
  }),
  updateNumber: operation({
    http: 'PATCH /calls/numbers/{numberId}',
    summary: 'Give a number a label or another agent',
    access: 'calls:configure',
    input: z.object({ numberId: Id, label: z.string().trim().max(80).optional(), agentId: Id.nullable().optional() }),
    output: PhoneNumber,
    faults: ['calls.number_not_found', 'agents.not_found', 'calls.carrier_refused', 'calls.carrier_failed', 'calls.address_not_public'],
  }),
  releaseNumber: operation({
    http: 'DELETE /calls/numbers/{numberId}',
    summary: 'Give a number back to the carrier, or only forget it here',
    access: 'calls:configure',
    input: z.object({ numberId: Id, keep: z.stringbool().or(z.boolean()).default(false).describe('True: it stays with the carrier.') }),
    output: z.object({}),
    faults: ['calls.number_not_found', 'calls.carrier_refused', 'calls.carrier_failed'],
  }),
}
