import type { Answer, Persona } from '@myna/contracts/brain'
import type { Hit } from '@myna/contracts/knowledge'
import type { LanguageCode } from '@myna/language'
import type { ModelTool, ModelToolCall } from '@myna/ports/language-model'
import { answer, groundOf } from '#answer/answer.ts'
import type { Context } from '#context.ts'
import { noteOwnTurn } from '#dispatch/note-own-turn.ts'
import { trustedHits } from '#guard/trusted-hits.ts'
import { speakModel } from '#mind/model-speech.ts'
import { type Rehearsal, rehearsalsOf } from '#mind/rehearsals.ts'
import { splitSentences } from '#mind/sentences.ts'
import type { ProviderRow } from '#store/present.ts'

/** What is thought about: the question as meant, and what was said before it. */
export type Thought = {
  /** A question of a conversation may have been rehearsed. */
  conversationId?: string
  baseId: string
  question: string
  persona: Persona
  language: LanguageCode | undefined
  earlier: { speaker: 'caller' | 'agent'; text: string }[]
  /** Models the organisation has in use. */
  providers: readonly ProviderRow[]
  /** Tools a model may ask for. */
  tools: ModelTool[]
  /** What was looked up for this question besides the knowledge. */
  extra: Hit[]
}

export type Thinking = { type: 'sentence'; text: string } | { type: 'call'; call: ModelToolCall } | { type: 'answer'; answer: Answer }

const passagesSearched = 30
/** With less ground than this under the question no model is asked at all. */
const leastGround = 0.3

/**
 * Answers a question sentence by sentence, then as a whole. A model speaks if one is connected and there is something to speak from;
 * otherwise, or when it fails before its first sentence, the built-in engine does.
 */
export async function* think(thought: Thought, context: Context): AsyncGenerator<Thinking> {
  const started = performance.now()
  const { found, own } = await lookInto(thought, context)
  const hits = [...thought.extra, ...found]
  if (thought.providers.length > 0 && mayAskModel(thought, hits, own)) {
    const spoken = yield* speakModel({ thought, hits: found, language: own.language, own, now: context.clock.now() }, context)
    if (spoken) {
      yield { type: 'answer', answer: { ...spoken, tookMs: performance.now() - started } }
      return
    }
  }
  noteOwnTurn(context, performance.now() - started)
  for (const text of splitSentences(own.answer)) yield { type: 'sentence', text }
  yield { type: 'answer', answer: { ...own, tookMs: performance.now() - started } }
}

/** What the knowledge has, and what the built-in engine makes of it; found out already, perhaps, while the caller was still speaking. */
async function lookInto(thought: Thought, context: Context): Promise<Rehearsal> {
  if (thought.extra.length === 0) {
    const rehearsal = await rehearsalsOf(context)
      .take(thought)
      ?.catch(() => undefined)
    if (rehearsal) return rehearsal
  }
  return lookUp(thought, context)
}

/** Searches the knowledge and extracts an answer; writes nothing. */
export async function lookUp(it: Pick<Thought, 'baseId' | 'question' | 'language' | 'persona' | 'extra'>, { call, clock }: Context): Promise<Rehearsal> {
  const { baseId, question, language } = it
  const { hits } = await call.knowledge.searchItems({ baseId, question, limit: passagesSearched, ...(language ? { language } : {}) })
  const found = trustedHits(hits)
  return { found, own: answer(question, [...it.extra, ...found], it.persona, clock.now(), language) }
}

/** Small talk needs no model, and without ground under the question, or a tool that may give some, a model could only make things up. */
function mayAskModel(thought: Thought, hits: readonly Hit[], own: { sources: unknown[]; confidence: number; refused: boolean }): boolean {
  if (!own.refused && own.sources.length === 0) return false
  if (thought.tools.length > 0) return true
  return groundOf(thought.question, hits, thought.persona.businessName, thought.language) >= leastGround
}
