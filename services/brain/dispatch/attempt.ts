import { PortFault } from '@myna/ports/fault'
import type { LanguageModel, ModelPiece, ModelRequest } from '@myna/ports/language-model'
import type { Context } from '#context.ts'
import { guessInput, guessOutput } from '#dispatch/cost.ts'
import { modelOf } from '#dispatch/model-of.ts'
import type { ProviderRow } from '#store/present.ts'

/** How the wait for a model's first words ended. */
export type Outcome = { attempt: Attempt; ended: 'spoke' } | { attempt: Attempt; ended: 'late' } | { attempt: Attempt; ended: 'failed'; error: unknown }

/** One request to one model, under way. */
export type Attempt = {
  row: ProviderRow
  /** `<provider>/<model>`; the provider's name alone as long as no connection could be made. */
  name: string
  /** Settles once, never rejects. */
  outcome: Promise<Outcome>
  /** Milliseconds from the request to the first words. */
  firstMs: number
  /** What came before `outcome` settled, and then piece by piece; rejects with the model's error. Undefined: it is at its end. */
  next(): Promise<ModelPiece | undefined>
  /** Tokens and whether the vendor said so; a guess from what was asked and came, until it does. */
  usage(): { inputTokens: number; outputTokens: number }
  /** Lets the vendor go at once. Safe to call again. */
  end(): void
}

/** Asks a model and listens for its first words, for `firstPieceMs` at most. Blank pieces are no words. */
export function startAttempt(row: ProviderRow, request: ModelRequest, firstPieceMs: number, context: Context): Attempt {
  const abort = new AbortController()
  const started = performance.now()
  const heard: ModelPiece[] = []
  const guess = { inputTokens: guessInput(request), outputTokens: 0 }
  let said: typeof guess | undefined
  let pieces: AsyncIterator<ModelPiece> | undefined

  const pull = async (): Promise<ModelPiece | undefined> => {
    const { done, value } = await pieces!.next()
    if (done) return undefined
    if (value.type === 'usage') said = value.usage
    else guess.outputTokens += guessOutput(value)
    return value
  }
  const listen = async (): Promise<Outcome> => {
    try {
      const model: LanguageModel = modelOf(row, context)
      attempt.name = model.name
      pieces = model.write(request, abort.signal)[Symbol.asyncIterator]()
      for (;;) {
        const piece = await pull()
        if (piece === undefined) throw new PortFault('The language model answered nothing.', { retryable: false })
        heard.push(piece)
        if (piece.type === 'call' || (piece.type === 'text' && piece.text.trim() !== '')) break
      }
      attempt.firstMs = performance.now() - started
      return { attempt, ended: 'spoke' }
    } catch (error) {
      return { attempt, ended: 'failed', error }
    }
  }
  const patience = Promise.withResolvers<Outcome>()
  const timer = setTimeout(() => patience.resolve({ attempt, ended: 'late' }), firstPieceMs)
  const attempt: Attempt = {
    row,
    name: row.name,
    outcome: patience.promise,
    firstMs: Number.NaN,
    next: async () => heard.shift() ?? pull(),
    usage: () => said ?? guess,
    end() {
      clearTimeout(timer)
      context.signal.removeEventListener('abort', attempt.end)
      abort.abort()
      // A model that waits is woken by the abort; one that does not care is not waited for.
      pieces?.return?.(undefined)?.catch(() => undefined)
    },
  }
  context.signal.addEventListener('abort', attempt.end, { once: true })
  attempt.outcome = Promise.race([listen(), patience.promise])
  void attempt.outcome.then(() => clearTimeout(timer))
  return attempt
}
