import { PortFault } from './fault.ts'
import type { HeardTexts } from './heard-texts.ts'
import type { SpeechLanguage } from './speech.ts'

/** A stretch of sound that one final text is owed for. Places are in bytes since the listening began. */
export type Utterance = {
  readonly from: number
  /** Undefined while it is being spoken. */
  to: number | undefined
  /** Pieces of its text that do not change any more, in order. */
  readonly segments: string[]
  /** What follows them, as far as it is understood now. */
  interim: string
  done: boolean
}

export type Segment = { text: string; language?: SpeechLanguage | undefined; confidence?: number | undefined }

/** Keeps which text belongs to which utterance, and says one final text for each, in order, whatever a vendor does. */
export type Utterances = {
  /** Those without a final text, earliest first; the last is being spoken unless it has an end. */
  readonly waiting: readonly Utterance[]
  /** Bytes fed since the listening began. */
  readonly bytes: number
  /** Sound was fed; gives the utterance it belongs to. */
  fed(bytes: number): Utterance
  /** The utterance being spoken is over. Undefined when it had no sound: its final text is empty and the vendor need not be asked. */
  end(): Utterance | undefined
  interim(of: Utterance, text: string, language?: SpeechLanguage): void
  segment(of: Utterance, it: Segment): void
  /** The vendor has given all of it. */
  finish(of: Utterance): void
  /** It is waited for no longer than this. */
  hurry(of: Utterance, ms: number): void
  /** The vendor gave a sign of life. */
  alive(): void
  close(): void
}

/** How long a vendor may take after the end of an utterance, in milliseconds. */
export type UtterancePatience = {
  /** What is understood by then becomes the final text; 3 s. */
  lateMs?: number | undefined
  /** A vendor that gave no sign of life by then cannot hear any more; otherwise the text is empty; 8 s. */
  stallMs?: number | undefined
}

/** More text than this for one utterance is not speech. */
const maxCharacters = 50_000

/** `lost` is called with the fault when the vendor is silent for too long. */
export function createUtterances(it: {
  vendor: string
  heard: HeardTexts
  language: SpeechLanguage
  patience: UtterancePatience | undefined
  /** Less sound than this may go without an answer, in bytes: it had no speech. */
  mayIgnoreBytes: number | undefined
  lost(fault: PortFault): void
}): Utterances {
  const waiting: (Utterance & { language: SpeechLanguage; confidence: number | undefined; weight: number; timer?: NodeJS.Timeout })[] = []
  let bytes = 0
  let signs = 0
  const stallMs = it.patience?.stallMs ?? 8_000
  const lateMs = Math.min(it.patience?.lateMs ?? 3_000, stallMs)
  const own = (of: Utterance) => waiting.find((utterance) => utterance === of && !utterance.done)

  const textOf = (of: Utterance) => [...of.segments, of.interim].filter((text) => text !== '').join(' ')
  const begin = () => {
    const utterance = { from: bytes, to: undefined, segments: [], interim: '', done: false, language: it.language, confidence: undefined, weight: 0 }
    waiting.push(utterance)
    return utterance
  }
  const current = () => {
    const last = waiting.at(-1)
    return last && last.to === undefined ? last : begin()
  }
  const flush = () => {
    for (let first = waiting[0]; first?.done; first = waiting[0]) {
      waiting.shift()
      clearTimeout(first.timer)
      const { language, confidence } = first
      it.heard.say({ text: textOf(first), final: true, language, ...(confidence === undefined ? {} : { confidence }) })
    }
  }
  const sayInterim = (of: Utterance & { language: SpeechLanguage }) => {
    const text = textOf(of)
    if (waiting[0] === of && text !== '') it.heard.say({ text, final: false, language: of.language })
  }
  const watch = (of: (typeof waiting)[number]) => {
    const before = signs
    const late = () => {
      if (textOf(of) !== '' || (of.to ?? bytes) - of.from < (it.mayIgnoreBytes ?? 0)) return finish(of)
      of.timer = setTimeout(stalled, stallMs - lateMs)
    }
    const stalled = () => {
      if (signs > before) finish(of)
      else it.lost(new PortFault(`${it.vendor} gave no sign of life for ${stallMs / 1000} seconds after somebody spoke.`, { retryable: true }))
    }
    of.timer = setTimeout(late, lateMs)
  }
  const finish = (of: Utterance) => {
    const before = waiting[0]
    of.done = true
    flush()
    // What is understood of the next was held back until now.
    if (waiting[0] && waiting[0] !== before) sayInterim(waiting[0])
  }

  return {
    waiting,
    get bytes() {
      return bytes
    },
    fed(more) {
      const utterance = current()
      bytes += more
      return utterance
    },
    end() {
      const utterance = current()
      utterance.to = bytes
      if (utterance.from === bytes) {
        finish(utterance)
        return undefined
      }
      watch(utterance)
      return utterance
    },
    interim(of, text, language) {
      const utterance = own(of)
      if (!utterance || text.length > maxCharacters) return
      utterance.interim = text.trim()
      if (language) utterance.language = language
      sayInterim(utterance)
    },
    segment(of, { text, language, confidence }) {
      const utterance = own(of)
      if (!utterance) return
      utterance.interim = ''
      const plain = text.trim()
      if (plain === '' || plain.length + textOf(utterance).length > maxCharacters) return
      utterance.segments.push(plain)
      if (language) utterance.language = language
      if (confidence !== undefined) {
        const weight = utterance.weight + plain.length
        utterance.confidence = ((utterance.confidence ?? 0) * utterance.weight + Math.min(1, Math.max(0, confidence)) * plain.length) / weight
        utterance.weight = weight
      }
      sayInterim(utterance)
    },
    finish(of) {
      if (own(of)) finish(of)
    },
    hurry(of, ms) {
      const utterance = own(of)
      if (!utterance) return
      clearTimeout(utterance.timer)
      utterance.timer = setTimeout(() => finish(utterance), ms)
    },
    alive: () => void signs++,
    close() {
      for (const utterance of waiting) clearTimeout(utterance.timer)
      waiting.length = 0
    },
  }
}
