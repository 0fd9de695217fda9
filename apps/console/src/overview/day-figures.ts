import type { Call, CallReport, CallTurn } from '#api/shapes.ts'

/** What a call that is over is judged by. */
export type Judged = { turns: Pick<CallTurn, 'speaker' | 'latency'>[]; report: Pick<CallReport, 'disposition'> | null }

/** Calls of a day in figures; `minutes` counts each begun call as long as it lasted, `answered` those in which an agent and a caller spoke. */
export function dayFigures(calls: readonly Call[], midnight: number) {
  const today = calls.filter((it) => Date.parse(it.startedAt) >= midnight)
  const over = today.filter((it) => it.endedAt !== null)
  return {
    calls: today.length,
    minutes: over.reduce((sum, it) => sum + (it.durationMs ?? 0), 0) / 60_000,
    answered: over.length === 0 ? undefined : over.filter((it) => (it.durationMs ?? 0) > 0 && it.turnCount > 1).length / over.length,
  }
}

/** Of calls that are over: the share that no person was needed for, and the median time until an agent answered. */
export function callQuality(calls: readonly Judged[]): { alone: number | undefined; latencyMs: number | undefined } {
  const reported = calls.filter((it) => it.report && !['not-connected', 'voicemail', 'no-speech'].includes(it.report.disposition))
  const waits = calls
    .flatMap((it) => it.turns)
    .flatMap(({ speaker, latency }) =>
      speaker === 'agent' && latency && latency.answerMs !== null ? [(latency.endOfSpeechMs ?? 0) + latency.answerMs + (latency.firstAudioMs ?? 0)] : [],
    )
    .sort((a, b) => a - b)
  return {
    alone: reported.length === 0 ? undefined : reported.filter((it) => it.report!.disposition !== 'transferred').length / reported.length,
    latencyMs: waits[Math.floor(waits.length / 2)],
  }
}
