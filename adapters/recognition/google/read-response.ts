import type { PortFault } from '@myna/ports/fault'
import type { SpeechLanguage } from '@myna/ports/speech'
import type { Utterance, Utterances } from '@myna/ports/utterances'
import { faultOfCall } from '#fault-of-call.ts'
import type { StreamingResponse } from '#speech-service.ts'

/**
 * Reads an answer: at most one result is final, those after it are not and together are what follows. Each final result tells where in the stream it ends, so one that comes twice is
 * known. `take.finalMs` is moved on.
 */
export function readResponse(
  response: StreamingResponse,
  take: { readonly utterance: Utterance; finalMs: number },
  utterances: Utterances,
  languages: readonly SpeechLanguage[],
): PortFault | undefined {
  const code = response.error?.code ?? 0
  if (code !== 0) return faultOfCall(code, response.error?.message ?? '')
  const open: string[] = []
  let language: SpeechLanguage | undefined
  for (const result of response.results ?? []) {
    const best = result.alternatives?.[0]
    const text = best?.transcript ?? ''
    language = languages.find((it) => it === result.language_code?.split('-')[0]) ?? language
    if (result.is_final !== true) {
      open.push(text.trim())
      continue
    }
    const { seconds = 0, nanos = 0 } = result.result_end_time ?? {}
    const endMs = seconds * 1000 + nanos / 1e6
    if (endMs > 0 && endMs <= take.finalMs) continue
    take.finalMs = Math.max(take.finalMs, endMs)
    // Zero means that it does not say how sure it is.
    utterances.segment(take.utterance, { text, language, confidence: best?.confidence || undefined })
  }
  if (open.length > 0) utterances.interim(take.utterance, open.join(' '), language)
  return undefined
}
