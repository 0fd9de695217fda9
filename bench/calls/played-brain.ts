import type { Handlers } from '@myna/contracts'
import { brain as contractOfBrain, type Conversation, type Turn } from '@myna/contracts/brain'
import type { ConversationReport } from '@myna/contracts/brain-reports'
import { type Move, Policy } from '@myna/contracts/dialogue'
import { type Context, defineService, newId } from '@myna/kernel'
import type { z } from 'zod'

const { startConversation, getConversation, handConversation, endConversation, cutTurn, detectLanguage, rehearseReply, reply, reportConversation } =
  contractOfBrain
/** As much of the brain as calls use. */
export const playedBrainContract = {
  startConversation,
  getConversation,
  handConversation,
  endConversation,
  cutTurn,
  detectLanguage,
  rehearseReply,
  reply,
  reportConversation,
}

const sentence = 'Sure, I can help with that.'

/** A brain that answers every text with the same sentence at once, and keeps nothing but which conversations there are. */
export function createPlayedBrain() {
  const conversations = new Map<string, z.infer<typeof Conversation>>()
  const turnOf = (conversationId: string, id: string, text: string, interrupted: boolean): Turn => ({
    id,
    conversationId,
    speaker: 'agent',
    text,
    language: 'en',
    sources: [],
    confidence: 1,
    refused: false,
    engine: 'played',
    interrupted,
    move,
    at: new Date().toISOString(),
  })
  const change = (id: string, it: Partial<z.infer<typeof Conversation>>) => {
    const conversation = { ...conversations.get(id)!, ...it }
    conversations.set(id, conversation)
    return conversation
  }
  const operations: Handlers<typeof playedBrainContract, Context> = {
    async startConversation({ agentId, baseId, channel, persona, policy, caller, dryRun }) {
      const id = newId()
      conversations.set(id, {
        id,
        agentId,
        baseId,
        channel,
        persona,
        policy: policy ?? Policy.parse({}),
        dryRun,
        caller: caller ?? null,
        summary: null,
        turnCount: 0,
        createdAt: new Date().toISOString(),
        endedAt: null,
      })
      return conversations.get(id)!
    },
    getConversation: async ({ conversationId }) => conversations.get(conversationId)!,
    handConversation: async ({ conversationId, agentId, baseId, persona }) => change(conversationId, { agentId, baseId, persona }),
    endConversation: async ({ conversationId }) => change(conversationId, { endedAt: new Date().toISOString() }),
    cutTurn: async ({ conversationId, turnId, heard }) => turnOf(conversationId, turnId, heard, true),
    reportConversation: async () => ({ ...report, writtenAt: new Date().toISOString() }),
    detectLanguage: async () => ({ language: 'en', confidence: 1, mixed: false }),
    rehearseReply: async () => ({ rehearsed: false }),
    async *reply({ conversationId }) {
      const turnId = newId()
      yield { data: { type: 'words', turnId, text: sentence } }
      const answer = { answer: sentence, language: 'en' as const, sources: [], confidence: 1, refused: false, engine: 'played', tookMs: 0 }
      yield { data: { type: 'answer', turn: turnOf(conversationId, turnId, sentence, false), answer, move } }
    },
  }
  return defineService<typeof playedBrainContract, {}, object>({ name: 'brain', contract: playedBrainContract, needs: {}, operations })
}

const report: Omit<ConversationReport, 'writtenAt'> = {
  summary: sentence,
  disposition: 'answered',
  sentiment: 'neutral',
  actionItems: [],
  fields: [],
  quality: 100,
  writtenBy: 'engine',
  language: 'en',
}
const move: Move = { kind: 'answered', goal: null, slot: null, slots: {}, tool: null, runId: null, handOffTo: null }
