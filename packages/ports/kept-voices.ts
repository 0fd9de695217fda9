import { PortFault } from './fault.ts'
import { orAborted } from './or-aborted.ts'
import { type Refusal, VendorRefusal } from './vendor-fault.ts'
import type { SpeechLanguage, SpeechVoice } from './speech.ts'

/** The voices of one vendor, asked for once and kept. */
export type KeptVoices<V extends SpeechVoice> = {
  available(): Promise<{ available: boolean; sentence: string }>
  /** None when they cannot be had; `available` says why. */
  voices(): Promise<SpeechVoice[]>
  /** Rejects with `PortFault` when the voices cannot be had, or none has this id, and with the reason of `signal` once that is aborted. */
  voiceOf(id: string, signal: AbortSignal): Promise<V>
  /** Hands on what is spoken; a refused key or an empty account it fails with makes the engine unavailable for a while. */
  watched(sound: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  close(): void
}

/** Refusals that meet every voice. */
const forAll: readonly Refusal[] = ['key', 'credit', 'permission']
const names: Record<SpeechLanguage, string> = { en: 'English', hi: 'Hindi', hinglish: 'Hinglish', bn: 'Bengali' }

/**
 * Keeps what `load` gives for `freshMs` (5 minutes). An older list is still given while a new one is on its way, and while the vendor fails; only a refusal, which is
 * no passing failure, empties it. After a failure the vendor is asked again when `retryMs` (30 s), or what it asks to wait, are over. Many who ask at once are one request.
 */
export function createKeptVoices<V extends SpeechVoice>(it: {
  vendor: string
  load: (signal: AbortSignal) => Promise<V[]>
  freshMs?: number | undefined
  retryMs?: number | undefined
  now?: (() => number) | undefined
}): KeptVoices<V> {
  const { vendor, freshMs = 300_000, retryMs = 30_000, now = Date.now } = it
  const closed = new AbortController()
  let kept: V[] | undefined
  let failure: PortFault | undefined
  let until = 0
  let loading: Promise<void> | undefined

  const fail = (fault: PortFault) => {
    failure = fault
    until = now() + Math.min(freshMs, Math.max(retryMs, fault.retryAfterMs ?? 0))
    if (!fault.retryable) kept = undefined
  }
  const refresh = async () => {
    try {
      kept = await it.load(closed.signal)
      failure = kept.length === 0 ? new PortFault(`${vendor} has no voice for English, Hindi, Hinglish or Bengali here.`, { retryable: false }) : undefined
      until = now() + freshMs
    } catch (error) {
      fail(error instanceof PortFault ? error : new PortFault(`The voices of ${vendor} could not be read.`, { retryable: true }))
    } finally {
      loading = undefined
    }
  }
  const list = async (): Promise<V[]> => {
    if (closed.signal.aborted) throw new PortFault(`${vendor} was closed.`, { retryable: false })
    if (now() >= until) loading ??= refresh()
    // Who speaks must not wait for a list that is nearly the same.
    if (!kept && loading) await loading
    if (!kept || kept.length === 0) throw failure ?? new PortFault(`${vendor} was closed.`, { retryable: false })
    return kept
  }

  return {
    async available() {
      try {
        const voices = await list()
        const languages = new Intl.ListFormat('en').format([...new Set(voices.map((voice) => names[voice.language]))])
        return { available: true, sentence: `${vendor} speaks ${languages}.` }
      } catch (error) {
        return { available: false, sentence: (error as Error).message }
      }
    },
    voices: () =>
      list().then(
        (voices) => voices.map(({ id, name, language, gender }) => ({ id, name, language, gender })),
        () => [],
      ),
    async voiceOf(id, signal) {
      const voice = (await orAborted(list(), signal)).find((each) => each.id === id)
      if (!voice) throw new PortFault(`${vendor} has no voice "${id.slice(0, 80)}".`, { retryable: false })
      return voice
    },
    async *watched(sound) {
      try {
        yield* sound
      } catch (error) {
        if (error instanceof VendorRefusal && forAll.includes(error.refusal)) fail(error)
        throw error
      }
    },
    close: () => closed.abort(),
  }
}
