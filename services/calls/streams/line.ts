import type { AgentConfig } from '@myna/contracts/agents'
import type { TalkDown } from '@myna/contracts/calls'
import type { Language } from '@myna/contracts/page'
import type { Span } from '@myna/kernel'
import type { Context } from '#context.ts'
import type { Thought } from '#streams/mind.ts'
import type { Recorder } from '#streams/recording/recorder.ts'
import type { Asked } from '#streams/reply-turn.ts'
import type { Transcript } from '#streams/transcript.ts'
import type { Transport } from '#streams/transport.ts'
import type { Wheel } from '#streams/wheel.ts'

/** What a reply uses of the call it belongs to. */
export type Line = {
  context: Context
  conversationId: string
  config: AgentConfig
  transcript: Transcript
  transport: Transport
  wheel: Wheel
  /** Where turns are traced. */
  span?: Span | undefined
  /** None before the caller has agreed to one. */
  recorder: Recorder | undefined
  tell(message: TalkDown): void
  /** Milliseconds since the call began, now or at another `performance.now()` time. */
  callMs(at?: number): number
  trouble(error: unknown): void
  /** Something could not be spoken. */
  noVoice(error: unknown): void
}

/** What a reply is to say, and to whom it answers. */
export type ReplyOptions = {
  think(signal: AbortSignal): AsyncIterable<Thought>
  /** Thinking begins after this: what came before must have been kept. */
  after: Promise<unknown> | undefined
  aloud: boolean
  language: Language | Promise<Language>
  /** Undefined when nobody asked, as in a greeting. */
  asked: Asked | undefined
  onSound(): void
}
