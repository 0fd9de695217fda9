import { bytesOfMs } from '@myna/sound/frames'
import type { Context } from '#context.ts'
import { type Attempt, type Saying, startAttempt } from '#dispatch/attempt.ts'
import { type Desk, deskOf } from '#dispatch/desk.ts'
import type { OfferedVoice } from '#dispatch/offered-voices.ts'
import { endless, late, troubleOf } from '#dispatch/trouble.ts'
import { longestSpeechMs } from '#domain/longest-speech.ts'

/** A voice that is silent for so long is stood in for, if another is there. */
const hedgeMs = 1_500
/** Nobody waits longer than this for a first sound. */
const firstSoundMs = 15_000
/** Once it speaks a voice may pause for so long; what adapters allow their vendors is less. */
const gapMs = 6_000

/** A voice broke off after it was heard. */
class BrokenOff extends Error {
  override name = 'BrokenOff'
}

const [tooLate, tooLong] = [Symbol('too late'), Symbol('too long')]

/**
 * Lets voices speak a text, in their order, until one does, and yields its sound. Those whose engines rest after failures are tried last. One that is silent is not waited for:
 * the next begins beside it, the first to sound is heard, the other let go. Gives the voice that spoke, undefined when none did or the caller went away. Throws `BrokenOff`
 * when the speaker fails midway, or does not end although the text must have ended: its engine rests, so that the next text is spoken by the next.
 */
export async function* speakThrough(voices: readonly OfferedVoice[], saying: Saying, context: Context): AsyncGenerator<Uint8Array, OfferedVoice | undefined> {
  const { signal } = context
  const desk = deskOf(context)
  const attempt = await findSpeaker(voicesByState(voices, desk), saying, desk, signal)
  if (!attempt) return undefined
  const { voice } = attempt
  let failed = false
  let leftBytes = bytesOfMs(saying.format, longestSpeechMs(saying.text, saying.speed))
  try {
    for (;;) {
      const piece = attempt.ready() ?? (await nextWithin(attempt, signal))
      if (signal.aborted) return undefined
      if (piece === undefined) return voice
      leftBytes -= piece.byteLength
      if (leftBytes < 0) throw tooLong
      yield piece
    }
  } catch (error) {
    if (signal.aborted) return undefined
    failed = true
    const { sentence } = error === tooLate ? late : error === tooLong ? endless : troubleOf(error)
    desk.failed(voice.from, { sentence, weight: 3 })
    throw new BrokenOff('a voice broke off', { cause: error })
  } finally {
    attempt.end()
    // Whoever stops listening early has heard enough to know that it works.
    if (!failed) desk.worked(voice.from)
  }
}

/** Those whose engines rest are not left out: a voice that may fail is better than none. */
function voicesByState(voices: readonly OfferedVoice[], desk: Desk): OfferedVoice[] {
  const rests = new Set(voices.filter((it) => desk.stateOf(it.from) === 'resting'))
  return [...voices.filter((it) => !rests.has(it)), ...rests]
}

/** The first attempt that sounds, or ends without a fault; the others are let go. */
async function findSpeaker(queue: OfferedVoice[], saying: Saying, desk: Desk, signal: AbortSignal): Promise<Attempt | undefined> {
  const running = new Set<Attempt>()
  const over = Promise.withResolvers<'over'>()
  const stop = () => over.resolve('over')
  const timer = setTimeout(stop, firstSoundMs)
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  const start = () => {
    const voice = queue.shift()
    if (!voice) return
    desk.begin(voice.from)
    running.add(startAttempt(voice, saying, signal))
  }
  /** Those beside whom others were asked. */
  const silent = new Set<Attempt>()
  const noteSilent = () => {
    for (const it of running) if (silent.has(it)) desk.failed(it.voice.from, late)
  }
  try {
    start()
    while (running.size > 0) {
      const hedge = running.size === 1 && queue.length > 0 ? waiting(hedgeMs) : undefined
      const outcome = await Promise.race([...[...running].map((it) => it.outcome), over.promise, ...(hedge ? [hedge.promise] : [])])
      hedge?.clear()
      if (signal.aborted) return undefined
      if (outcome === 'over') {
        for (const it of running) silent.add(it)
        noteSilent()
        return undefined
      }
      if (outcome === 'hedge') {
        for (const it of running) silent.add(it)
        start()
        continue
      }
      running.delete(outcome.attempt)
      if (outcome.how !== 'failed') {
        noteSilent()
        return outcome.attempt
      }
      outcome.attempt.end()
      desk.failed(outcome.attempt.voice.from, troubleOf(outcome.error))
      if (running.size === 0) start()
    }
    return undefined
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
    for (const it of running) {
      it.end()
      desk.left(it.voice.from)
    }
  }
}

/** The next piece; `tooLate` is thrown when it does not come in time, undefined is given once the caller goes away. */
async function nextWithin(attempt: Attempt, signal: AbortSignal): Promise<Uint8Array | undefined> {
  const cut = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => cut.reject(tooLate), gapMs)
  const gone = () => cut.resolve(undefined)
  signal.addEventListener('abort', gone, { once: true })
  if (signal.aborted) gone()
  try {
    return await Promise.race([attempt.next(), cut.promise])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', gone)
  }
}

function waiting(ms: number) {
  const { promise, resolve } = Promise.withResolvers<'hedge'>()
  const timer = setTimeout(() => resolve('hedge'), ms)
  return { promise, clear: () => clearTimeout(timer) }
}
