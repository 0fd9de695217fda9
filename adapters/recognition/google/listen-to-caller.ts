import { type Client, type ClientDuplexStream, Metadata, type ServiceError } from '@grpc/grpc-js'
import { PortFault } from '@myna/ports/fault'
import { createHeardTexts } from '@myna/ports/heard-texts'
import type { RecognitionStream } from '@myna/ports/recognition'
import type { SoundFormat } from '@myna/ports/sound'
import type { SpeechLanguage } from '@myna/ports/speech'
import { createUtterances, type Utterance, type UtterancePatience } from '@myna/ports/utterances'
import { bytesOfMs, frameBytesOf, msOfBytes } from '@myna/sound/frames'
import { createFramer } from '@myna/sound/framer'
import { muLawSilence } from '@myna/sound/g711'
import { faultOfCall } from '#fault-of-call.ts'
import type { GoogleKey } from '#google-key.ts'
import { isQuiet } from '#is-quiet.ts'
import { readResponse } from '#read-response.ts'
import { type RecognitionConfig, type StreamingRequest, type StreamingResponse, streamingRecognize } from '#speech-service.ts'

export type CallerListening = {
  client: Client
  key: GoogleKey
  config: RecognitionConfig
  format: SoundFormat
  languages: readonly [SpeechLanguage, ...SpeechLanguage[]]
  signal: AbortSignal
  patience: UtterancePatience | undefined
  streamMs: number
  onOver(): void
}

/** One stream of Google's: an utterance, or a part of one that is long. */
type Take = {
  readonly utterance: Utterance
  call: ClientDuplexStream<StreamingRequest, StreamingResponse> | undefined
  /** Sound that waits for the call to begin. */
  early: Buffer[]
  bytes: number
  /** No more sound follows. */
  closed: boolean
  /** What became known of it while a part before it is not done. */
  later: (() => void)[]
  /** Up to here its results are final. */
  finalMs: number
  pause?: NodeJS.Timeout
}

const framesOfMessage = 5
/** Somebody who speaks again after this begins a new stream, for Google gives up one without sound. */
const mostPauseMs = 5_000
/** A pause is waited for no longer than this beyond the time of a stream. */
const overtimeMs = 50_000
/** A minute of sound that was not sent. */
const mostUnsent = 600

/** Listens: a stream for each utterance, so that none is taken for another, and none lasts longer than Google allows. */
export function listenToCaller(it: CallerListening): RecognitionStream {
  const { format, signal } = it
  const heard = createHeardTexts()
  const takes: Take[] = []
  const own: { taking?: Take | undefined } = {}
  const tailBytes = frameBytesOf(format)

  const end = (fault?: PortFault) => {
    if (heard.over) return
    signal.removeEventListener('abort', stop)
    utterances.close()
    heard.end(fault)
    for (const take of takes.splice(0)) {
      clearTimeout(take.pause)
      take.call?.cancel()
    }
    it.onOver()
  }
  const stop = () => end()
  const utterances = createUtterances({ vendor: 'Google', heard, language: it.languages[0], patience: it.patience, mayIgnoreBytes: undefined, lost: end })
  signal.addEventListener('abort', stop, { once: true })

  /** Texts of an utterance come in the order of its parts. */
  const inOrder = (take: Take, act: () => void) => {
    if (takes.find((other) => other.utterance === take.utterance) === take) act()
    else take.later.push(act)
  }
  const finishWhenDone = (utterance: Utterance) => {
    if (utterance.to !== undefined && !takes.some((other) => other.utterance === utterance)) utterances.finish(utterance)
  }
  const done = (take: Take) => {
    clearTimeout(take.pause)
    if (own.taking === take) own.taking = undefined
    takes.splice(takes.indexOf(take), 1)
    const next = takes.find((other) => other.utterance === take.utterance)
    for (let act = next?.later.shift(); act; act = next?.later.shift()) act()
    finishWhenDone(take.utterance)
  }
  const hear = (take: Take, response: StreamingResponse) => {
    if (heard.over) return
    utterances.alive()
    const fault = readResponse(response, take, utterances, it.languages)
    if (fault) end(fault)
  }
  const closeTake = (take: Take | undefined) => {
    if (!take || take.closed) return
    take.closed = true
    clearTimeout(take.pause)
    take.call?.end()
    if (own.taking === take) own.taking = undefined
  }
  const begin = async (take: Take) => {
    const metadata = new Metadata()
    for (const [name, value] of Object.entries(await it.key.metadata(signal))) metadata.set(name, value)
    if (heard.over) return
    const { path, requestSerialize, responseDeserialize } = streamingRecognize
    const call = it.client.makeBidiStreamRequest<StreamingRequest, StreamingResponse>(path, requestSerialize, responseDeserialize, metadata)
    take.call = call
    call.on('data', (response: StreamingResponse) => inOrder(take, () => hear(take, response)))
    call.on('error', (error: Partial<ServiceError>) => end(faultOfCall(error.code, error.details ?? '')))
    call.on('status', ({ code }: { code: number }) => {
      if (code === 0 && !heard.over) inOrder(take, () => done(take))
    })
    call.write({ streaming_config: { config: it.config, interim_results: true } })
    for (const sound of take.early.splice(0)) call.write({ audio_content: sound })
    if (take.closed) call.end()
  }
  const openTake = (utterance: Utterance): Take => {
    const take: Take = { utterance, call: undefined, early: [], bytes: 0, closed: false, later: [], finalMs: 0 }
    take.pause = setTimeout(() => closeTake(take), mostPauseMs)
    takes.push(take)
    own.taking = take
    begin(take).catch((error: unknown) => end(error instanceof PortFault ? error : faultOfCall(undefined, '')))
    return take
  }

  const framer = createFramer(tailBytes * framesOfMessage, (frame) => {
    const utterance = utterances.fed(frame.byteLength)
    const take = own.taking ?? openTake(utterance)
    const sound = Buffer.from(frame)
    take.pause?.refresh()
    take.bytes += sound.byteLength
    if (!take.call) take.early.push(sound)
    else take.call.write({ audio_content: sound })
    if (take.early.length + (take.call?.writableLength ?? 0) > mostUnsent)
      return end(new PortFault('Google does not keep up with the sound.', { retryable: true }))
    const ms = msOfBytes(format, take.bytes)
    if (ms >= it.streamMs && (ms >= it.streamMs + overtimeMs || isQuiet(sound.subarray(-tailBytes), format))) closeTake(take)
  })

  return {
    texts: heard.texts,
    feed(sound) {
      if (!heard.over) framer.push(sound)
    },
    endUtterance() {
      if (heard.over) return
      // Less than a sample is nothing.
      if (framer.waitingBytes >= bytesOfMs(format, 1)) framer.fill(format === 'mulaw-8k' ? muLawSilence : 0)
      else framer.reset()
      if (heard.over) return
      closeTake(own.taking)
      const utterance = utterances.end()
      if (utterance) finishWhenDone(utterance)
    },
    close: stop,
  }
}
