import type library from 'sherpa-onnx-node'
import type { ModelUse } from './messages.ts'

const sampleRate = 16_000
/** What a streaming model needs after the last word to give it out. */
const tail = new Float32Array(0.8 * sampleRate)
/** No utterance is longer for a model that hears it as a whole, in samples; what follows is not heard. */
const longest = 60 * sampleRate
/** Sound that stays below this is silence: a model may make words of it. */
const silence = 0.001

/** One person who is heard: turns sound into texts, one utterance after the other. */
export type Hearing = {
  /** Works on sound; answers what has been understood so far, if that has changed. */
  hear(pcm: Uint8Array): string | undefined
  /** Ends the utterance and answers its text. */
  over(): string
}

/** Loads a model that recognises speech; answers what opens a hearing. Throws when its files are not there; the process ends when they are no model. */
export function loadHearing(sherpa: typeof library, model: ModelUse): () => Hearing {
  const { tokens, ...files } = model.files
  const config = {
    featConfig: { sampleRate, featureDim: 80 },
    modelConfig: { [model.family]: { ...files, ...model.settings }, tokens, numThreads: model.threads, provider: 'cpu', debug: 0 },
    decodingMethod: 'greedy_search',
  }
  if (model.as === 'recognition') {
    const recogniser = new sherpa.OfflineRecognizer(config)
    return () => hearWhole(recogniser)
  }
  // Ends of utterances are told by who listens, not guessed here.
  const recogniser = new sherpa.OnlineRecognizer({ ...config, enableEndpoint: 0 })
  return () => hearStream(recogniser)
}

function hearStream(recogniser: InstanceType<typeof library.OnlineRecognizer>): Hearing {
  const take = createSamples()
  let stream = recogniser.createStream()
  let said = ''
  let loud = 0
  const textNow = () => {
    while (recogniser.isReady(stream)) recogniser.decode(stream)
    return loud > silence ? written(recogniser.getResult(stream).text) : ''
  }
  return {
    hear(pcm) {
      const samples = take(pcm)
      loud = loudest(samples, loud)
      stream.acceptWaveform({ samples, sampleRate })
      const text = textNow()
      if (text === said) return undefined
      said = text
      return text
    },
    over() {
      let text = ''
      if (loud > silence) {
        stream.acceptWaveform({ samples: tail, sampleRate })
        stream.inputFinished()
        text = textNow()
      }
      stream = recogniser.createStream()
      said = ''
      loud = 0
      return text
    },
  }
}

function hearWhole(recogniser: InstanceType<typeof library.OfflineRecognizer>): Hearing {
  const take = createSamples()
  let heard: Float32Array[] = []
  let length = 0
  let loud = 0
  return {
    hear(pcm) {
      const samples = take(pcm).subarray(0, longest - length)
      loud = loudest(samples, loud)
      heard.push(samples)
      length += samples.length
      return undefined
    },
    over() {
      const whole = new Float32Array(length)
      for (let at = 0; heard.length > 0; ) {
        const samples = heard.shift()!
        whole.set(samples, at)
        at += samples.length
      }
      const isSpeech = loud > silence
      heard = []
      length = 0
      loud = 0
      if (!isSpeech) return ''
      const stream = recogniser.createStream()
      stream.acceptWaveform({ samples: whole, sampleRate })
      recogniser.decode(stream)
      return written(recogniser.getResult(stream).text)
    },
  }
}

/** Turns bytes in pieces of any length, even half samples, into samples from -1 to 1. */
function createSamples(): (pcm: Uint8Array) => Float32Array {
  let half: number | undefined
  return (pcm) => {
    const bytes = half === undefined ? Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength) : Buffer.concat([Uint8Array.of(half), pcm])
    half = bytes.length % 2 === 1 ? bytes.at(-1) : undefined
    return Float32Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readInt16LE(at * 2) / 32_768)
  }
}

function loudest(samples: Float32Array, before: number): number {
  let most = before
  for (const it of samples) most = Math.max(most, Math.abs(it))
  return most
}

/** A text as people write it: some models give capital letters alone. */
function written(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain === plain.toUpperCase() ? plain.toLowerCase() : plain
}
