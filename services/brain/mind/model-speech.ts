import type { Answer } from '@myna/contracts/brain'
import type { Hit } from '@myna/contracts/knowledge'
import type { LanguageCode } from '@myna/language'
import type { ModelMessage, ModelPiece, ModelToolCall } from '@myna/ports/language-model'
import type { BuiltInAnswer } from '#answer/answer.ts'
import { say } from '#answer/wording/sentences.ts'
import type { Context } from '#context.ts'
import { BrokenOff } from '#dispatch/broken-off.ts'
import { dispatch } from '#dispatch/dispatch.ts'
import { noAnswer, passagesFor, promptFor } from '#mind/prompt.ts'
import { createSentenceCutter } from '#mind/sentences.ts'
import { isSupported, readCitations } from '#mind/support.ts'
import type { Thought } from '#mind/think.ts'

/** How long a caller waits for a model's first words before another model, or the built-in engine, takes over. */
const firstPieceMs = 2_500
const deadlineMs = 20_000
const maxTokens = 400
/** From here on the built-in engine's answer is preferred to a model that found none. */
const sureEnough = 0.75
/** A model that may use tools may lead up to it with words nobody hears; with more letters than this it is just talking. */
const leadUpLetters = 240

const aboutTools = [
  'When the caller wants something done, or asks what only a tool can find out, use the tool instead of answering, and write nothing beside it.',
  'Give it only what the caller said; leave out what is not known yet. Never say that something was done: whoever runs the tool says so.',
].join(' ')

type Speech = { thought: Thought; hits: readonly Hit[]; language: LanguageCode; own: BuiltInAnswer; now: Date }
type SpeechStep = { type: 'sentence'; text: string } | { type: 'call'; call: ModelToolCall }

/**
 * Lets a model speak and yields each sentence once it is found to rest on the passages, and each wish for a tool, which the caller grants
 * or not. Answers with the whole, or undefined when nothing fit to be said came in time: then no sentence was yielded either. When the
 * model breaks off, what it said in whole sentences is the answer.
 */
export async function* speakModel(it: Speech, context: Context): AsyncGenerator<SpeechStep, Omit<Answer, 'tookMs'> | undefined> {
  const passages = passagesFor([...it.thought.extra, ...it.hits])
  const check = createChecker(passages, it.thought.question)
  const cutter = createSentenceCutter()
  const { tools } = it.thought
  let name = ''
  let unheard = 0
  let called = false
  /** Sentences of a piece that may be said; what follows one that may not is not heard either. */
  const sentencesIn = (raws: readonly string[]): string[] => raws.flatMap((raw) => (check.stopped ? [] : (check.read(raw) ?? [])))
  try {
    const how = {
      providers: it.thought.providers,
      purpose: 'reply',
      deadlineMs,
      firstPieceMs,
      onSpeaker: (who: { name: string }) => void (name = who.name),
    } as const
    const messages = messagesFor(it, passages)
    for await (const piece of dispatch({ messages, maxTokens, temperature: 0.2, ...(tools.length > 0 ? { tools } : {}) }, how, context)) {
      if (piece.type === 'call') {
        called = true
        yield piece
      } else if (piece.type === 'text') {
        for (const text of sentencesIn(cutter.add(piece.text))) yield { type: 'sentence', text }
        unheard += check.stopped ? lettersOf(piece) : 0
        if (check.stopped && (tools.length === 0 || unheard > leadUpLetters)) break
      }
    }
    const rest = called ? '' : cutter.rest()
    if (rest !== '') for (const text of sentencesIn([rest])) yield { type: 'sentence', text }
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error
  }
  const { said, used, stopped } = check
  if (said.length > 0)
    return { answer: said.join(' '), language: it.language, sources: sourcesOf(passages, used), confidence: 0.8, refused: false, engine: name }
  if (stopped === 'refused' && (it.own.refused || it.own.confidence < sureEnough)) {
    const text = say('refusal', it.language)
    yield { type: 'sentence', text }
    return { answer: text, language: it.language, sources: [], confidence: 0, refused: true, engine: name }
  }
  return undefined
}

function messagesFor({ thought, language, now }: Speech, hits: readonly Hit[]): ModelMessage[] {
  const messages = promptFor({ question: thought.question, earlier: thought.earlier, hits, persona: thought.persona, language, now })
  return thought.tools.length > 0 ? [{ role: 'system', content: aboutTools }, ...messages] : messages
}

/** Reads sentences one by one until one is not borne out by the passages or says that they do not hold the answer. */
function createChecker(passages: readonly Hit[], question: string) {
  const checker = {
    said: [] as string[],
    used: new Set<number>(),
    stopped: undefined as 'refused' | 'unsupported' | undefined,
    /** The sentence as it is said, undefined when it is not. */
    read(raw: string): string | undefined {
      if (raw.includes(noAnswer)) {
        checker.stopped = 'refused'
        return undefined
      }
      const { text, cited } = readCitations(raw)
      if (text === '') return undefined
      if (!isSupported(text, cited, passages, question)) {
        checker.stopped = 'unsupported'
        return undefined
      }
      for (const at of cited) checker.used.add(at)
      checker.said.push(text)
      return text
    },
  }
  return checker
}

function sourcesOf(passages: readonly Hit[], used: ReadonlySet<number>): Answer['sources'] {
  return [...used]
    .sort((a, b) => a - b)
    .flatMap((at) => {
      const item = passages[at]?.item
      return item ? [{ itemId: item.id, title: item.title, url: item.url, quote: item.quote, category: item.category }] : []
    })
}

const lettersOf = (piece: ModelPiece) => (piece.type === 'text' ? piece.text.length : 0)
