import type { Language } from '@myna/contracts/page'
import { callWords } from '#domain/call-words.ts'
import type { Thought } from '#streams/mind.ts'
import type { Line } from '#streams/line.ts'
import { Reply } from '#streams/reply.ts'
import type { Asked } from '#streams/reply-turn.ts'
import { within } from '#streams/within.ts'

/** A reply waits this long for the brain to know how the one before it ended. */
const patienceMs = 2_000

export type Replies = ReturnType<typeof createReplies>

/** What the agent says on a call, one reply after the other: the one being said, and the one before it, whose end the caller's player may not have told yet. */
export function createReplies(line: Line, on: { begins(): void; sounds(): void; over(): void; stopped(): void }) {
  let current: Reply | undefined
  let earlier: Reply | undefined
  let filler: NodeJS.Timeout | undefined
  let aloud = true

  /** Cuts off what is being said; `heardMs` is the player's own count. */
  function stop(heardMs?: number): void {
    current?.stop(heardMs)
    on.stopped()
  }

  return {
    stop,

    get current(): Reply | undefined {
      return current
    },

    /** Begins to say what is thought, in the place of what is being said. */
    begin(thoughts: (signal: AbortSignal) => AsyncIterable<Thought>, it: { language: Language; asked: Asked | undefined }): void {
      current?.stop()
      const before = current
      const after = before?.known && within(patienceMs, before.known)
      on.begins()
      const reply: Reply = new Reply(line, { think: thoughts, after, aloud, ...it, onSound: on.sounds })
      earlier = before
      current = reply
      clearTimeout(filler)
      if (it.asked) filler = setTimeout(() => reply.fillSilence(callWords.oneMoment[it.language], it.language), line.config.call.fillerAfterMs)
      void reply.over.then(() => {
        if (current === reply) on.over()
      })
    },

    /** The caller's player stopped, by itself or because it was told to. */
    interrupt({ turnId, playedMs }: { turnId?: string | undefined; playedMs: number }): void {
      if (!current || (turnId === current.id && current.isOwnPause())) return
      // By the time a player says how much it had played the next reply may be under way.
      const meansEarlier = turnId === undefined ? !current.speaking && earlier?.awaitsReport : turnId !== current.id
      if (meansEarlier) return earlier && (turnId ?? earlier.id) === earlier.id ? earlier.report(playedMs) : undefined
      if (current.silent && turnId === undefined) return
      if (current.active) stop(playedMs)
      else current.report(playedMs)
    },

    /** The caller's player has played a reply to its end. */
    played(turnId: string): void {
      for (const reply of [current, earlier]) if (reply?.id === turnId) reply.report(Number.POSITIVE_INFINITY)
    },

    /** The carrier says that the sound up to a mark was heard. */
    marked(name: string): void {
      const [id, atMs] = name.split(':')
      for (const reply of [current, earlier]) if (reply?.id === id) reply?.marked(Number(atMs))
    },

    /** Whether answers are spoken as well as written. */
    speakAloud(may: boolean): void {
      aloud = may
      if (may || !current) return
      const sounded = current.speaking
      current.hush()
      if (sounded) on.stopped()
    },

    /** Resolves when what is being said was heard or cut off, and kept. */
    over: (): Promise<void> => current?.over ?? Promise.resolve(),

    /** Stops everything; resolves when all of it is kept, or patience ends. */
    async close(): Promise<void> {
      clearTimeout(filler)
      current?.stop()
      await within(patienceMs, Promise.all([earlier?.over, current?.over]))
    },
  }
}
