import { redact, understand as read } from '@myna/understanding'
import type { Handle } from '#context.ts'
import { zoneOf } from '#mind/hear.ts'

/** Tells what an utterance means, and how it would be kept. */
export const understand: Handle<'understand'> = async ({ text, reference, zone, country }, { clock }) => {
  const started = performance.now()
  const { language, intent, confidence, ranked, entities } = read(text, {
    reference: reference ? new Date(reference) : clock.now(),
    zone: zoneOf(zone),
    country,
  })
  return { language, intent, confidence, ranked: ranked.slice(0, 5), entities, redacted: redact(text).text, tookMs: performance.now() - started }
}
