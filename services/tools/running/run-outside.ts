import { topicOf } from '@myna/contracts/workspace-news'
import { Fault } from '@myna/kernel'
import { PortFault } from '@myna/ports/fault'
import type { Context } from '#context.ts'
import { type FilledRequest, fillRequest } from '#domain/http-request.ts'
import { keptResult, keptValue, secretsIn } from '#domain/kept.ts'
import { redacted } from '#domain/redacted.ts'
import { claimRun, type Wish } from '#running/claim-run.ts'
import type { OutsideTool } from '#running/find-tool.ts'
import { hostOf } from '#running/room.ts'
import { createConnectionQueries } from '#store/connection-queries.ts'
import { brokenOff, type RunRow } from '#store/present.ts'
import { createRunQueries } from '#store/run-queries.ts'

const mostBytes = 200_000
/** Left of the caller's time for writing down how it ended. */
const writingMs = 200
/** How much longer than its time a tool is waited for before it counts as hung. */
const graceMs = 1_000
/** How long after its time a run that nobody ended is taken for broken off. */
const lostMs = 5_000

type Outcome = { status: 'done' | 'failed' | 'unsure'; result: unknown; sentence: string | null; secrets: readonly string[] }

/** The request of a tool over HTTP with its arguments in place. Throws `tools.arguments_wrong`. */
export function filledRequestOf({ row }: OutsideTool, args: Record<string, unknown>): Exclude<FilledRequest, { problems: unknown[] }> | undefined {
  if (row.request === null) return undefined
  const filled = fillRequest(row.request, args)
  if (filled.problems)
    throw new Fault('tools.arguments_wrong', { problems: filled.problems }, { fields: filled.problems.map((it) => ({ field: it.path, problem: it.problem })) })
  return filled
}

/** Uses a tool that acts outside: claims the act, acts without a transaction, and writes down how it ended. */
export async function runOutside(context: Context, tool: OutsideTool, wish: Wish): Promise<RunRow> {
  const { caller, clock, db, live, tenantId } = context
  const { row } = tool
  filledRequestOf(tool, wish.arguments)
  const left = caller.deadline === undefined ? Number.POSITIVE_INFINITY : caller.deadline - Date.now() - writingMs
  const timeoutMs = Math.min(row.timeout_ms, left)
  if (timeoutMs < 1) throw new Fault('request.deadline')
  const until = new Date(clock.now().getTime() + timeoutMs + lostMs)
  const { mine, first } = await db.inTenant(caller, (tx) => claimRun(context, tx, wish, { status: 'running', until, isHarmless: row.changes === 'nothing' }))
  if (first) return first.status === 'running' ? await awaitFirst(context, first, timeoutMs) : first

  const started = performance.now()
  const { secrets, ...outcome } = await act(context, tool, wish, { timeoutMs, key: wish.key ?? mine.id })
  const ended = await db.inTenant(caller, (tx) =>
    createRunQueries(tx, tenantId).update(mine.id, {
      status: outcome.status,
      result: JSON.stringify(keptResult(outcome.result, redacted, secrets)),
      sentence: outcome.sentence === null ? null : String(keptValue(outcome.sentence, redacted, secrets)),
      took_ms: performance.now() - started,
      until: null,
    }),
  )
  live.wake(`tools.run:${mine.id}`)
  live.wake(topicOf(tenantId, 'tool-run'))
  return ended
}

/** Waits for a run of the same act that is under way. Throws `request.in_progress` when it does not end in time. */
async function awaitFirst({ caller, db, live, signal, tenantId }: Context, run: RunRow, patienceMs: number): Promise<RunRow> {
  for (const end = performance.now() + patienceMs; performance.now() < end && !signal.aborted; ) {
    await live.wait(`tools.run:${run.id}`, Math.min(250, end - performance.now()), signal)
    const now = await db.inTenant(caller, (tx) => createRunQueries(tx, tenantId).find(run.id))
    if (now.status !== 'running') return now
  }
  throw new Fault('request.in_progress', { runId: run.id })
}

async function act(context: Context, tool: OutsideTool, wish: Wish, it: { timeoutMs: number; key: string }): Promise<Outcome> {
  const { row, connection } = tool
  const started = performance.now()
  // What changes the world is not called off when the asker goes away: its end must be known.
  const signals = [AbortSignal.timeout(it.timeoutMs + graceMs), ...(row.changes === 'nothing' ? [context.signal] : [])]
  const signal = AbortSignal.any(signals)
  const hung = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => setTimeout(() => reject(new PortFault('It was broken off.', { retryable: false })), 100)),
  )
  hung.catch(() => {})
  const secrets: string[] = []
  try {
    const outcome = await Promise.race([connection ? askHost() : askHttp(), hung])
    if (connection) await noteHealth(context, tool, null)
    return { ...outcome, secrets }
  } catch (error) {
    if (!(error instanceof PortFault)) context.log.error({ err: error, tool: row.name }, 'a tool failed in an unexpected way')
    const sentence = error instanceof PortFault ? error.message.slice(0, 500) : 'The tool failed in an unexpected way.'
    // A refusal of the tool itself says nothing of its server; a failure on the way does.
    const isOnTheWay = error instanceof PortFault && (error.retryable || error.status !== undefined)
    if (connection && isOnTheWay) await noteHealth(context, tool, String(keptValue(sentence, redacted, secrets)))
    const isLate = performance.now() - started >= it.timeoutMs
    if (isLate && row.changes !== 'nothing') return { status: 'unsure', result: null, sentence: `${sentence} ${brokenOff}`, secrets }
    return { status: 'failed', result: null, sentence, secrets }
  }

  async function askHost(): Promise<Omit<Outcome, 'secrets'>> {
    const { host, settings } = hostOf(context, connection!)
    secrets.push(...secretsIn(settings))
    const result = await host.run({
      name: row.hosted_name!,
      arguments: wish.arguments,
      idempotencyKey: it.key,
      timeoutMs: it.timeoutMs,
      maxBytes: mostBytes,
      signal,
    })
    return { status: 'done', result, sentence: null }
  }

  async function askHttp(): Promise<Omit<Outcome, 'secrets'>> {
    const own = row.sealed_headers === null ? {} : (JSON.parse(context.vault.open(context.tenantId, row.sealed_headers)) as Record<string, string>)
    secrets.push(...secretsIn(own))
    const { url, body } = filledRequestOf(tool, wish.arguments)!
    const { method } = row.request!
    const headers = {
      ...own,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method === 'GET' ? {} : { 'Idempotency-Key': it.key }),
    }
    const { status, result } = await context.ports.runHttp({ method, url, headers, body, timeoutMs: it.timeoutMs, maxBytes: mostBytes, signal })
    return status < 400 ? { status: 'done', result, sentence: null } : { status: 'failed', result, sentence: sentenceOfStatus(status) }
  }
}

function sentenceOfStatus(status: number): string {
  if (status === 401 || status === 403) return `The address refused the key (status ${status}). Check the headers of this tool.`
  if (status === 404 || status === 410) return `The address has nothing of that kind (status ${status}).`
  if (status === 429) return 'The address says too many requests (status 429). Try again in a moment.'
  if (status >= 500) return `The address has a failure of its own (status ${status}).`
  return `The address refused the request (status ${status}).`
}

/** Keeps how the last use of a connection went; writes only when that is news. */
async function noteHealth({ caller, db, tenantId }: Context, { connection }: OutsideTool, trouble: string | null): Promise<void> {
  const health = trouble === null ? 'well' : 'failing'
  if (!connection || (connection.health === health && (trouble === null || connection.last_error === trouble))) return
  await db.inTenant(caller, (tx) => createConnectionQueries(tx, tenantId).update(connection.id, { health, last_error: trouble }))
}
