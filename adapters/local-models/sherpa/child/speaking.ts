import type { SoundFormat } from '@myna/ports/sound'
import { createConverter } from '@myna/sound/converter'
import { frameBytesOf } from '@myna/sound/frames'
import { muLawSilence } from '@myna/sound/g711'
import { isSoundRate } from '@myna/sound/resampler'
import type library from 'sherpa-onnx-node'
import type { ModelUse, Speak } from './messages.ts'

/** A voice that is loaded. Resolves once the segment is spoken; `isStopped` is asked between sentences. */
export type Speaking = (it: Speak, onSound: (sound: Uint8Array) => void, isStopped: () => boolean) => Promise<void>

/** Loads a model that speaks. Throws when its files are not there or its rate is none of the house; the process ends when they are no model. */
export async function loadSpeaking(sherpa: typeof library, model: ModelUse): Promise<Speaking> {
  const tts = await sherpa.OfflineTts.createAsync({
    model: { [model.family]: { ...model.files, ...model.settings }, numThreads: model.threads, provider: 'cpu', debug: 0 },
    maxNumSentences: 1,
  })
  const rate = tts.sampleRate
  if (!isSoundRate(rate)) throw new Error(`it speaks at ${rate} samples a second, which nobody here can change`)
  return async ({ text, speaker, speed, gain, format }, onSound, isStopped) => {
    const converter = createConverter({ rate, encoding: 'pcm16' }, format)
    const pieces = createPieces(format, onSound)
    let given = 0
    let over = false
    const give = (samples: Float32Array) => {
      if (over || isStopped()) return
      given += samples.length
      pieces.add(converter.push(pcmOf(samples, gain)))
    }
    const onProgress = ({ samples }: { samples: Float32Array }) => {
      give(samples)
      return isStopped() ? 0 : 1
    }
    const { samples } = await tts.generateAsync({ text, sid: speaker, speed, onProgress })
    give(samples.subarray(given))
    over = true
    if (isStopped()) return
    pieces.add(converter.flush())
    pieces.end()
  }
}

function pcmOf(samples: Float32Array, gain: number): Uint8Array {
  const pcm = Int16Array.from(samples, (it) => Math.max(-32_768, Math.min(32_767, Math.round(it * gain * 32_767))))
  return new Uint8Array(pcm.buffer)
}

/** Cuts sound into pieces of 100 ms, the first 40 ms, the last 20 to 120 ms. */
function createPieces(format: SoundFormat, onSound: (sound: Uint8Array) => void) {
  const frame = frameBytesOf(format)
  let waiting = Buffer.alloc(0)
  let next = 2 * frame
  return {
    add(sound: Uint8Array): void {
      waiting = Buffer.concat([waiting, sound])
      // What follows a piece must not be a splinter.
      while (waiting.length >= next + frame) {
        onSound(new Uint8Array(waiting.subarray(0, next)))
        waiting = waiting.subarray(next)
        next = 5 * frame
      }
    },
    end(): void {
      if (waiting.length === 0) return
      const missing = Math.max(0, frame - waiting.length)
      onSound(new Uint8Array(Buffer.concat([waiting, Buffer.alloc(missing, format === 'mulaw-8k' ? muLawSilence : 0)])))
      waiting = Buffer.alloc(0)
    },
  }
}
