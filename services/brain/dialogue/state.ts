import { z } from 'zod'

/** A value of a slot: as understood, as shown to people, and the words it came from. */
const Filled = z.object({ value: z.unknown(), shown: z.string(), text: z.string() })
export type Filled = z.infer<typeof Filled>

const Frame = z.object({
  goal: z.string(),
  slots: z.record(z.string(), Filled),
  /** The slot asked for last. */
  asked: z.string().nullable(),
  /** How often the same was asked in vain. */
  tries: z.number(),
  stage: z.enum(['filling', 'confirming', 'changing']),
  /** What was said so far of a value that is told in pieces, such as the first half of a phone number. */
  partial: z.string().default(''),
  /** Slots the caller would not fill; they are not asked for again. */
  skipped: z.array(z.string()).default([]),
  /** Of a tool without a goal: what a model asked for, in the shape of a goal. */
  made: z.unknown().optional(),
})
export type Frame = z.infer<typeof Frame>

const State = z.object({
  /** Goals under way; the last is the one talked about, those before wait for it to be over. */
  frames: z.array(Frame).default([]),
  /** What the agent offered and awaits a yes for; `more`: whether there is anything else; `leave`: to drop a goal that cannot do without a refused slot. */
  offered: z.enum(['take_message', 'remember', 'more', 'leave']).nullable().default(null),
  /** The question nobody could answer, which a message would carry. */
  unanswered: z.string().nullable().default(null),
  /** What the caller told of themselves, by slot, to be asked only once in a conversation. */
  known: z.record(z.string(), Filled).default({}),
  /** Whether the caller was asked to be remembered, and what they said. */
  consent: z.enum(['unknown', 'given', 'refused']).default('unknown'),
})

/** Where the dialogue of one conversation stands. */
export type DialogueState = z.infer<typeof State>

/** A dialogue before its first word, or as it was kept. What cannot be read any more begins anew. */
export function readState(kept: unknown): DialogueState {
  const read = State.safeParse(kept ?? {})
  return read.success ? read.data : State.parse({})
}
