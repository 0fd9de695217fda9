import { z } from 'zod'
import { backoffMs } from '#jobs/backoff.ts'
import { errorText } from '#jobs/error-text.ts'
import type { ClaimedJob, Outcome } from '#jobs/job-store.ts'
import type { Log } from '#log.ts'
import type { JobDefinition, JobRun } from '#seam/service.ts'

/** Why a run is told to stop. `lost` means that another process has taken it over. */
export type StopCause = 'cancel' | 'timeout' | 'drain' | 'lost'

const sentences: Record<StopCause, string> = {
  cancel: 'This was cancelled.',
  timeout: 'This took too long.',
  drain: 'The process is stopping.',
  lost: 'Another process has taken this over.',
}

/** The reason of the signal of a run that has to stop. */
export class JobStopped extends Error {
  override name = 'JobStopped'
  readonly why: StopCause

  constructor(why: StopCause) {
    super(sentences[why])
    this.why = why
  }
}

/** How a piece of work ended; `abandoned` when it went on after being told to stop. */
type Ending = { ok: true } | { ok: false; error: unknown; abandoned: boolean }

/**
 * Runs `work` until it ends, or until `graceMs` after its signal aborted: work that ignores the signal is left behind.
 * Aborts by itself after `timeoutMs`.
 */
export async function runBounded(work: () => Promise<void>, stop: AbortController, timeoutMs: number, graceMs: number): Promise<Ending> {
  const timer = setTimeout(() => stop.abort(new JobStopped('timeout')), timeoutMs)
  let graceTimer: NodeJS.Timeout | undefined
  const leftBehind = new Promise<Ending>((resolve) => {
    stop.signal.addEventListener('abort', () => {
      graceTimer = setTimeout(() => resolve({ ok: false, error: stop.signal.reason, abandoned: true }), graceMs)
    })
  })
  const ended = (async () => work())().then(
    (): Ending => ({ ok: true }),
    (error: unknown): Ending => ({ ok: false, error, abandoned: false }),
  )
  try {
    return await Promise.race([ended, leftBehind])
  } finally {
    clearTimeout(timer)
    clearTimeout(graceTimer)
  }
}

/** Runs a job once and says how it ended; undefined when it is no longer ours to say. */
export async function runAttempt(it: {
  claimed: ClaimedJob
  definition: JobDefinition
  context: unknown
  stop: AbortController
  graceMs: number
  progress: JobRun['progress']
  now: () => Date
}): Promise<{ outcome: Outcome | undefined; error?: unknown; abandoned: boolean }> {
  const { claimed, definition, stop } = it
  const run: JobRun = { id: claimed.id, attempt: claimed.attempt, signal: stop.signal, progress: it.progress }
  const work = async () => definition.run(await z.parseAsync(definition.input, claimed.input), it.context, run)
  const ending = await runBounded(work, stop, definition.timeoutMs, it.graceMs)
  const ended = { id: claimed.id, dueAt: null, error: null, onDeadDue: false }
  if (ending.ok) return { outcome: { ...ended, state: 'done', attempts: 1 }, abandoned: false }

  const why = stop.signal.aborted ? (stop.signal.reason as JobStopped).why : undefined
  const { abandoned } = ending
  if (why === 'lost') return { outcome: undefined, abandoned }
  if (why === 'cancel') return { outcome: { ...ended, state: 'cancelled', attempts: 1 }, abandoned }
  if (why === 'drain') return { outcome: { ...ended, state: 'waiting', attempts: 0, dueAt: it.now() }, abandoned }

  const error = why === 'timeout' ? stop.signal.reason : ending.error
  const failed = { ...ended, attempts: 1 as const, error: errorText(error) }
  if (claimed.attempt > definition.retries) return { outcome: { ...failed, state: 'dead', onDeadDue: definition.onDead !== undefined }, error, abandoned }
  const dueAt = new Date(it.now().getTime() + backoffMs(claimed.attempt, definition.backoffMs))
  return { outcome: { ...failed, state: 'retrying', dueAt }, error, abandoned }
}

/**
 * Calls `onDead` once the last attempt has failed. False when it was stopped halfway and somebody else has to do it again;
 * when it throws there is nobody left to tell but the log.
 */
export async function runLastRites(it: {
  claimed: ClaimedJob
  definition: JobDefinition
  context: unknown
  cause: unknown
  stop: AbortController
  graceMs: number
  log: Log
}): Promise<boolean> {
  const { claimed, definition } = it
  const work = async () => definition.onDead?.(await z.parseAsync(definition.input, claimed.input), it.context, it.cause)
  const ending = await runBounded(work, it.stop, definition.timeoutMs, it.graceMs)
  if (ending.ok) return true
  const why = it.stop.signal.aborted ? (it.stop.signal.reason as JobStopped).why : undefined
  if (why === 'drain' || why === 'lost') return false
  it.log.error({ err: ending.error }, 'what was to follow a dead job failed')
  return true
}
