import type { ModelPiece, ModelRequest } from '@myna/ports/language-model'
import type { Context } from '#context.ts'
import { type Attempt, startAttempt } from '#dispatch/attempt.ts'
import { BrokenOff } from '#dispatch/broken-off.ts'
import { costOf } from '#dispatch/cost.ts'
import { type Desk, deskOf } from '#dispatch/desk.ts'
import { late, type Trouble, troubleOf } from '#dispatch/trouble.ts'
import type { ProviderRow } from '#store/present.ts'

/** How a request is sent out: to whom, what for, and how long anybody waits (the whole of it, and for the first words of one model). */
export type Dispatching = {
  providers: readonly ProviderRow[]
  purpose: 'reply' | 'judge' | 'summary'
  deadlineMs: number
  firstPieceMs: number
  /** Told who speaks, before the first piece. */
  onSpeaker?: (who: Answered) => void
}

/** Who answered. */
export type Answered = { name: string; providerId: string }

/** In the middle of an answer a model may think longer than a caller waits for the first words: it may be writing a wish for a tool. */
const leastGapMs = 3_000
/** For a caller a second model is asked when the first is silent for this part of the patience. */
const hedgePart = 0.5
/** However many models there are, a caller waits for the first words only until the first two were silent for their time. */
const mostPatience = 1 + hedgePart

/**
 * Asks models in their order until one speaks, and yields what it says. Passed over: those switched off, resting after failures, or over
 * budget. A caller is not kept waiting by one that is silent: the next is asked beside it, the first to speak is heard, the other let go.
 * A failure before the first words that may pass is tried once more. Undefined when nobody spoke in time: then nothing was yielded.
 * Throws `BrokenOff` when the speaker breaks off, and the reason of `context.signal` when that is aborted.
 */
export async function* dispatch(request: ModelRequest, how: Dispatching, context: Context): AsyncGenerator<ModelPiece, Answered | undefined> {
  context.signal.throwIfAborted()
  const desk = deskOf(context)
  const until = performance.now() + how.deadlineMs
  const queue = (await withinBudget(how.providers, desk, context)).filter((row) => row.enabled).map((row) => ({ row, again: false }))
  const speaker = await findSpeaker(queue, request, how, until, desk, context)
  if (!speaker) return undefined
  const who: Answered = { name: speaker.name, providerId: speaker.row.id }
  let failed = false
  try {
    how.onSpeaker?.(who)
    for (;;) {
      const piece = await nextWithin(speaker, Math.min(Math.max(leastGapMs, how.firstPieceMs), until - performance.now()), context.signal)
      if (piece === undefined) break
      yield piece
    }
  } catch (error) {
    context.signal.throwIfAborted()
    failed = true
    const trouble = error === tooLate ? late : troubleOf(error)
    noteTrouble(speaker, trouble, how, desk, context)
    throw new BrokenOff({ model: speaker.name, providerId: speaker.row.id, sentence: trouble.sentence })
  } finally {
    speaker.end()
    // Whoever stops listening early has heard enough to know that it works.
    if (!failed) desk.circuits.worked(speaker.row, context.clock.now().getTime())
    desk.circuits.endProbe(speaker.row)
    noteUse(speaker, { turns: 1, firstTokenMs: speaker.firstMs, firstTokenCount: 1 }, desk, context)
  }
  return who
}

type Waiting = { row: ProviderRow /** It failed once in this turn already. */; again: boolean }

/** The first model that speaks; the others are let go. */
async function findSpeaker(queue: Waiting[], request: ModelRequest, how: Dispatching, until: number, desk: Desk, context: Context) {
  const running = new Map<Attempt, Waiting>()
  const stop = stopSignal(Math.min(until - performance.now(), how.purpose === 'reply' ? mostPatience * how.firstPieceMs : Infinity), context.signal)
  const start = (): boolean => {
    for (let waiting = queue.shift(); waiting; waiting = queue.shift()) {
      const now = context.clock.now().getTime()
      const state = desk.circuits.stateOf(waiting.row, now)
      if (state === 'resting') continue
      if (state === 'half_open') desk.circuits.beginProbe(waiting.row, now)
      running.set(startAttempt(waiting.row, request, how.firstPieceMs, context), waiting)
      return true
    }
    return false
  }
  try {
    start()
    while (running.size > 0) {
      const hedge = how.purpose === 'reply' && running.size === 1 && queue.length > 0 ? hedgeTimer(how.firstPieceMs * hedgePart) : undefined
      const outcome = await Promise.race([...[...running.keys()].map((it) => it.outcome), stop.promise, ...(hedge ? [hedge.promise] : [])])
      hedge?.clear()
      if (outcome === 'stop') {
        context.signal.throwIfAborted()
        for (const attempt of running.keys()) noteTrouble(attempt, late, how, desk, context)
        return undefined
      }
      if (outcome === 'hedge') {
        start()
        continue
      }
      const { attempt } = outcome
      const waiting = running.get(attempt)!
      running.delete(attempt)
      if (outcome.ended === 'spoke') return attempt
      attempt.end()
      context.signal.throwIfAborted()
      const trouble = outcome.ended === 'late' ? late : troubleOf(outcome.error)
      noteTrouble(attempt, trouble, how, desk, context)
      if (outcome.ended === 'late') noteUse(attempt, {}, desk, context)
      if (!waiting.again && trouble.again === 'now') queue.unshift({ row: waiting.row, again: true })
      if (!waiting.again && trouble.again === 'later') queue.push({ row: waiting.row, again: true })
      if (running.size === 0) start()
    }
    return undefined
  } finally {
    stop.clear()
    for (const attempt of running.keys()) {
      attempt.end()
      desk.circuits.endProbe(attempt.row)
      noteUse(attempt, {}, desk, context)
    }
  }
}

/** Providers with a budget are passed over once it is spent; nothing is read when there are none. */
async function withinBudget(rows: readonly ProviderRow[], desk: Desk, context: Context): Promise<readonly ProviderRow[]> {
  if (rows.every((row) => row.monthly_budget === null)) return rows
  const spent = await desk.spentOf(context.tenantId)
  return rows.filter((row) => row.monthly_budget === null || (spent.get(row.id) ?? 0) < row.monthly_budget)
}

function noteTrouble(attempt: Attempt, trouble: Trouble, how: Dispatching, desk: Desk, context: Context): void {
  const { row } = attempt
  desk.circuits.failed(row, trouble, context.clock.now().getTime())
  desk.circuits.endProbe(row)
  desk.note(context.tenantId, row.id, { failures: 1 })
  context.log.warn({ providerId: row.id, purpose: how.purpose, trouble: trouble.sentence }, 'a language model failed')
}

/** Counts what was read and written; a vendor that does not say is guessed, so that a budget holds. */
function noteUse(attempt: Attempt, more: { turns?: number; firstTokenMs?: number; firstTokenCount?: number }, desk: Desk, context: Context): void {
  const usage = attempt.usage()
  desk.note(context.tenantId, attempt.row.id, { ...more, ...usage, cost: costOf(usage, attempt.row) })
}

const tooLate = Symbol('too late')

/** The next piece, or `tooLate` thrown when it does not come in time; the reason of the signal when the caller goes away. */
async function nextWithin(attempt: Attempt, waitMs: number, signal: AbortSignal): Promise<ModelPiece | undefined> {
  signal.throwIfAborted()
  const over = Promise.withResolvers<never>()
  const timer = setTimeout(() => over.reject(tooLate), Math.max(0, waitMs))
  const gone = () => over.reject(signal.reason)
  signal.addEventListener('abort', gone, { once: true })
  try {
    return await Promise.race([attempt.next(), over.promise])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', gone)
  }
}

/** Settles with `stop` when the time is over or the caller goes away. */
function stopSignal(afterMs: number, signal: AbortSignal) {
  const { promise, resolve } = Promise.withResolvers<'stop'>()
  const stop = () => resolve('stop')
  const timer = setTimeout(stop, Math.max(0, afterMs))
  signal.addEventListener('abort', stop, { once: true })
  const clear = () => {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
  return { promise, clear }
}

function hedgeTimer(afterMs: number) {
  const { promise, resolve } = Promise.withResolvers<'hedge'>()
  const timer = setTimeout(() => resolve('hedge'), afterMs)
  return { promise, clear: () => clearTimeout(timer) }
}
