import type { Answer } from '@myna/contracts/brain'
import type { CallTurn } from '@myna/contracts/calls'
import type { Move } from '@myna/contracts/dialogue'
import type { Language } from '@myna/contracts/page'
import { newId } from '@myna/kernel'

/** When the turn it answers was over, in `performance.now()` time, and how long that took to notice. */
export type Asked = { endedAt: number; endOfSpeechMs: number | null }

/** What is known of a reply; moments in `performance.now()` time. */
export type ReplyState = {
  id: string
  atMs: number
  text: string
  language: Language
  answer: Answer | undefined
  move: Move | null
  brainTurnId: string | null
  /** What is left of it after it was cut off. */
  heard: string | undefined
  asked: Asked | undefined
  firstWordsAt: number | undefined
  firstSoundAt: number | undefined
  heardAt: number | undefined
}

/** A reply as it is kept. */
export function turnOf(it: ReplyState): CallTurn {
  const between = (from: number | undefined, to: number | undefined) => (from === undefined || to === undefined ? null : Math.max(0, to - from))
  return {
    id: it.id,
    speaker: 'agent',
    text: it.heard ?? it.answer?.answer ?? it.text,
    language: it.language,
    sources: it.answer?.sources ?? [],
    refused: it.answer?.refused ?? false,
    interrupted: it.heard !== undefined,
    brainTurnId: it.brainTurnId,
    move: it.move,
    atMs: it.atMs,
    latency: it.asked
      ? {
          endOfSpeechMs: it.asked.endOfSpeechMs,
          answerMs: between(it.asked.endedAt, it.firstWordsAt),
          firstAudioMs: between(it.firstWordsAt, it.firstSoundAt),
          heardMs: between(it.firstSoundAt, it.heardAt),
        }
      : null,
  }
}

/** A turn of the caller as it is kept: `text` is without what must not be. */
export function callerTurn({ text, language, atMs }: Pick<CallTurn, 'text' | 'language' | 'atMs'>): CallTurn {
  return {
    id: newId(),
    speaker: 'caller',
    text,
    language,
    sources: [],
    refused: false,
    interrupted: false,
    brainTurnId: null,
    move: null,
    atMs,
    latency: null,
  }
}
