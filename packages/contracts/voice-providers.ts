import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, Language, Moment, PageInput, pageOf } from './page.ts'
import { Revision, SeenRevision } from './revision.ts'

export const SpeechProviderKind = z.enum(['deepgram', 'google', 'openai', 'elevenlabs', 'http'])
export type SpeechProviderKind = z.infer<typeof SpeechProviderKind>

export const SpeechProvider = z
  .object({
    id: Id,
    kind: SpeechProviderKind,
    name: z.string(),
    speaks: z.boolean().describe('Whether agents may speak with its voices.'),
    listens: z.boolean().describe('Whether callers are understood by it.'),
    hasKey: z.boolean(),
    baseUrl: z.string().nullable().describe("Null: the vendor's own address."),
    model: z.string().nullable().describe("Null: the vendor's usual model."),
    options: z.record(z.string(), z.string()).describe('What else this kind needs, by name; secrets are left out.'),
    enabled: z.boolean(),
    position: z.number().int().describe('Its place in the order they are tried in, from 0; engines of this machine come after all.'),
    lastError: z.string().nullable(),
    lastErrorAt: Moment.nullable(),
    revision: Revision.describe('Which state this is; another one after every change people make but of the order.'),
    createdAt: Moment,
  })
  .meta({ id: 'SpeechProvider', description: 'A vendor of speech an organisation has connected. Its key is kept encrypted and never shown.' })
export type SpeechProvider = z.infer<typeof SpeechProvider>

const fields = {
  name: z.string().trim().min(1).max(80),
  speaks: z.boolean(),
  listens: z.boolean(),
  key: z.string().max(10_000).describe('An API key, or for Google the JSON of a service account.'),
  baseUrl: z
    .url({ protocol: /^(https?|wss?)$/ })
    .max(500)
    .nullable(),
  model: z.string().trim().max(200).nullable(),
  options: z.record(z.string().max(60), z.string().max(4000)),
  enabled: z.boolean(),
}
const faults = ['voice.provider_not_found'] as const

/** Vendors of speech: keys, order, proof. */
export const speechProviders = {
  listSpeechProviders: operation({
    http: 'GET /voice/providers',
    summary: 'List vendors of speech in the order they are tried',
    access: 'voice:read',
    input: z.object({ ...PageInput }),
    output: pageOf(SpeechProvider),
  }),
  addSpeechProvider: operation({
    http: 'POST /voice/providers',
    summary: 'Connect a vendor of speech; it is tried last until the order is changed',
    access: 'voice:configure',
    input: z.object({
      kind: SpeechProviderKind,
      name: fields.name,
      speaks: fields.speaks.default(true),
      listens: fields.listens.default(true),
      key: fields.key.optional(),
      baseUrl: fields.baseUrl.default(null),
      model: fields.model.default(null),
      options: fields.options.default({}),
      enabled: fields.enabled.default(true),
    }),
    output: SpeechProvider,
    faults: ['voice.key_needed', 'voice.address_needed'],
  }),
  updateSpeechProvider: operation({
    http: 'PATCH /voice/providers/{providerId}',
    summary: 'Change a vendor of speech; calls under way use it from their next sentence on',
    access: 'voice:configure',
    input: z.object({ providerId: Id, ...z.object(fields).partial().shape, revision: SeenRevision }),
    output: SpeechProvider,
    faults: [...faults, 'voice.key_needed', 'voice.address_needed', 'workspace.changed_meanwhile'],
  }),
  orderSpeechProviders: operation({
    http: 'PUT /voice/providers/order',
    summary: 'Say in which order vendors of speech are tried',
    access: 'voice:configure',
    input: z.object({ providerIds: z.array(Id).min(1).max(50).describe('All of them, first tried first.') }),
    output: z.object({ items: z.array(SpeechProvider) }),
    faults: [...faults, 'workspace.changed_meanwhile'],
  }),
  removeSpeechProvider: operation({
    http: 'DELETE /voice/providers/{providerId}',
    summary: 'Disconnect a vendor of speech',
    access: 'voice:configure',
    input: z.object({ providerId: Id }),
    output: z.object({}),
    faults,
  }),
  testSpeechProvider: operation({
    http: 'POST /voice/providers/{providerId}/test',
    summary: 'Let a vendor of speech say one word and hear it',
    access: 'voice:configure',
    input: z.object({ providerId: Id }),
    output: z.object({ works: z.boolean(), sentence: z.string(), tookMs: z.number(), languages: z.array(Language) }),
    faults,
  }),
}
