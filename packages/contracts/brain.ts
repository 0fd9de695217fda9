import { z } from 'zod'
import { memory } from './brain-memory.ts'
import { providers } from './brain-providers.ts'
import { reports } from './brain-reports.ts'
import { training } from './brain-training.ts'
import { CallerIdentity, Move, Policy } from './dialogue.ts'
import { Category } from './knowledge-shapes.ts'
import { operation, stream } from './operation.ts'
import { Id, Language, Moment, PageInput, pageOf } from './page.ts'
import { Understanding } from './understanding.ts'

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
    move: Move.nullable().describe('Of the agent: what the turn did besides speaking.'),
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
    policy: Policy,
    dryRun: z.boolean().describe('Tools are only tried, nothing is done.'),
    caller: CallerIdentity.nullable(),
    summary: z.string().nullable().describe('What it was about, once it has ended.'),
    turnCount: z.number().int(),
    createdAt: Moment,
    endedAt: Moment.nullable(),
  })
  .meta({ id: 'Conversation', description: 'What a caller and an agent said to each other.' })

const Reply = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('words'),
      turnId: Id.describe('The turn they belong to, so that it can be cut before it is whole.'),
      text: z.string().describe('More words to say, whole sentences.'),
    }),
    z.object({ type: z.literal('answer'), turn: Turn, answer: Answer, move: Move }),
  ])
  .meta({ id: 'Reply', description: 'Words as they come, then the whole answer.' })
export type Reply = z.infer<typeof Reply>

/** Understanding and answering. */
export const brain = {
  ...providers,
  ...training,
  ...memory,
  ...reports,

  understand: operation({
    http: 'POST /brain/understanding',
    summary: 'Tell what an utterance means: language, intent and the things it names',
    access: 'brain:read',
    input: z.object({
      text: z.string().max(10_000),
      reference: z.iso.datetime({ offset: true }).optional().describe('When it was said; else now.'),
      zone: z.string().max(60).default('UTC').describe('Where "tomorrow" and "3 pm" are meant.'),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .default('IN'),
    }),
    output: Understanding,
  }),
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

  judgeText: operation({
    http: 'POST /brain/judgements',
    summary: 'Ask a language model a yes-or-no question about a text; without a model nobody judges',
    access: 'brain:read',
    input: z.object({ question: z.string().trim().min(1).max(500), text: z.string().max(20_000) }),
    output: z.object({ verdict: z.enum(['yes', 'no', 'unjudged']), by: z.string().nullable().describe('`<provider>/<model>`.') }),
  }),

  startConversation: operation({
    http: 'POST /brain/conversations',
    summary: 'Start a conversation',
    access: 'brain:write',
    input: z.object({
      agentId: Id,
      baseId: Id,
      channel: Conversation.shape.channel,
      persona: Persona,
      policy: Policy.optional(),
      caller: CallerIdentity.optional(),
      dryRun: z.boolean().default(false),
    }),
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
  rehearseReply: operation({
    http: 'POST /brain/conversations/{conversationId}/rehearsals',
    summary: 'Look up what may have to be answered in a moment; nothing is kept, and a reply to the same words is quicker',
    access: 'brain:write',
    input: z.object({ conversationId: Id, text: z.string().max(10_000) }),
    output: z.object({ rehearsed: z.boolean().describe('Whether anything was looked up.') }),
    faults: ['brain.conversation_not_found'],
  }),
  reply: stream({
    http: 'POST /brain/conversations/{conversationId}/replies',
    summary: 'Say something and hear the reply as it comes; both turns are kept',
    access: 'brain:write',
    input: z.object({ conversationId: Id, text: z.string().max(10_000) }),
    output: Reply,
    faults: ['brain.conversation_not_found', 'brain.conversation_over'],
  }),
  cutTurn: operation({
    http: 'POST /brain/turns/{turnId}/cut',
    summary: 'Keep of an interrupted turn only what was heard',
    access: 'brain:write',
    input: z.object({ conversationId: Id, turnId: Id, heard: z.string().max(10_000) }),
    output: Turn,
    faults: ['brain.conversation_not_found'],
  }),
  handConversation: operation({
    http: 'POST /brain/conversations/{conversationId}/agent',
    summary: 'Let another agent go on with a conversation; what was said before stays known to it',
    access: 'brain:write',
    input: z.object({ conversationId: Id, agentId: Id, baseId: Id, persona: Persona, policy: Policy.optional() }),
    output: Conversation,
    faults: ['brain.conversation_not_found', 'brain.conversation_over', 'knowledge.base_not_found'],
  }),
  endConversation: operation({
    http: 'POST /brain/conversations/{conversationId}/end',
    summary: 'End a conversation: it is summed up, and remembered if the caller agreed',
    access: 'brain:write',
    input: z.object({ conversationId: Id }),
    output: Conversation,
    faults: ['brain.conversation_not_found'],
  }),
  deleteConversation: operation({
    http: 'DELETE /brain/conversations/{conversationId}',
    summary: 'Delete a conversation with all its turns',
    access: 'brain:write',
    input: z.object({ conversationId: Id }),
    output: z.object({}),
    faults: ['brain.conversation_not_found'],
  }),
}
