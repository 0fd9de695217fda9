import { z } from 'zod'
import { Category } from './knowledge.ts'
import { operation, stream } from './operation.ts'
import { Id, Language, Moment, PageInput, pageOf } from './page.ts'

export const AnswerSource = z
  .object({
    itemId: Id,
    title: z.string(),
    url: z.string().nullable(),
    quote: z.string().nullable(),
    category: Category,
  })
  .meta({ id: 'AnswerSource', description: 'Where an answer comes from.' })

export const Answer = z
  .object({
    answer: z.string(),
    language: Language,
    sources: z.array(AnswerSource),
    confidence: z.number().min(0).max(1),
    refused: z.boolean().describe('The knowledge does not hold an answer; the words say so and offer a message.'),
    engine: z.string().describe('`built-in`, or `<provider>/<model>`.'),
    tookMs: z.number(),
  })
  .meta({ id: 'Answer', description: 'What an agent says, and why it may say so.' })
export type Answer = z.infer<typeof Answer>

export const Persona = z
  .object({
    agentName: z.string(),
    businessName: z.string(),
    instructions: z.string().default(''),
    languages: z.array(Language).min(1).default(['en', 'hi', 'hinglish', 'bn']),
    timeZone: z.string().default('UTC').describe('Where "today" and "open now" are meant.'),
    country: z.string().default('IN'),
  })
  .meta({ id: 'Persona', description: 'On whose behalf the brain speaks.' })
export type Persona = z.infer<typeof Persona>

export const Turn = z
  .object({
    id: Id,
    conversationId: Id,
    speaker: z.enum(['caller', 'agent']),
    text: z.string().describe('Of the agent: what was said; after an interruption only what was heard.'),
    language: Language.nullable(),
    sources: z.array(AnswerSource),
    confidence: z.number().nullable(),
    refused: z.boolean(),
    engine: z.string().nullable(),
    interrupted: z.boolean(),
    at: Moment,
  })
  .meta({ id: 'Turn', description: 'One utterance of a conversation.' })
export type Turn = z.infer<typeof Turn>

export const Conversation = z
  .object({
    id: Id,
    agentId: Id,
    baseId: Id,
    channel: z.enum(['text', 'voice', 'phone', 'sms']),
    persona: Persona,
    turnCount: z.number().int(),
    createdAt: Moment,
  })
  .meta({ id: 'Conversation', description: 'What a caller and an agent said to each other.' })

export const Provider = z
  .object({
    id: Id,
    kind: z.enum(['openai-compatible']),
    name: z.string(),
    baseUrl: z.string(),
    model: z.string(),
    hasKey: z.boolean(),
    enabled: z.boolean(),
    health: z.enum(['unknown', 'well', 'failing']),
    lastError: z.string().nullable(),
    createdAt: Moment,
  })
  .meta({ id: 'Provider', description: 'A language model an organisation has connected. Its key is kept encrypted and never shown.' })

const ProviderInput = z.object({
  kind: z.enum(['openai-compatible']).default('openai-compatible'),
  name: z.string().trim().min(1).max(80),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .describe('Up to and including `/v1`.'),
  model: z.string().trim().min(1).max(200),
  key: z.string().max(500).optional(),
  enabled: z.boolean().default(true),
})

const Reply = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('words'),
      turnId: Id.describe('The turn they belong to, so that it can be cut before it is whole.'),
      text: z.string().describe('More words to say, whole sentences.'),
    }),
    z.object({ type: z.literal('answer'), turn: Turn, answer: Answer }),
  ])
  .meta({ id: 'Reply', description: 'Words as they come, then the whole answer.' })
export type Reply = z.infer<typeof Reply>

/** Understanding and answering. */
export const brain = {
  answerQuestion: operation({
    http: 'POST /brain/answers',
    summary: 'Answer one question from a knowledge base, with sources',
    access: 'brain:read',
    input: z.object({ baseId: Id, question: z.string().max(10_000), persona: Persona.optional(), language: Language.optional() }),
    output: Answer,
    faults: ['knowledge.base_not_found'],
  }),
  detectLanguage: operation({
    http: 'POST /brain/languages',
    summary: 'Tell the language of an utterance',
    access: 'brain:read',
    input: z.object({ text: z.string().max(10_000) }),
    output: z.object({ language: Language, confidence: z.number().min(0).max(1), mixed: z.boolean() }),
  }),

  startConversation: operation({
    http: 'POST /brain/conversations',
    summary: 'Start a conversation',
    access: 'brain:write',
    input: z.object({ agentId: Id, baseId: Id, channel: Conversation.shape.channel, persona: Persona }),
    output: Conversation,
    faults: ['knowledge.base_not_found'],
  }),
  getConversation: operation({
    http: 'GET /brain/conversations/{conversationId}',
    summary: 'Read a conversation',
    access: 'brain:read',
    input: z.object({ conversationId: Id }),
    output: Conversation,
    faults: ['brain.conversation_not_found'],
  }),
  listTurns: operation({
    http: 'GET /brain/conversations/{conversationId}/turns',
    summary: 'List the turns of a conversation, oldest first',
    access: 'brain:read',
    input: z.object({ conversationId: Id, ...PageInput }),
    output: pageOf(Turn),
    faults: ['brain.conversation_not_found'],
  }),
  reply: stream({
    http: 'POST /brain/conversations/{conversationId}/replies',
    summary: 'Say something and hear the reply as it comes; both turns are kept',
    access: 'brain:write',
    input: z.object({ conversationId: Id, text: z.string().max(10_000) }),
    output: Reply,
    faults: ['brain.conversation_not_found'],
  }),
  cutTurn: operation({
    http: 'POST /brain/turns/{turnId}/cut',
    summary: 'Keep of an interrupted turn only what was heard',
    access: 'brain:write',
    input: z.object({ conversationId: Id, turnId: Id, heard: z.string().max(10_000) }),
    output: Turn,
    faults: ['brain.conversation_not_found'],
  }),

  listProviders: operation({
    http: 'GET /brain/providers',
    summary: 'List language models',
    access: 'brain:read',
    input: z.object({ ...PageInput }),
    output: pageOf(Provider),
  }),
  addProvider: operation({
    http: 'POST /brain/providers',
    summary: 'Connect a language model',
    access: 'brain:configure',
    input: ProviderInput,
    output: Provider,
  }),
  updateProvider: operation({
    http: 'PATCH /brain/providers/{providerId}',
    summary: 'Change a language model',
    access: 'brain:configure',
    input: z.object({
      providerId: Id,
      name: ProviderInput.shape.name.optional(),
      baseUrl: ProviderInput.shape.baseUrl.optional(),
      model: ProviderInput.shape.model.optional(),
      key: ProviderInput.shape.key,
      enabled: z.boolean().optional(),
    }),
    output: Provider,
    faults: ['brain.provider_not_found'],
  }),
  removeProvider: operation({
    http: 'DELETE /brain/providers/{providerId}',
    summary: 'Disconnect a language model',
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
}
