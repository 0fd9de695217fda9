import { AgentSession, inference, initializeLogger, voice } from '@livekit/agents'
import { AudioFrame } from '@livekit/rtc-node'
import { muLawToPcm, pcmToMuLaw } from '@myna/sound/g711'
import { PlayedModel, PlayedRecogniser, PlayedVad, PlayedVoice, sampleRate } from './agents-js-fakes.ts'
import { PaceWheel } from './pace-wheel.ts'
import { PacedSound } from './paced-sound.ts'
import type { HeldCall, Line, Pipeline, PipelineOptions } from './pipeline.ts'
import { frameSamples } from './test-sound.ts'

/** As much as the framework's own room output holds before it asks to wait. */
const roomMs = 200

/**
 * LiveKit Agents for JavaScript, without a LiveKit server: an AgentSession for every call, with its own input and output of sound and the played parts. Set for
 * speed: no endpointing delay, interruption with the first inference, an output that can pause (the session then stops at once instead of after some 70 ms),
 * a model that starts before the turn is sure; with `preemptiveSpeech` the voice does so too and texts are not transformed. `ownVad`: the detector of voices that it
 * brings hears every call, as in production; without it voice activity costs it nothing.
 */
export function openAgentsJs({
  answerMs,
  resumeAfterMs,
  preemptiveSpeech,
  ownVad,
}: PipelineOptions & { preemptiveSpeech: boolean; ownVad: boolean }): Pipeline {
  initializeLogger({ pretty: false, level: 'silent' })
  const wheel = new PaceWheel()

  const open = async (line: Line): Promise<HeldCall> => {
    const noted = (what: 'speech' | 'final', at: number) => line.moment?.(what, at)
    const session = new AgentSession({
      vad: new PlayedVad(noted, ownVad ? new inference.VAD() : undefined),
      stt: new PlayedRecogniser(noted),
      llm: new PlayedModel(),
      tts: new PlayedVoice(answerMs),
      aecWarmupDuration: null,
      userAwayTimeout: null,
      ...(preemptiveSpeech ? { ttsTextTransforms: null } : {}),
      turnHandling: {
        turnDetection: 'vad',
        endpointing: { mode: 'fixed', minDelay: 0, maxDelay: 0 },
        interruption: {
          enabled: true,
          mode: 'vad',
          minDuration: 1,
          minWords: 0,
          resumeFalseInterruption: true,
          backchannelBoundary: null,
          ...(resumeAfterMs === null ? {} : { falseInterruptionTimeout: resumeAfterMs }),
        },
        preemptiveGeneration: { enabled: true, preemptiveTts: preemptiveSpeech },
      },
    })
    const input = new LineInput()
    session.input.audio = input
    session.output.audio = new LineOutput(line, wheel)
    await session.start({ agent: new voice.Agent({ instructions: 'You are a helpful voice agent.' }), record: false })
    return {
      hear: (frame) => input.hear(frame),
      async close() {
        await input.close()
        await session.close()
      },
    }
  }
  return { name: ownVad ? 'agents-js, its own VAD' : preemptiveSpeech ? 'agents-js, speech preemptive' : 'agents-js', open, close: async () => undefined }
}

class LineInput extends voice.AudioInput {
  readonly #through = new TransformStream<AudioFrame, AudioFrame>(
    {},
    new CountQueuingStrategy({ highWaterMark: 1e9 }),
    new CountQueuingStrategy({ highWaterMark: 1e9 }),
  )
  readonly #writer = this.#through.writable.getWriter()

  constructor() {
    super()
    // Two packages describe the same stream.
    this.multiStream.addInputStream(this.#through.readable as never)
  }

  hear(frame: Uint8Array): void {
    const pcm = new Int16Array(frame.length)
    muLawToPcm(frame, pcm)
    this.#writer.write(new AudioFrame(pcm, sampleRate, 1, pcm.length)).catch(() => undefined)
  }

  override async close(): Promise<void> {
    await this.#writer.close().catch(() => undefined)
    await super.close()
  }
}

/** Paces at the line what the framework's room output leaves to the SDK underneath. Pausing silences the line within the call and keeps what is queued. */
class LineOutput extends voice.AudioOutput {
  readonly #line: Line
  readonly #sound: PacedSound
  #pushedSeconds = 0
  #isOpen = false
  #isFlushed = false
  #isPaused = false
  #generation = 0
  #wake: (() => void)[] = []

  constructor(line: Line, wheel: PaceWheel) {
    super(sampleRate, undefined, { pause: true })
    this.#line = line
    const said = new Uint8Array(frameSamples)
    this.#sound = new PacedSound({
      wheel,
      roomMs,
      leave(pcm) {
        pcmToMuLaw(pcm, said)
        line.sound(said)
      },
      drained: () => this.#drained(),
    })
  }

  override async captureFrame(frame: AudioFrame): Promise<void> {
    const generation = this.#generation
    await super.captureFrame(frame)
    while (this.#isPaused && generation === this.#generation) await new Promise<void>((resolve) => this.#wake.push(resolve))
    if (generation !== this.#generation) return
    if (!this.#isOpen) {
      this.#isOpen = true
      this.#isFlushed = false
      this.#pushedSeconds = 0
      this.onPlaybackStarted(Date.now())
    }
    this.#pushedSeconds += frame.samplesPerChannel / frame.sampleRate
    await this.#sound.add(frame.data)
  }

  override flush(): void {
    super.flush()
    this.#isFlushed = true
    this.#sound.end()
  }

  clearBuffer(): void {
    this.#generation++
    const heardSeconds = Math.max(0, this.#pushedSeconds - this.#sound.queuedMs / 1_000)
    const wasHeard = this.#isOpen && !this.#isPaused
    this.#sound.clear()
    if (this.#isPaused) this.#sound.hold()
    if (wasHeard) this.#line.clear()
    this.#wakeAll()
    if (!this.#isOpen && this.pendingPlayoutSegments === 0) return
    super.flush()
    this.#isOpen = false
    this.onPlaybackFinished({ playbackPosition: heardSeconds, interrupted: true })
  }

  override pause(): void {
    if (!this.#isPaused) {
      this.#isPaused = true
      this.#sound.hold()
      if (this.#isOpen) this.#line.clear()
    }
    super.pause()
  }

  override resume(): void {
    this.#isPaused = false
    this.#sound.resume()
    this.#wakeAll()
    super.resume()
    if (this.#sound.queuedMs === 0) this.#drained()
  }

  #drained(): void {
    if (!this.#isOpen || !this.#isFlushed || this.#isPaused) return
    this.#isOpen = false
    this.onPlaybackFinished({ playbackPosition: this.#pushedSeconds, interrupted: false })
  }

  #wakeAll(): void {
    const waiting = this.#wake
    this.#wake = []
    for (const resolve of waiting) resolve()
  }
}
