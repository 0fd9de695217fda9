import { PortFault } from '@myna/ports/fault'
import type { SpeechEngine, SpeechRequest, SpeechVoice } from '@myna/ports/speech'
import { textSegments } from '@myna/ports/text-segments'
import { Host, type HostOptions } from './host.ts'
import type { InstalledModel } from './installed-models.ts'
import { languageNames } from './language-names.ts'
import { createSegmentQueue, type SegmentQueue } from './segment-queue.ts'

/** Sound made but not yet taken, in milliseconds; above this the engine turns to others until it is taken. */
const enoughMs = 2000
const bytesPerMs = { 'pcm-16k': 32, 'pcm-8k': 16, 'mulaw-8k': 8 }
/** A model speaks a segment without looking up, so its length bounds how long it works for nobody. */
const lengths = { most: 120, gather: 120, early: true }

/**
 * Speech by models that the operator has brought to `folder` (`myna models pull`), in a child process of its own: it starts with the first text, is started
 * again when it dies, and ends with `close`. A voice is called `<model>.<voice>`. `pitch` is passed over: these models have one height.
 */
export function createSherpaSpeech(options: HostOptions): SpeechEngine & { readonly pid: number | undefined } {
  const host = new Host(options, (model) => model.as === 'speech')
  const queue = createSegmentQueue(
    (ask) => host.tell(ask),
    () => host.kill(),
  )
  host.onAnswer = (answer) => {
    if (answer.kind === 'spoken') host.thrive()
    queue.hear(answer)
  }
  host.onDeath = (fault) => queue.fail(fault)
  return {
    name: 'sherpa',
    formats: ['pcm-16k', 'pcm-8k', 'mulaw-8k'],
    get pid() {
      return host.pid
    },
    async available() {
      const { models, troubles, trouble } = await host.available('speaks')
      if (trouble !== undefined) return { available: false, sentence: trouble }
      const names = models.map((it) => it.name).join(', ')
      const sentence = `sherpa-onnx speaks ${languageNames(models.flatMap((it) => it.languages))} on this machine, without a key (${names}).`
      return { available: true, sentence: [sentence, ...troubles].join(' ') }
    },
    voices: async () => host.models().flatMap((it) => it.voices.map(({ id, name, language, gender }): SpeechVoice => ({ id, name, language, gender }))),
    speak: (request, signal) => speak(host, queue, request, signal),
    close: () => host.close(),
  }
}

async function* speak(host: Host, queue: SegmentQueue, request: SpeechRequest, outer: AbortSignal): AsyncGenerator<Uint8Array> {
  const found = voiceOf(host.models(), request.voice)
  if (!found) throw new PortFault(`sherpa-onnx has no voice "${request.voice.slice(0, 100)}".`, { retryable: false })
  const { format } = request
  const enough = enoughMs * bytesPerMs[format]
  // Whoever stops iterating has stopped the work, whether or not the signal says so.
  const left = new AbortController()
  const signal = AbortSignal.any([outer, left.signal])
  const sounds: Uint8Array[] = []
  let bytes = 0
  let over = false
  let failure: unknown
  let wake = () => {}
  let resume = () => {}
  signal.addEventListener('abort', () => (wake(), resume()), { once: true })
  const onSound = (sound: Uint8Array) => {
    sounds.push(sound)
    bytes += sound.byteLength
    wake()
  }
  const work = async () => {
    for (const text of textSegments(request.text.toWellFormed(), lengths)) {
      while (bytes >= enough && !signal.aborted) await new Promise<void>((resolve) => (resume = resolve))
      if (signal.aborted) return
      await sayTwice(host, queue, found, { ...request, text }, onSound, signal)
    }
  }
  const working = work()
    .catch((error: unknown) => (failure = error))
    .finally(() => {
      over = true
      wake()
    })

  try {
    for (;;) {
      if (signal.aborted) return
      const sound = sounds.shift()
      if (sound) {
        bytes -= sound.byteLength
        if (bytes < enough) resume()
        yield sound
      } else if (over) {
        if (failure) throw failure
        return
      } else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    left.abort()
    void working
  }
}

type Found = { model: InstalledModel; speaker: number }

/** Speaks one segment; once more if the child died before anything of it was heard, for it may not be what killed it. */
async function sayTwice(
  host: Host,
  queue: SegmentQueue,
  { model, speaker }: Found,
  it: SpeechRequest,
  onSound: (sound: Uint8Array) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let again = true; ; again = false) {
    let isHeard = false
    const release = await host.use(model)
    try {
      const speed = Math.min(3, Math.max(0.3, it.speed))
      const segment = { name: model.name, text: plainOf(it.text), speaker, speed, gain: Math.max(0, it.volume), format: it.format }
      const hear = (sound: Uint8Array) => {
        isHeard = true
        onSound(sound)
      }
      return await queue.say(segment, hear, signal)
    } catch (error) {
      if (!again || isHeard || signal.aborted || !(error instanceof PortFault && error.retryable)) throw error
    } finally {
      release()
    }
  }
}

function voiceOf(models: readonly InstalledModel[], id: string): Found | undefined {
  for (const model of models) {
    const voice = model.voices.find((it) => it.id === id)
    if (voice) return { model, speaker: voice.speaker }
  }
  return undefined
}

/** A text without what no model can say; the joiners of Indian scripts stay. */
function plainOf(text: string): string {
  return text.replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Extended_Pictographic}]/gu, ' ')
}
