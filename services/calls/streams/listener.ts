import type { SocketClient } from '@myna/contracts'
import type { Language } from '@myna/contracts/page'
import type { ListenDown, ListenUp } from '@myna/contracts/voice'
import type { SoundFormat } from '@myna/ports/sound'
import { createFramer } from '@myna/sound/framer'
import { frameBytesOf, frameMs, sampleBytesOf } from '@myna/sound/frames'
import { coughMs, createEars } from '#streams/ears.ts'

/** What the listening stage tells the session. */
export type Listening = {
  /** Somebody speaks. */
  began(): void
  /** Words so far of a turn that goes on. */
  partial(text: string): void
  /** The caller pauses after these words, which may be the whole turn. */
  mayEnd(text: string): void
  /** The caller is silent again after so little voice that it may have been a cough, and no word was heard. */
  coughed(): void
  /** How much silence ends a turn with these words so far. */
  endingSilenceMs(text: string): number
  /** A whole turn: when the caller's last voice was and when the turn was held to be over, in `performance.now()` time. */
  utterance(it: { text: string; language: Language; voiceEndedAt: number; endedAt: number }): void
  /** Nobody can hear any more. */
  failed(error: unknown): void
}

export type Listener = ReturnType<typeof openListener>

/** Sound from before a turn was noticed that the engine hears too: noticing takes some frames, and words begin softly. */
const leadInFrames = 500 / frameMs
/** Frames of a turn go to the engine by so many at once. */
const fedFrames = 2
/** Silence after which what little was heard counts as a cough. */
const coughSilenceMs = 200
/** Silence after which a turn may be about to end. */
const pauseMs = 160
/** A final text that does not come is not waited for longer. */
const longestWaitMs = 5_000
const mostLate = 3

/**
 * Hears the caller: when speech begins, when a turn ends, and its words. The engine is fed turns only, so that silence costs no recognition and noise
 * between turns makes no words. Feeding is synchronous; words come when the engine knows them.
 */
export function openListener(it: { socket: SocketClient<ListenUp, ListenDown>; format: SoundFormat; suppressNoise: boolean; tell: Listening }) {
  const { socket, format, tell } = it
  const ears = createEars(format, it)
  const frameBytes = frameBytesOf(format)
  const leadIn = new Uint8Array(leadInFrames * frameBytes)
  const silence = format === 'mulaw-8k' ? 0xff : 0
  let leadInAt = 0
  const unfed = new Uint8Array(fedFrames * frameBytes)
  let unfedBytes = 0
  let closed = false
  let mayCough = false
  let words = ''
  /** Words that may still become others. */
  let unsure = ''
  /** The final text that came last. */
  let lastFinal = ''
  let rehearsed = ''
  let endsAfterMs = tell.endingSilenceMs('')
  /** Turns that are over and whose final text is awaited, oldest first. */
  const awaited: { voiceEndedAt: number; endedAt: number; timer: NodeJS.Timeout }[] = []
  /** Turns in a row whose final text did not come in time. */
  let late = 0
  leadIn.fill(silence)

  const framer = createFramer(frameBytes, (frame) => {
    const heard = ears.hear(frame)
    if (heard === 'nothing') {
      leadIn.set(frame, leadInAt)
      leadInAt = (leadInAt + frameBytes) % leadIn.byteLength
      return
    }
    if (heard === 'begins') begin()
    unfed.set(frame, unfedBytes)
    unfedBytes += frameBytes
    if (unfedBytes === unfed.byteLength) feed()
    if (mayCough && ears.silentMs >= coughSilenceMs && ears.voicedMs < coughMs && words === '') {
      mayCough = false
      tell.coughed()
    }
    if (ears.silentMs >= endsAfterMs || ears.tooLong) return end()
    if (ears.silentMs >= pauseMs) pause()
  })

  function feed(): void {
    if (unfedBytes > 0) socket.sendBytes(unfed.slice(0, unfedBytes))
    unfedBytes = 0
  }

  function pause(): void {
    if (words === '' && unsure === '') return
    const soFar = `${words} ${unsure}`.trim()
    if (soFar === rehearsed) return
    rehearsed = soFar
    tell.mayEnd(soFar)
  }

  function begin(): void {
    // The oldest frame lies where the next would be written.
    socket.sendBytes(leadIn.slice(leadInAt))
    if (leadInAt > 0) socket.sendBytes(leadIn.slice(0, leadInAt))
    leadIn.fill(silence)
    leadInAt = 0
    mayCough = true
    endsAfterMs = tell.endingSilenceMs('')
    tell.began()
  }

  function end(): void {
    const endedAt = performance.now()
    ears.rest()
    const timer = setTimeout(giveUpWaiting, longestWaitMs)
    awaited.push({ voiceEndedAt: endedAt - ears.silentMs, endedAt, timer })
    feed()
    socket.send({ type: 'end' })
  }

  /** The call goes on without the words; an engine that is late again and again cannot hear. */
  function giveUpWaiting(): void {
    const over = awaited.shift()
    if (!over) return
    words = ''
    if (++late >= mostLate) return tell.failed(new Error('final texts do not come'))
    tell.utterance({ text: '', language: 'en', voiceEndedAt: over.voiceEndedAt, endedAt: over.endedAt })
  }

  function take(text: string, final: boolean, language: Language): void {
    // An engine that says its last words again while nobody speaks has heard nothing new.
    if (final && awaited.length === 0 && !ears.speaking && text !== '' && text === lastFinal) return
    if (final) lastFinal = text
    const soFar = `${words} ${text}`.trim()
    unsure = final ? '' : text
    const over = final ? awaited.shift() : undefined
    if (over) {
      clearTimeout(over.timer)
      late = 0
      words = ''
      return tell.utterance({ text: soFar, language, voiceEndedAt: over.voiceEndedAt, endedAt: over.endedAt })
    }
    if (final && late > 0) {
      // Words that come late are better than none.
      late--
      const now = performance.now()
      return tell.utterance({ text: soFar, language, voiceEndedAt: now, endedAt: now })
    }
    if (final) words = soFar
    if (soFar === '' || awaited.length > 0) return
    endsAfterMs = tell.endingSilenceMs(soFar)
    tell.partial(soFar)
  }

  async function read(): Promise<void> {
    for await (const message of socket.messages) {
      if (closed) return
      if (!(message instanceof Uint8Array) && message.type === 'text') take(message.text, message.final, message.language)
    }
    if (!closed) throw new Error('the engine that listens hung up')
  }
  void read().catch((error: unknown) => {
    if (!closed) tell.failed(error)
  })

  return {
    /** The caller's sound in pieces of any length. */
    hear(piece: Uint8Array): void {
      if (!closed) framer.push(piece.byteLength % sampleBytesOf(format) === 0 ? piece : piece.subarray(0, -1))
    },
    /** Whether the caller speaks just now. */
    get hearsVoice(): boolean {
      return ears.speaking
    },
    expect(phrases: string[]): void {
      if (!closed) socket.send({ type: 'expect', phrases })
    },
    close(): void {
      if (closed) return
      closed = true
      for (const { timer } of awaited) clearTimeout(timer)
      ears.close()
      socket.close()
    },
  }
}
