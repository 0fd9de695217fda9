import { llm, stt, tts, VAD, VADEventType, VADStream } from '@livekit/agents'
import { AudioFrame } from '@livekit/rtc-node'
import { isLoud, leastWordFrames, tonePcm } from './test-sound.ts'

/** Sample rate of a telephone, as everywhere here. */
export const sampleRate = 8_000

type Noted = (what: 'speech' | 'final', at: number) => void

/**
 * Voice activity by the shared rule: speech begins with the first loud frame and ends with the first silent one. `beside`: a real detector that hears every frame
 * as well, so that its cost is paid; callers here speak in tones, which no detector of voices takes for speech, so nothing is made of what it says.
 */
export class PlayedVad extends VAD {
  label = 'played-vad'
  readonly #noted: Noted
  readonly #beside: VAD | undefined

  constructor(noted: Noted, beside?: VAD) {
    super({ updateInterval: 32 })
    this.#noted = noted
    this.#beside = beside
  }

  stream(): VADStream {
    return new PlayedVadStream(this, this.#noted, this.#beside?.stream())
  }
}

async function drain(stream: VADStream): Promise<void> {
  while (!(await stream.next()).done);
}

class PlayedVadStream extends VADStream {
  constructor(vad: VAD, noted: Noted, beside: VADStream | undefined) {
    super(vad)
    if (beside) void drain(beside)
    void this.#run(noted, beside)
  }

  async #run(noted: Noted, beside: VADStream | undefined): Promise<void> {
    let speaking = false
    let speechMs = 0
    let silenceMs = 0
    let samplesIndex = 0
    let sinceInferenceMs = 0
    for (;;) {
      const { done, value } = await this.inputReader.read()
      if (done) return beside?.close()
      if (typeof value === 'symbol') {
        speaking = false
        speechMs = silenceMs = 0
        continue
      }
      beside?.pushFrame(value)
      const loud = isLoud(value.data)
      const ms = (value.samplesPerChannel / value.sampleRate) * 1_000
      samplesIndex += value.samplesPerChannel
      sinceInferenceMs += ms
      const send = (type: VADEventType) =>
        this.sendVADEvent({
          type,
          samplesIndex,
          timestamp: Date.now(),
          speechDuration: speechMs,
          silenceDuration: silenceMs,
          frames: [value],
          probability: loud ? 1 : 0,
          inferenceDuration: 0,
          speaking,
          rawAccumulatedSilence: loud ? 0 : silenceMs,
          rawAccumulatedSpeech: loud ? speechMs : 0,
        })
      let began = false
      if (loud) {
        silenceMs = 0
        speechMs += ms
        if (!speaking) {
          speaking = began = true
          noted('speech', performance.now())
          send(VADEventType.START_OF_SPEECH)
        }
      } else {
        silenceMs += ms
        if (speaking) {
          speaking = false
          send(VADEventType.END_OF_SPEECH)
          speechMs = 0
        }
      }
      // An interruption is judged at inferences: one comes at once with speech, then every 32 ms.
      if (began || sinceInferenceMs >= 32) {
        sinceInferenceMs = began ? 0 : sinceInferenceMs - 32
        send(VADEventType.INFERENCE_DONE)
      }
    }
  }
}

/** A recogniser whose final transcript is there with the first silent frame. */
export class PlayedRecogniser extends stt.STT {
  label = 'played-recogniser'
  readonly #noted: Noted

  constructor(noted: Noted) {
    super({ streaming: true, interimResults: true })
    this.#noted = noted
  }

  protected async _recognize(): Promise<stt.SpeechEvent> {
    throw new Error('it listens to streams alone')
  }

  stream(): stt.SpeechStream {
    return new PlayedRecogniserStream(this, this.#noted)
  }
}

class PlayedRecogniserStream extends stt.SpeechStream {
  label = 'played-recogniser.stream'
  readonly #noted: Noted

  constructor(recogniser: stt.STT, noted: Noted) {
    super(recogniser)
    this.#noted = noted
  }

  protected async run(): Promise<void> {
    let turn = 0
    let loudFrames = 0
    for await (const frame of this.input) {
      if (typeof frame === 'symbol') continue
      if (isLoud(frame.data)) {
        if (loudFrames++ === 0) this.queue.put({ type: stt.SpeechEventType.START_OF_SPEECH })
        // As sure a guess as the framework knows: it may begin to answer it.
        if (loudFrames === leastWordFrames) this.#say(stt.SpeechEventType.PREFLIGHT_TRANSCRIPT, turn + 1)
        continue
      }
      if (loudFrames === 0) continue
      if (loudFrames >= leastWordFrames) {
        this.#noted('final', performance.now())
        this.#say(stt.SpeechEventType.FINAL_TRANSCRIPT, ++turn)
      }
      loudFrames = 0
      this.queue.put({ type: stt.SpeechEventType.END_OF_SPEECH })
    }
  }

  #say(type: stt.SpeechEventType, turn: number): void {
    const text = `hello there turn ${turn}`
    this.queue.put({ type, alternatives: [{ text, language: 'en' as stt.SpeechData['language'], startTime: 0, endTime: 0, confidence: 1 }] })
  }
}

const words = ['Sure, ', 'I ', 'can ', 'help ', 'with ', 'that. ', 'Your ', 'table ', 'is ', 'booked ', 'for ', 'seven.']

/** A model that has all its words at once. */
export class PlayedModel extends llm.LLM {
  label(): string {
    return 'played-model'
  }

  chat({ chatCtx, toolCtx, connOptions }: Parameters<llm.LLM['chat']>[0]): llm.LLMStream {
    return new PlayedModelStream(this, {
      chatCtx,
      ...(toolCtx ? { toolCtx } : {}),
      connOptions: connOptions ?? { maxRetry: 0, retryIntervalMs: 0, timeoutMs: 10_000 },
    })
  }
}

class PlayedModelStream extends llm.LLMStream {
  protected async run(): Promise<void> {
    for (const content of words) this.queue.put({ id: 'played', delta: { role: 'assistant', content } })
  }
}

/** A voice that has the sound of the whole answer with the first word, in pieces of 100 ms. */
export class PlayedVoice extends tts.TTS {
  label = 'played-voice'
  readonly pieces: readonly Int16Array[]

  constructor(answerMs: number) {
    super(sampleRate, 1, { streaming: true })
    const samples = sampleRate / 10
    const tone = tonePcm(440)
    this.pieces = Array.from({ length: Math.round(answerMs / 100) }, (_, at) => tone.subarray((at % 10) * samples, ((at % 10) + 1) * samples))
  }

  synthesize(): tts.ChunkedStream {
    throw new Error('it speaks in streams alone')
  }

  stream(): tts.SynthesizeStream {
    return new PlayedVoiceStream(this)
  }
}

class PlayedVoiceStream extends tts.SynthesizeStream {
  label = 'played-voice.stream'
  readonly #pieces: readonly Int16Array[]

  constructor(voice: PlayedVoice) {
    super(voice)
    this.#pieces = voice.pieces
  }

  protected async run(): Promise<void> {
    let spoken = false
    for await (const text of this.input) {
      if (typeof text === 'symbol' || spoken) continue
      spoken = true
      for (const [at, pcm] of this.#pieces.entries()) {
        if (this.abortSignal.aborted) return
        const frame = new AudioFrame(pcm, sampleRate, 1, pcm.length)
        this.queue.put({ requestId: 'played', segmentId: 'played', frame, final: at === this.#pieces.length - 1 })
      }
      this.queue.put(tts.SynthesizeStream.END_OF_STREAM)
    }
  }
}
