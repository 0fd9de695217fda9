import type { EndedSpan, SpanSink } from '@myna/ports/traces'

/** Keeps ended spans for a test to look at. */
export function createSpanList(): SpanSink & { spans: EndedSpan[] } {
  const spans: EndedSpan[] = []
  return { spans, take: (span) => void spans.push(span), counts: () => ({ sent: spans.length, dropped: 0 }), close: async () => {} }
}
