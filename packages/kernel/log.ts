import { type Logger, pino } from 'pino'

/** Structured log; every line carries what its child was given. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'child'>

const secretPaths = ['authorization', 'cookie', 'password', 'key', 'token', 'secret', 'apiKey', 'accessToken', 'refreshToken'].flatMap((it) => [
  it,
  `*.${it}`,
  `*.*.${it}`,
])

/** The log of a process: JSON lines, secrets by name replaced. */
export function createLog(options: { level: string; destination?: NodeJS.WritableStream }): Logger {
  return pino(
    { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: secretPaths, censor: '[hidden]' } },
    options.destination ?? process.stderr,
  )
}
