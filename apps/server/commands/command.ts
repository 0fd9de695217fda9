import type { Config } from '#config.ts'

/** Exit codes scripts can rely on. */
export const exitCodes = { done: 0, failed: 1, usage: 2, unreachable: 3, refused: 4 } as const

/** A command of the command line. */
export type Command = {
  /** One line for the list of commands. */
  summary: string
  /** What `--help` prints. */
  usage: string
  /** Answers the exit code. */
  run(args: string[], config: Config): Promise<number>
}

/** Thrown when a command was called wrongly; the sentence says how to call it. */
export class UsageError extends Error {
  override name = 'UsageError'
}
