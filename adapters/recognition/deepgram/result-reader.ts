import { PortFault } from '@myna/ports/fault'
import { languageOfWriting } from '@myna/ports/language-of-writing'
import type { SpeechLanguage } from '@myna/ports/speech'
import type { Utterance, Utterances } from '@myna/ports/utterances'
import type { VendorMessage } from '@myna/ports/vendor-talk'

/** Places in the sound closer than this are the same. */
const nearMs = 30

type Result = { startMs: number; endMs: number; final: boolean; finalized: boolean; text: string; confidence: number | undefined; languages: string[] }

/**
 * Reads `Results` (https://developers.deepgram.com/reference/speech-to-text/listen-streaming). Each tells which stretch of the sound it is about, counted from the first byte:
 * so a result finds its utterance however late it is, and one that comes twice is known by it.
 */
export function createResultReader(languages: readonly [SpeechLanguage, ...SpeechLanguage[]], bytesPerSecond: number) {
  const msOf = (bytes: number) => (bytes * 1000) / bytesPerSecond
  /** Up to here results are final, and up to here utterances have their final text. */
  let finalUntilMs = 0
  let doneUntilMs = 0

  function read(message: VendorMessage, utterances: Utterances): PortFault | undefined {
    const result = resultOf(message)
    if (!result) return new PortFault('Deepgram gave a result that is none.', { retryable: true })
    const utterance = utteranceOf(result, utterances)
    if (!utterance) return undefined
    const language = languageOf(result.languages, languages) ?? languageOfWriting(result.text, languages)
    if (!result.final) {
      if (result.startMs >= finalUntilMs - nearMs) utterances.interim(utterance, result.text, language)
      return undefined
    }
    if (result.endMs > finalUntilMs + nearMs) {
      finalUntilMs = result.endMs
      utterances.segment(utterance, { text: result.text, confidence: result.confidence, language })
    }
    const endMs = utterance.to === undefined ? Infinity : msOf(utterance.to)
    if (utterance.to !== undefined && ((result.finalized && result.endMs > msOf(utterance.from) + nearMs) || finalUntilMs >= endMs - nearMs)) {
      doneUntilMs = endMs
      utterances.finish(utterance)
    }
    return undefined
  }

  return {
    result: read,
    /** How much of an utterance that is over has no final result yet. */
    openMs: (utterance: Utterance) => msOf(utterance.to!) - Math.max(msOf(utterance.from), finalUntilMs),
  }

  /** A result lies within its utterance; at the border, where an empty one may lie, it belongs to the earlier. */
  function utteranceOf(result: Result, { waiting }: Utterances): Utterance | undefined {
    const middleMs = (result.startMs + result.endMs) / 2
    if (middleMs < doneUntilMs - nearMs) return undefined
    return waiting.find((it) => !it.done && middleMs >= msOf(it.from) - nearMs && (it.to === undefined || middleMs <= msOf(it.to) + nearMs))
  }
}

function resultOf(message: VendorMessage): Result | undefined {
  const { start, duration, channel } = message as { start?: unknown; duration?: unknown; channel?: { alternatives?: unknown } }
  const alternatives = channel?.alternatives
  if (typeof start !== 'number' || typeof duration !== 'number' || !Array.isArray(alternatives)) return undefined
  const best = (alternatives[0] ?? {}) as { transcript?: unknown; confidence?: unknown; languages?: unknown }
  return {
    startMs: start * 1000,
    endMs: (start + duration) * 1000,
    final: message['is_final'] === true,
    finalized: message['from_finalize'] === true,
    text: typeof best.transcript === 'string' ? best.transcript : '',
    confidence: typeof best.confidence === 'number' ? best.confidence : undefined,
    languages: Array.isArray(best.languages) ? best.languages.filter((it) => typeof it === 'string') : [],
  }
}

/** What Deepgram heard, in order of how much of it, among what may be spoken; English and Hindi together are Hinglish where that may be. */
function languageOf(heard: readonly string[], asked: readonly SpeechLanguage[]): SpeechLanguage | undefined {
  const plain = heard.map((it) => it.split('-')[0])
  if (asked.includes('hinglish') && plain.includes('hi') && (plain.includes('en') || !asked.includes('hi'))) return 'hinglish'
  return asked.find((it) => it === plain[0])
}
