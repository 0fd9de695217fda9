import type { Language } from '@myna/contracts/page'
import type { ListenDown } from '@myna/contracts/voice'
import type { Log } from '@myna/kernel'
import type { RecognitionEngine, RecognitionStream } from '@myna/ports/recognition'
import type { SoundFormat } from '@myna/ports/sound'
import { bytesOfMs } from '@myna/sound/frames'
import { type Converter, createConverter } from '@myna/sound/converter'

/** Of an utterance so much is kept for another engine to hear, should this one fail. */
const keptMs = 60_000

export type ListenThrough = {
  /** Engines in the order they are tried. */
  engines: readonly RecognitionEngine[]
  languages: readonly Language[]
  format: SoundFormat
  phrases: readonly string[]
  signal: AbortSignal
  log: Log
  tell(message: ListenDown): void
  /** None of the engines can hear any more. */
  failed(error: unknown): void
}

type Hearing = { engine: RecognitionEngine; stream: RecognitionStream; converter: Converter }

/**
 * Listens through the first engine that can. When it fails the next one hears the utterance under way from its beginning, so that no word is lost. Feeding is
 * synchronous; sound that comes while engines change waits.
 */
export async function listenThrough(it: ListenThrough) {
  const waiting = it.engines.filter((engine) => engine.languages.some((language) => it.languages.includes(language)))
  const mostBytes = bytesOfMs(it.format, keptMs)
  let hearing: Hearing | undefined
  let kept: Uint8Array[] = []
  let keptBytes = 0
  /** The utterance was ended and its final text has not come. */
  let ended = false
  let expected: readonly string[] = []

  async function next(cause: unknown): Promise<void> {
    hearing = undefined
    while (waiting.length > 0) {
      const engine = waiting.shift()!
      try {
        if (!(await engine.available()).available) continue
        const format = engine.formats.includes(it.format) ? it.format : 'pcm-16k'
        const languages = it.languages.filter((language) => engine.languages.includes(language))
        const stream = await engine.listen({ languages, format, phrases: it.phrases }, it.signal)
        hearing = { engine, stream, converter: createConverter(it.format, format, { steady: true }) }
        it.tell({ type: 'engine', name: engine.name, languages: [...engine.languages] })
        if (expected.length > 0) stream.expect?.(expected)
        for (const piece of kept) hand(piece)
        if (ended) stream.endUtterance()
        void read(hearing)
        return
      } catch (error) {
        it.log.warn({ err: error, engine: engine.name }, 'an engine cannot listen')
        cause = error
      }
    }
    if (!it.signal.aborted) it.failed(cause)
  }

  async function read(mine: Hearing): Promise<void> {
    try {
      for await (const { text, final, language } of mine.stream.texts) {
        if (hearing !== mine) return
        it.tell({ type: 'text', text, final, language })
        if (final && ended) forget()
      }
      if (hearing === mine && !it.signal.aborted) throw new Error(`${mine.engine.name} hung up`)
    } catch (error) {
      if (hearing !== mine || it.signal.aborted) return
      it.log.warn({ err: error, engine: mine.engine.name }, 'an engine that listened failed')
      mine.stream.close()
      await next(error)
    }
  }

  function hand(piece: Uint8Array): void {
    if (!hearing) return
    const converted = hearing.converter.push(piece)
    if (converted.byteLength > 0) hearing.stream.feed(converted === piece ? piece : new Uint8Array(converted))
  }

  function forget(): void {
    kept = []
    keptBytes = 0
    ended = false
  }

  await next(undefined)
  return {
    feed(piece: Uint8Array): void {
      // Sound after an end belongs to the next utterance; the one before has had its time.
      if (ended) forget()
      if (keptBytes + piece.byteLength <= mostBytes) {
        kept.push(piece)
        keptBytes += piece.byteLength
      }
      hand(piece)
    },
    end(): void {
      ended = true
      hearing?.stream.endUtterance()
    },
    expect(phrases: readonly string[]): void {
      expected = phrases
      hearing?.stream.expect?.(phrases)
    },
    close(): void {
      hearing?.stream.close()
      hearing = undefined
    },
  }
}
