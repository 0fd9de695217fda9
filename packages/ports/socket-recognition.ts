import { PortFault } from './fault.ts'
import type { ListenRequest, RecognitionEngine, RecognitionStream } from './recognition.ts'
import { type ListeningManners, type ListeningPatience, listenOverSocket } from './socket-listening.ts'
import type { OpenSocket } from './socket.ts'
import type { SoundFormat } from './sound.ts'
import type { SpeechLanguage } from './speech.ts'

/** What every vendor that listens over a WebSocket is made of. */
export type SocketRecognition = {
  /** Name of the engine, and what people call the vendor. */
  name: string
  vendor: string
  languages: readonly SpeechLanguage[]
  formats: readonly SoundFormat[]
  key: string
  openSocket: OpenSocket
  patience?: ListeningPatience | undefined
  /** `languages` of the request are those of the engine, likeliest first. */
  mannersOf(request: KnownRequest): ListeningManners
}

/** A request whose languages the engine understands. */
export type KnownRequest = ListenRequest & { languages: readonly [SpeechLanguage, ...SpeechLanguage[]] }

const names: Record<SpeechLanguage, string> = { en: 'English', hi: 'Hindi', hinglish: 'Hinglish', bn: 'Bengali' }
const sampleBytes: Record<SoundFormat, number> = { 'pcm-16k': 2, 'pcm-8k': 2, 'mulaw-8k': 1 }
const samplesOf100Ms: Record<SoundFormat, number> = { 'pcm-16k': 1_600, 'pcm-8k': 800, 'mulaw-8k': 800 }

/** An engine whose listenings are conversations over WebSockets, one each. */
export function createSocketRecognition(it: SocketRecognition): RecognitionEngine {
  const { name, vendor, languages, formats } = it
  const open = new Set<RecognitionStream>()
  const closing = new AbortController()
  return {
    name,
    languages,
    formats,
    async available() {
      if (it.key.trim() === '') return { available: false, sentence: `${vendor} needs a key. Enter one, or choose another recogniser.` }
      return { available: true, sentence: `${vendor} understands ${listOf(languages.map((language) => names[language]))}; what callers say is sent to it.` }
    },
    async listen(request, signal) {
      if (it.key.trim() === '') throw new PortFault(`${vendor} needs a key.`, { retryable: false })
      const known = knownLanguages(vendor, languages, request)
      if (!formats.includes(request.format)) throw new PortFault(`${vendor} does not take sound as ${request.format}.`, { retryable: false })
      /** A listening may be over before it is given to anybody. */
      const own: { stream?: RecognitionStream; over: boolean } = { over: false }
      const stream = await listenOverSocket({
        vendor,
        openSocket: it.openSocket,
        language: known[0],
        sampleBytes: sampleBytes[request.format],
        pieceBytes: samplesOf100Ms[request.format] * sampleBytes[request.format],
        signal: AbortSignal.any([signal, closing.signal]),
        patience: it.patience,
        manners: it.mannersOf({ ...request, languages: known }),
        onOver() {
          own.over = true
          if (own.stream) open.delete(own.stream)
        },
      })
      own.stream = stream
      if (!own.over) open.add(stream)
      return stream
    },
    async close() {
      closing.abort()
      for (const stream of open) stream.close()
    },
  }
}

/** The languages of a request that an engine understands. Throws `PortFault` when there is none. */
export function knownLanguages(vendor: string, languages: readonly SpeechLanguage[], request: ListenRequest): readonly [SpeechLanguage, ...SpeechLanguage[]] {
  const [first, ...others] = request.languages.filter((language) => languages.includes(language))
  if (first === undefined) throw new PortFault(`${vendor} understands ${listOf(languages.map((language) => names[language]))} only.`, { retryable: false })
  return [first, ...others]
}

const listOf = (words: string[]) => (words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? ''))
