/** Where a pipeline puts what it has for the caller. */
export type Line = {
  /** 20 ms of μ-law leave for the caller now, at the pace of speech. The bytes are valid only during the call. */
  sound(frame: Uint8Array): void
  /** The caller is to hear nothing more of what was sent. */
  clear(): void
  /**
   * Speech was detected; a final transcript was handed to the pipeline; sound left the engine, where a wire lies between it and `sound`. `at` as
   * `performance.now()` tells.
   */
  moment?(what: 'speech' | 'final' | 'left', at: number): void
}

/** One call that goes on. */
export type HeldCall = {
  /** 20 ms of μ-law from the caller; the bytes are valid only during the call. */
  hear(frame: Uint8Array): void
  close(): Promise<void>
}

/** A way to hold calls in this process. Its recogniser, mind and voice are played and take no time, so that all that costs is the way between them. */
export type Pipeline = {
  name: string
  open(line: Line): Promise<HeldCall>
  close(): Promise<void>
}

/** What every pipeline here is told to do, so that they can be set beside each other. */
export type PipelineOptions = {
  /** Length of each answer. */
  answerMs: number
  /** Waits so long in silence before it goes on with an answer that a noise held up; null: as its makers set it. */
  resumeAfterMs: number | null
}

/** A server for calls, in a process of its own, to be started by a command line and, besides what this shell has, an environment. Its first line on stdout is a `ServerReady` as JSON. */
export type ServerCommand = { name: string; command: readonly string[]; env?: Readonly<Record<string, string>> }

/**
 * Where the media sockets of a server are: at `path` with `parameters` in their `start`, or, when every call needs a place of its own, as `nextAt` says: an
 * address that answers a GET with a `MediaPlace` for one more call.
 */
export type ServerReady = { port: number } & ({ path: string; parameters: Record<string, string> } | { nextAt: string })

/** Names of the pipelines that can be opened in process. */
export const pipelineNames = ['ours', 'agents-js', 'agents-js-tts', 'agents-js-vad', 'byte-work'] as const
export type PipelineName = (typeof pipelineNames)[number]

/** Loads a pipeline; nothing of the others is imported. */
export async function openPipeline(name: PipelineName, options: PipelineOptions): Promise<Pipeline> {
  if (name === 'ours') return (await import('./our-pipeline.ts')).openOurs(options)
  if (name === 'byte-work') return (await import('./byte-work.ts')).openByteWork(options)
  return (await import('./agents-js.ts')).openAgentsJs({ ...options, preemptiveSpeech: name === 'agents-js-tts', ownVad: name === 'agents-js-vad' })
}
