import type { Language } from '@myna/contracts/page'
import { PortFault } from '@myna/ports/fault'
import type { RecognitionEngine, RecognitionStream } from '@myna/ports/recognition'
import type { SoundFormat } from '@myna/ports/sound'
import { type Converter, createConverter } from '@myna/sound/converter'
import type { Candidate } from '#dispatch/desk.ts'

/** So long an engine may take to open its ears while sound is kept for it. */
const openMs = 9_000

/** What is listened to. */
export type Heard = { languages: readonly Language[]; format: SoundFormat; phrases: readonly string[]; signal: AbortSignal }

/** An engine that listens, fed with sound in whatever format came. */
export type Hearing = {
  candidate: Candidate<RecognitionEngine>
  stream: RecognitionStream
  /** Brings sound into the engine's format. */
  hand(piece: Uint8Array): void
  /** Lets the engine go. Safe to call again. */
  close(): void
}

/** Opens the ears of an engine; undefined when it is not there. Throws what it fails with, a `PortFault` when it takes too long. */
export async function openHearing(candidate: Candidate<RecognitionEngine>, it: Heard): Promise<Hearing | undefined> {
  const { engine } = candidate
  const own = new AbortController()
  const signal = AbortSignal.any([it.signal, own.signal])
  const release = candidate.hold()
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new PortFault(`${candidate.name} did not begin to listen in time.`, { retryable: true })), openMs)
  const gone = () => late.reject(it.signal.reason)
  it.signal.addEventListener('abort', gone, { once: true })
  if (it.signal.aborted) gone()
  const open = async (): Promise<Hearing | undefined> => {
    if (!(await engine.available()).available) return undefined
    const format = engine.formats.includes(it.format) ? it.format : 'pcm-16k'
    const languages = it.languages.filter((language) => engine.languages.includes(language))
    const stream = await engine.listen({ languages, format, phrases: it.phrases }, signal)
    const converter = createConverter(it.format, format, { steady: true })
    return { candidate, stream, hand: (piece) => hand(stream, converter, piece), close: () => (own.abort(), stream.close(), release()) }
  }
  const opening = open()
  try {
    const hearing = await Promise.race([opening, late.promise])
    if (!hearing) release()
    return hearing
  } catch (error) {
    own.abort()
    release()
    // It may open yet, for nobody.
    opening.then(
      (hearing) => hearing?.close(),
      () => {},
    )
    throw error
  } finally {
    clearTimeout(timer)
    it.signal.removeEventListener('abort', gone)
  }
}

function hand(stream: RecognitionStream, converter: Converter, piece: Uint8Array): void {
  const converted = converter.push(piece)
  if (converted.byteLength > 0) stream.feed(converted === piece ? piece : new Uint8Array(converted))
}
