import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, Moment, PageInput, pageOf } from './page.ts'
import { Revision, SeenRevision } from './revision.ts'

export const ProviderKind = z.enum(['openai', 'anthropic', 'gemini', 'openai-compatible'])

export const Provider = z
  .object({
    id: Id,
    kind: ProviderKind,
    name: z.string(),
    baseUrl: z.string().nullable().describe("Null: the vendor's own address."),
    model: z.string(),
    hasKey: z.boolean(),
    enabled: z.boolean(),
    position: z.number().int().describe('Its place in the order they are asked in, from 0.'),
    inputPrice: z.number().nullable().describe('US dollars for a million tokens read; null: not known, cost is not counted.'),
    outputPrice: z.number().nullable().describe('US dollars for a million tokens written.'),
    monthlyBudget: z.number().nullable().describe('US dollars a calendar month (UTC); once spent it is passed over. Null: no limit.'),
    spentThisMonth: z.number().describe('US dollars, as far as prices are known.'),
    health: z.enum(['unknown', 'well', 'failing', 'resting']).describe('`resting`: left alone for a while after failures.'),
    lastError: z.string().nullable(),
    revision: Revision.describe('Which state this is; another one after every change people make but of the order.'),
    createdAt: Moment,
  })
  .meta({ id: 'Provider', description: 'A language model an organisation has connected. Its key is kept encrypted and never shown.' })
export type Provider = z.infer<typeof Provider>

const price = z.number().min(0).max(10_000).nullable()
const fields = {
  name: z.string().trim().min(1).max(80),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .describe("Up to and including `/v1`; null for the vendor's own. Needed for `openai-compatible`."),
  model: z.string().trim().min(1).max(200),
  key: z.string().max(500),
  enabled: z.boolean(),
  inputPrice: price,
  outputPrice: price,
  monthlyBudget: z.number().min(0).max(1_000_000).nullable(),
}

export const UsageDay = z
  .object({
    day: z.iso.date(),
    providerId: Id.nullable().describe('Null: the built-in engine.'),
    turns: z.number().int(),
    failures: z.number().int(),
    inputTokens: z.number().int(),
    outputTokens: z.number().int(),
    cost: z.number().describe('US dollars.'),
    firstTokenMs: z.number().nullable().describe('Mean time to the first words.'),
  })
  .meta({ id: 'UsageDay', description: 'What one provider did on one day.' })

/** Language models of an organisation: keys, order, budgets, usage. */
export const providers = {
  listProviders: operation({
    http: 'GET /brain/providers',
    summary: 'List language models in the order they are asked',
    access: 'brain:read',
    input: z.object({ ...PageInput }),
    output: pageOf(Provider),
  }),
  addProvider: operation({
    http: 'POST /brain/providers',
    summary: 'Connect a language model; it is asked last until the order is changed',
    access: 'brain:configure',
    input: z.object({
      kind: ProviderKind.default('openai-compatible'),
      name: fields.name,
      baseUrl: fields.baseUrl.default(null),
      model: fields.model,
      key: fields.key.optional(),
      enabled: fields.enabled.default(true),
      inputPrice: fields.inputPrice.default(null),
      outputPrice: fields.outputPrice.default(null),
      monthlyBudget: fields.monthlyBudget.default(null),
    }),
    output: Provider,
    faults: ['brain.address_needed', 'brain.key_needed'],
  }),
  updateProvider: operation({
    http: 'PATCH /brain/providers/{providerId}',
    summary: 'Change a language model; conversations under way use it from their next turn on',
    access: 'brain:configure',
    input: z.object({ providerId: Id, ...z.object(fields).partial().shape, revision: SeenRevision }),
    output: Provider,
    faults: ['brain.provider_not_found', 'brain.address_needed', 'workspace.changed_meanwhile'],
  }),
  orderProviders: operation({
    http: 'PUT /brain/providers/order',
    summary: 'Say in which order language models are asked',
    access: 'brain:configure',
    input: z.object({ providerIds: z.array(Id).min(1).max(50).describe('All of them, first asked first.') }),
    output: z.object({ items: z.array(Provider) }),
    faults: ['brain.provider_not_found', 'workspace.changed_meanwhile'],
  }),
  removeProvider: operation({
    http: 'DELETE /brain/providers/{providerId}',
    summary: 'Disconnect a language model; what it cost stays on record',
    access: 'brain:configure',
    input: z.object({ providerId: Id }),
    output: z.object({}),
    faults: ['brain.provider_not_found'],
  }),
  testProvider: operation({
    http: 'POST /brain/providers/{providerId}/test',
    summary: 'Ask a language model for one word',
    access: 'brain:configure',
    input: z.object({ providerId: Id }),
    output: z.object({ works: z.boolean(), sentence: z.string(), tookMs: z.number() }),
    faults: ['brain.provider_not_found'],
  }),
  getUsage: operation({
    http: 'GET /brain/usage',
    summary: 'What language models did and cost, by day',
    access: 'brain:read',
    input: z.object({ days: z.coerce.number().int().min(1).max(92).default(30) }),
    output: z.object({ days: z.array(UsageDay) }),
  }),
}
