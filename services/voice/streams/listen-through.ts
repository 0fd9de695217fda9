import type { Language } from '@myna/contracts/page'
import type { ListenDown } from '@myna/contracts/voice'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { SoundFormat } from '@myna/ports/sound'
import { bytesOfMs } from '@myna/sound/frames'
import type { Candidate, Desk } from '#dispatch/desk.ts'
import { troubleOf } from '#dispatch/trouble.ts'
import { type Hearing, openHearing } from '#streams/hearing.ts'

/** Of an utterance so much is kept for another engine to hear, should this one fail. */
const keptMs = 60_000
/** An engine that is preferred to the one that listens is looked for so long after an utterance. */
const reconsiderAfterMs = 60

export type ListenThrough = {
  /** The engines there are at the moment, most preferred first. */
  candidates(): readonly Candidate<RecognitionEngine>[] | Promise<readonly Candidate<RecognitionEngine>[]>
  desk: Pick<Desk, 'stateOf' | 'begin' | 'worked' | 'left' | 'failed'>
  languages: readonly Language[]
  format: SoundFormat
  phrases: readonly string[]
  signal: AbortSignal
  tell(message: ListenDown): void
  /** None of the engines can hear any more. */
  failed(error: unknown): void
}

/**
 * Listens through the first engine that can. When it fails, or its vendor is changed, the next one hears the utterance under way from its beginning, so that no word is lost;
 * after an utterance the most preferred one that can listens again. Feeding is synchronous; sound that comes while engines change waits.
 */
export async function listenThrough(it: ListenThrough) {
  const { desk } = it
  const mostBytes = bytesOfMs(it.format, keptMs)
  let hearing: Hearing | undefined
  let kept: Uint8Array[] = []
  let keptBytes = 0
  /** The utterance was ended and its final text has not come. */
  let ended = false
  let expected: readonly string[] = []
  /** Keys of engines that had their turn with this utterance. */
  const tried = new Set<string>()
  let isReconsidering = false
  let closed = false

  /** Those that know a language that may be spoken; first those that know the likeliest, last those that know expected words only or rest after failures. */
  async function inOrder(): Promise<Candidate<RecognitionEngine>[]> {
    const able = (await it.candidates()).filter(({ engine }) => it.languages.some((language) => engine.languages.includes(language)))
    const burden = (candidate: Candidate<RecognitionEngine>) =>
      (candidate.engine.languages.includes(it.languages[0]!) ? 0 : 1) + (desk.stateOf(candidate) === 'resting' ? 2 : 0) + (candidate.isGrammar ? 4 : 0)
    return able.toSorted((a, b) => burden(a) - burden(b))
  }

  /** An engine's ears; or why they cannot be opened, undefined when it is not there. */
  async function open(candidate: Candidate<RecognitionEngine>): Promise<{ opened: Hearing } | { opened: undefined; error: unknown }> {
    desk.begin(candidate)
    try {
      const opened = await openHearing(candidate, it)
      if (opened) return { opened }
      desk.left(candidate)
      return { opened, error: undefined }
    } catch (error) {
      if (it.signal.aborted) desk.left(candidate)
      else desk.failed(candidate, troubleOf(error))
      return { opened: undefined, error }
    }
  }

  async function next(cause: unknown): Promise<void> {
    hearing = undefined
    let error = cause
    for (;;) {
      const candidates = await inOrder().catch((trouble: unknown) => {
        error ??= trouble
        return []
      })
      const candidate = candidates.find(({ key }) => !tried.has(key))
      if (closed || it.signal.aborted) return
      if (!candidate) return it.failed(error)
      tried.add(candidate.key)
      const result = await open(candidate)
      if (result.opened && (closed || it.signal.aborted)) return result.opened.close()
      if (result.opened) return take(result.opened)
      error = result.error ?? error
    }
  }

  function take(mine: Hearing): void {
    hearing = mine
    const { candidate, stream } = mine
    it.tell({ type: 'engine', name: candidate.name, languages: [...candidate.engine.languages] })
    if (expected.length > 0) stream.expect?.(expected)
    for (const piece of kept) mine.hand(piece)
    if (ended) stream.endUtterance()
    candidate.leaving?.addEventListener('abort', () => leave(mine), { once: true })
    if (candidate.leaving?.aborted) leave(mine)
    else void read(mine)
  }

  /** The engine's vendor was changed or removed. */
  function leave(mine: Hearing): void {
    if (hearing !== mine) return
    desk.left(mine.candidate)
    mine.close()
    void next(undefined)
  }

  async function read(mine: Hearing): Promise<void> {
    const { candidate, stream } = mine
    try {
      for await (const { text, final, language } of stream.texts) {
        if (hearing !== mine) return
        it.tell({ type: 'text', text, final, language })
        if (final && ended) {
          forget()
          tried.clear()
          desk.worked(candidate)
          // What was just understood is answered first.
          setTimeout(() => void reconsider(), reconsiderAfterMs)
        }
      }
      if (hearing === mine && !it.signal.aborted) throw new Error(`${candidate.name} hung up`)
    } catch (error) {
      if (hearing !== mine || it.signal.aborted) return
      // Whoever breaks off while somebody speaks is left alone for a while.
      desk.failed(candidate, { ...troubleOf(error), weight: 3 })
      mine.close()
      tried.add(candidate.key)
      await next(error)
    }
  }

  /** Between utterances: goes back to an engine that is preferred to the one that listens, once it can. */
  async function reconsider(): Promise<void> {
    const mine = hearing
    if (isReconsidering || !mine || closed) return
    isReconsidering = true
    try {
      for (const candidate of await inOrder()) {
        if (candidate.key === mine.candidate.key || desk.stateOf(candidate) === 'resting') return
        const { opened } = await open(candidate)
        if (!opened) continue
        // What was said to its end is about to be understood by the one that heard it.
        if (closed || hearing !== mine || ended) {
          desk.left(candidate)
          return opened.close()
        }
        hearing = undefined
        mine.close()
        return take(opened)
      }
    } catch {
      // Who can hear is not known now: the one that listens goes on.
    } finally {
      isReconsidering = false
    }
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
      hearing?.hand(piece)
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
      closed = true
      hearing?.close()
      hearing = undefined
    },
  }
}
