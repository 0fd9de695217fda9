import { type Logger, pino } from 'pino'
import { currentSpan } from '#trace/span.ts'

/** Structured log; every line carries what its child was given. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'child'>

const hidden = '[hidden]'
const secrets = ['authorization', 'cookie', 'password', 'key', 'token', 'secret', 'apiKey', 'accessToken', 'refreshToken']
/** What people said or wrote is theirs: it stands in transcripts, behind the rights of their organisation, and never in a log. */
const words = ['text', 'words', 'question', 'answer', 'utterance', 'transcript', 'phrases']
const kept = new Set([...secrets, ...words])
const deeper = secrets.flatMap((it) => [`*.${it}`, `*.*.${it}`])

/** Names of the Elastic Common Schema for what it knows; the rest stands below `myna.`. */
const names: Readonly<Record<string, string>> = {
  traceId: 'http.request.id',
  tenantId: 'organization.id',
  url: 'url.path',
}

/** Version of the schema that lines are written in. */
const schema = '8.17.0'

/**
 * The log of a process: JSON lines in the Elastic Common Schema, which collectors of OpenTelemetry read too. Secrets and what people said are left out by name; an error tells its kind,
 * its sentence and its place, and not what hangs on it, since a database hangs rows there.
 */
export function createLog(options: { level: string; destination?: NodeJS.WritableStream }): Logger {
  const log = pino(
    {
      level: options.level,
      base: { 'ecs.version': schema, 'service.name': 'myna' },
      messageKey: 'message',
      timestamp: () => `,"@timestamp":"${new Date().toISOString()}"`,
      redact: { paths: deeper, censor: hidden },
      // An error is taken apart below.
      serializers: { err: (it: unknown) => it },
      formatters: { level: (label) => ({ 'log.level': label }), log: named },
      mixin() {
        const span = currentSpan()
        return span ? { 'trace.id': span.traceId, 'span.id': span.id } : {}
      },
    },
    options.destination ?? process.stderr,
  )
  // The library gives what children carry no names of ours; every child inherits this.
  const { child } = log
  log.child = function (this: Logger, bindings: Record<string, unknown>) {
    return child.call(this, named(bindings))
  } as typeof log.child
  return log
}

function named(given: Record<string, unknown>): Record<string, unknown> {
  const line: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue
    if (name === 'err') Object.assign(line, ofError(value))
    else if (name === 'message' || name.includes('.')) line[name] = value
    else line[names[name] ?? `myna.${name}`] = kept.has(name) ? hidden : value
  }
  return line
}

function ofError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { 'error.message': String(error) }
  const { code } = error as { code?: unknown }
  return {
    'error.type': error.name,
    'error.message': sentenceOf(error),
    ...(typeof code === 'string' || typeof code === 'number' ? { 'error.code': String(code) } : {}),
    'error.stack_trace': traceOf(error),
  }
}

/** Class 22 of PostgreSQL's codes quotes the value that did not fit. */
function sentenceOf(error: Error): string {
  const { code, severity } = error as { code?: unknown; severity?: unknown }
  if (typeof severity === 'string' && typeof code === 'string' && code.startsWith('22')) return 'A value does not fit.'
  return error.message
}

/** Where it came from, and where its causes did. */
function traceOf(error: Error): string {
  const parts: string[] = []
  for (let at: unknown = error, steps = 0; at instanceof Error && steps < 5; at = at.cause, steps++) {
    const places = (at.stack ?? '').split('\n').filter((it) => /^\s+at /.test(it))
    parts.push([`${steps > 0 ? 'caused by ' : ''}${at.name}: ${sentenceOf(at)}`, ...places].join('\n'))
  }
  return parts.join('\n')
}
