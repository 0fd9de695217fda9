import type { RecognitionEngine, Recognised } from '@myna/ports/recognition'
import { muLawToPcm, pcmToMuLaw } from '@myna/sound/g711'
import { createEspeak } from '@myna/speech-espeak'

/** Blocks of loudness that are compared. */
const blockSamples = 400
/** As alike as the same sound over a telephone is; another sentence stays below. */
const alike = 0.93

/** Speech by a synthetic voice, μ-law at 8 kHz, as somebody at a telephone would say it. */
export async function createMouths() {
  const espeak = createEspeak()
  const said = new Map<string, Uint8Array>()
  return {
    said,
    async of(text: string): Promise<Uint8Array> {
      const known = said.get(text)
      if (known) return known
      const request = { text, voice: 'en-gb', language: 'en', format: 'pcm-16k', speed: 1, pitch: 1, volume: 1 } as const
      const voice = (await espeak.voices()).find((it) => it.language === 'en')!
      const pcm = Buffer.concat(await Array.fromAsync(espeak.speak({ ...request, voice: voice.id }, new AbortController().signal)))
      const samples = Int16Array.from({ length: pcm.byteLength >> 2 }, (_, at) => pcm.readInt16LE(at * 4))
      const mulaw = new Uint8Array(samples.length)
      pcmToMuLaw(samples, mulaw)
      said.set(text, mulaw)
      return mulaw
    },
    close: () => espeak.close(),
  }
}

/**
 * A recogniser that knows some sentences by how their loudness runs: what it was given is compared with each of them, so that lost, doubled or foreign sound is
 * not recognised. It says the words so far as they come.
 */
export function playEars(known: ReadonlyMap<string, Uint8Array>, options: { name?: string; failsAfterBytes?: number } = {}): RecognitionEngine {
  let fed = 0
  return {
    name: options.name ?? 'played',
    languages: ['en'],
    formats: ['mulaw-8k', 'pcm-16k'],
    available: async () => ({ available: true, sentence: 'It is played.' }),
    async listen({ format }, signal) {
      let pieces: Uint8Array[] = []
      const texts: Recognised[] = []
      let over = false
      let failed: Error | undefined
      let wake = () => {}
      const close = () => {
        over = true
        wake()
      }
      signal.addEventListener('abort', close, { once: true })
      return {
        feed(sound) {
          fed += sound.byteLength
          if (options.failsAfterBytes !== undefined && fed > options.failsAfterBytes) failed = new Error('the line to the engine broke')
          pieces.push(new Uint8Array(sound))
          wake()
        },
        endUtterance() {
          texts.push({ text: recognise(pcmOf(Buffer.concat(pieces), format), known), final: true, language: 'en' })
          pieces = []
          wake()
        },
        texts: (async function* () {
          for (;;) {
            if (failed) throw failed
            if (texts.length > 0) yield texts.shift()!
            else if (over) return
            else await new Promise<void>((resolve) => (wake = resolve))
          }
        })(),
        close,
      }
    },
    close: async () => {},
  }
}

function pcmOf(bytes: Uint8Array, format: string): Int16Array {
  if (format !== 'mulaw-8k') {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return Int16Array.from({ length: bytes.byteLength >> 2 }, (_, at) => view.getInt16(at * 4, true))
  }
  const pcm = new Int16Array(bytes.byteLength)
  muLawToPcm(bytes, pcm)
  return pcm
}

function recognise(heard: Int16Array, known: ReadonlyMap<string, Uint8Array>): string {
  const run = loudnessOf(heard)
  let best = { text: '', likeness: alike }
  for (const [text, mulaw] of known) {
    const pattern = loudnessOf(pcmOf(mulaw, 'mulaw-8k'))
    for (let at = -12; at + pattern.length <= run.length + 12; at++) {
      const likeness = likenessOf(pattern, run, at)
      if (likeness > best.likeness) best = { text, likeness }
    }
  }
  return best.text
}

function loudnessOf(pcm: Int16Array): number[] {
  return Array.from({ length: Math.floor(pcm.length / blockSamples) }, (_, block) => {
    let sum = 0
    for (let at = block * blockSamples; at < (block + 1) * blockSamples; at++) sum += Math.abs(pcm[at]!)
    return Math.sqrt(sum / blockSamples)
  })
}

/** Cosine of a pattern and what stands at a place, with silence before and after. */
function likenessOf(pattern: number[], run: number[], at: number): number {
  let [product, one, other] = [0, 0, 0]
  for (let index = Math.min(0, at); index < Math.max(pattern.length, run.length - at); index++) {
    const [a, b] = [pattern[index] ?? 0, run[index + at] ?? 0]
    product += a * b
    one += a * a
    other += b * b
  }
  return product / Math.sqrt(one * other || 1)
}
