import type { Answer } from '@myna/contracts/brain'
import type { Hit } from '@myna/contracts/knowledge'
import type { LanguageCode } from '@myna/language'
import type { BuiltInAnswer } from '#answer/answer.ts'
import { say } from '#answer/wording/sentences.ts'
import type { Context } from '#context.ts'
import { noAnswer, passagesFor, promptFor } from '#mind/prompt.ts'
import { modelOf, noteHealth, sentenceOfTrouble } from '#mind/provider-health.ts'
import { createSentenceCutter } from '#mind/sentences.ts'
import { isSupported, readCitations } from '#mind/support.ts'
import type { Thought } from '#mind/think.ts'
import type { ProviderRow } from '#store/present.ts'

/** How long a caller waits for a model's next words before the built-in engine takes over. */
const patienceMs = 4_000
const maxTokens = 400
/** From here on the built-in engine's answer is preferred to a model that found none. */
const sureEnough = 0.75

type Speech = { thought: Thought; hits: readonly Hit[]; provider: ProviderRow; language: LanguageCode; own: BuiltInAnswer; now: Date }

/**
 * Lets a model speak and yields each sentence once it is found to rest on the passages. Answers with the whole, or undefined when
 * nothing fit to be said came in time: then nothing was yielded either.
 */
export async function* speakModel(it: Speech, context: Context): AsyncGenerator<{ type: 'sentence'; text: string }, Omit<Answer, 'tookMs'> | undefined> {
  const passages = passagesFor(it.hits)
  const messages = promptFor({
    question: it.thought.question,
    earlier: it.thought.earlier,
    hits: passages,
    persona: it.thought.persona,
    language: it.language,
    now: it.now,
  })
  const patience = createPatience(context.signal)
  const cutter = createSentenceCutter()
  const said: string[] = []
  const used = new Set<number>()
  let name = ''
  let stopped: 'refused' | 'unsupported' | undefined
  const check = (raw: string): string | undefined => {
    if (raw.includes(noAnswer)) {
      stopped = 'refused'
      return undefined
    }
    const { text, cited } = readCitations(raw)
    if (text === '') return undefined
    if (!isSupported(text, cited, passages, it.thought.question)) {
      stopped = 'unsupported'
      return undefined
    }
    for (const at of cited) used.add(at)
    said.push(text)
    return text
  }
  try {
    const model = modelOf(it.provider, context)
    name = model.name
    for await (const piece of model.write({ messages, maxTokens, temperature: 0.2 }, patience.signal)) {
      patience.renew()
      for (const raw of cutter.add(piece)) {
        if (stopped) break
        const text = check(raw)
        if (text !== undefined) yield { type: 'sentence', text }
      }
      if (stopped) break
    }
    const rest = stopped ? '' : cutter.rest()
    const last = rest === '' ? undefined : check(rest)
    if (last !== undefined) yield { type: 'sentence', text: last }
    await noteHealth(context, it.provider, null)
  } catch (error) {
    if (context.signal.aborted) throw error
    const trouble = patience.ran ? 'The language model did not answer in time.' : sentenceOfTrouble(error)
    context.log.warn({ providerId: it.provider.id, error }, 'a language model failed; the built-in engine answers')
    await noteHealth(context, it.provider, trouble)
  } finally {
    patience.end()
  }
  if (said.length > 0)
    return { answer: said.join(' '), language: it.language, sources: sourcesOf(passages, used), confidence: 0.8, refused: false, engine: name }
  if (stopped === 'refused' && (it.own.refused || it.own.confidence < sureEnough)) {
    const text = say('refusal', it.language)
    yield { type: 'sentence', text }
    return { answer: text, language: it.language, sources: [], confidence: 0, refused: true, engine: name }
  }
  return undefined
}

function sourcesOf(passages: readonly Hit[], used: ReadonlySet<number>): Answer['sources'] {
  return [...used]
    .sort((a, b) => a - b)
    .flatMap((at) => {
      const item = passages[at]?.item
      return item ? [{ itemId: item.id, title: item.title, url: item.url, quote: item.quote, category: item.category }] : []
    })
}

/** Aborts when the caller goes away, or when nothing has come for a while. */
function createPatience(outer: AbortSignal) {
  const late = new AbortController()
  let timer = setTimeout(() => late.abort(), patienceMs)
  return {
    signal: AbortSignal.any([outer, late.signal]),
    get ran() {
      return late.signal.aborted
    },
    renew() {
      clearTimeout(timer)
      timer = setTimeout(() => late.abort(), patienceMs)
    },
    end: () => clearTimeout(timer),
  }
}
