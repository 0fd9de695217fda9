import type { CallPolicy } from '@myna/contracts/call-policy'
import { isBackchannel, mayBecomeBackchannel } from '#domain/backchannel.ts'
import { endingSilenceMs } from '#domain/end-of-turn.ts'
import type { Listening } from '#streams/listener.ts'
import type { Asked } from '#streams/reply-turn.ts'
import type { Reply } from '#streams/reply.ts'

/** What taking turns may do with the call. */
export type Floor = {
  policy(): CallPolicy
  reply(): Reply | undefined
  /** The caller is heard: no silence now. */
  callerSpeaks(): void
  /** Nobody speaks: silence from here on. */
  quiet(): void
  /** Cuts off what is being said. */
  cut(): void
  /** The caller's turn, to be answered. */
  take(text: string, asked: Asked): void
  showPartial(text: string): void
  /** Gets ready for a turn of these words, if the agent is to answer it. */
  rehearse(text: string): void
  failed(error: unknown): void
}

const countWords = (text: string) => text.trim().split(/\s+/).filter(Boolean).length

/**
 * Who has the floor. Speech of the caller pauses the agent at once; words decide what it was: a real turn cuts the agent off, a "hmm" or a noise lets it go on
 * where it stopped. All of it is synchronous.
 */
export function createTurnTaking(floor: Floor): Listening & { overhear(text: string): void; goOn(): void } {
  const speaks = () => {
    const reply = floor.reply()
    return reply && (reply.speaking || reply.paused) ? reply : undefined
  }

  /** Whether words said while the agent speaks are no turn of their own. */
  const isNoTurn = (reply: Reply, text: string): boolean => {
    const { bargeIn, minimumWords } = floor.policy()
    return bargeIn === 'off' || isBackchannel(text, reply.asks) || (bargeIn === 'words' && countWords(text) < minimumWords)
  }

  function goOn(): void {
    const reply = floor.reply()
    if (reply?.paused) reply.resume()
    else if (!reply?.active) floor.quiet()
  }

  /** Words a caller seems to be saying; the last of them may still become another. */
  function overhear(text: string): void {
    const reply = speaks()
    if (!reply || mayBecomeBackchannel(text, reply.asks)) return
    const { bargeIn, minimumWords } = floor.policy()
    if (bargeIn === 'speech' || (bargeIn === 'words' && countWords(text) >= minimumWords)) floor.cut()
  }

  return {
    overhear,
    goOn,
    began() {
      floor.callerSpeaks()
      if (floor.policy().bargeIn === 'speech') floor.reply()?.pause()
    },
    partial(text) {
      floor.showPartial(text)
      overhear(text)
    },
    mayEnd(text) {
      const reply = speaks()
      if (!reply || !isNoTurn(reply, text)) floor.rehearse(text)
    },
    coughed: goOn,
    endingSilenceMs: (text) => endingSilenceMs(floor.policy(), text, floor.reply()?.asks ?? false),
    utterance({ text, voiceEndedAt }) {
      const reply = speaks()
      if (text === '' || (reply && isNoTurn(reply, text))) return goOn()
      const now = performance.now()
      floor.take(text, { endedAt: now, endOfSpeechMs: Math.max(0, now - voiceEndedAt) })
    },
    failed(error) {
      floor.failed(error)
      goOn()
    },
  }
}
