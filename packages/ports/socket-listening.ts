import { PortFault } from './fault.ts'
import { createHeardTexts } from './heard-texts.ts'
import type { RecognitionStream } from './recognition.ts'
import type { OpenSocket } from './socket.ts'
import type { SpeechLanguage } from './speech.ts'
import { createUtterances, type Utterance, type UtterancePatience, type Utterances } from './utterances.ts'
import { openVendorTalk, type TalkRequest, type VendorMessage, type VendorTalk } from './vendor-talk.ts'

/** How long a vendor of speech recognition may take, in milliseconds. */
export type ListeningPatience = UtterancePatience & {
  /** Until it takes up a conversation; 8 s. */
  openMs?: number | undefined
}

/** One vendor's way to talk while it listens. */
export type ListeningManners = {
  url: string
  headers: Record<string, string>
  faultOfClose?: TalkRequest['faultOfClose']
  refusalOf?: TalkRequest['refusalOf']
  /** Said first. */
  hello?: object
  /** Whether this message says that it listens from now on; without it, it listens at once. May answer with why it does not. */
  begins?(message: VendorMessage): boolean | PortFault
  /** Sound as the vendor takes it. */
  sound(piece: Uint8Array): object | Uint8Array
  /** Said when an utterance is over. */
  endOf(utterance: Utterance, utterances: Utterances): (object | Uint8Array)[]
  /** A message while it listens; an answer ends the listening. */
  hear(message: VendorMessage, utterances: Utterances): PortFault | undefined
  /** Less sound than this may go without an answer, in bytes. */
  mayIgnoreBytes?: number
  /** Said when nothing was said for about `everyMs`, lest the vendor hang up. */
  keepAlive?: { everyMs: number; message(): object | Uint8Array }
  goodbye?: object
}

export type SocketListening = {
  vendor: string
  openSocket: OpenSocket
  language: SpeechLanguage
  /** Bytes of a sample, and of a piece that is worth a message. */
  sampleBytes: number
  pieceBytes: number
  signal: AbortSignal
  patience: ListeningPatience | undefined
  manners: ListeningManners
  onOver(): void
}

/** Listens over a WebSocket: gathers sound, keeps the line open, and owes one final text an utterance. Throws `PortFault`, or the reason of `signal`. */
export async function listenOverSocket(it: SocketListening): Promise<RecognitionStream> {
  const { manners, signal, vendor } = it
  const heard = createHeardTexts()
  const begun = Promise.withResolvers<void>()
  const gathered: Uint8Array[] = []
  let gatheredBytes = 0
  let listens = manners.begins === undefined
  /** Empty until the vendor has taken up the conversation. */
  const line: { talk?: VendorTalk } = {}
  let lastSent = performance.now()

  const end = (fault?: PortFault) => {
    if (heard.over) return
    clearInterval(alive)
    signal.removeEventListener('abort', stop)
    utterances.close()
    line.talk?.close(fault ? undefined : manners.goodbye)
    heard.end(fault)
    begun.reject(fault ?? signal.reason)
    it.onOver()
  }
  const stop = () => end()
  const utterances = createUtterances({ vendor, heard, language: it.language, patience: it.patience, mayIgnoreBytes: manners.mayIgnoreBytes, lost: end })
  const send = (message: object | Uint8Array) => {
    lastSent = performance.now()
    line.talk?.send(message)
  }
  /** Sends what is gathered, but half a sample. */
  const flush = () => {
    const all = Buffer.concat(gathered)
    const whole = all.byteLength - (all.byteLength % it.sampleBytes)
    gathered.length = 0
    gatheredBytes = all.byteLength - whole
    if (gatheredBytes > 0) gathered.push(all.subarray(whole))
    if (whole === 0) return
    utterances.fed(whole)
    send(manners.sound(all.subarray(0, whole)))
  }
  let alive: NodeJS.Timeout | undefined
  const hear = (message: VendorMessage) => {
    utterances.alive()
    if (listens) {
      const fault = manners.hear(message, utterances)
      return fault && end(fault)
    }
    const answer = manners.begins!(message)
    if (answer === true) begun.resolve()
    else if (answer !== false) end(answer)
    listens = answer === true
  }

  // Nobody may wait for it when the opening fails.
  begun.promise.catch(() => {})
  const { openMs } = it.patience ?? {}
  const talk = await openVendorTalk({ ...manners, vendor, openSocket: it.openSocket, signal, openMs, hear, over: end })
  line.talk = talk
  // A vendor may have ended it with its first words.
  if (heard.over) talk.close()
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  if (manners.hello) talk.send(manners.hello)
  if (!listens) {
    const timer = setTimeout(() => end(new PortFault(`${vendor} did not begin to listen in time.`, { retryable: true })), openMs ?? 8_000)
    await begun.promise.finally(() => clearTimeout(timer))
  }
  signal.throwIfAborted()
  const { keepAlive } = manners
  if (keepAlive && !heard.over)
    alive = setInterval(() => {
      if (performance.now() - lastSent >= keepAlive.everyMs * 0.75) send(keepAlive.message())
    }, keepAlive.everyMs / 4)

  return {
    texts: heard.texts,
    feed(sound) {
      if (heard.over || sound.byteLength === 0) return
      // The caller may use its buffer again.
      gathered.push(sound.slice())
      gatheredBytes += sound.byteLength
      if (gatheredBytes >= it.pieceBytes) flush()
    },
    endUtterance() {
      if (heard.over) return
      flush()
      gathered.length = 0
      gatheredBytes = 0
      const utterance = utterances.end()
      if (utterance) for (const message of manners.endOf(utterance, utterances)) send(message)
    },
    close: stop,
  }
}
