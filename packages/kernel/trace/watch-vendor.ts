import type { RequestEnd, WatchRequest } from '@myna/ports/vendor-watch'
import type { Metrics, VendorKind, VendorOutcome } from '#metrics.ts'
import { currentSpan } from '#trace/span.ts'

/** Counts requests to vendors of a kind, and makes them part of the trace they belong to. Neither tells an address: tenants choose those. */
export function watchVendor(metrics: Metrics, kind: VendorKind): WatchRequest {
  return () => {
    const began = performance.now()
    const span = currentSpan()?.child(`vendor ${kind}`, { kind: 'client', attributes: { 'myna.vendor.kind': kind } })
    return (end) => {
      metrics.noteVendor(kind, outcomeOf(end), (performance.now() - began) / 1000)
      if (!span) return
      if ('status' in end) span.set('http.response.status_code', end.status)
      else span.fail(end.error)
      span.end()
    }
  }
}

function outcomeOf(end: RequestEnd): VendorOutcome {
  if ('status' in end) return end.status === 429 ? '429' : (`${Math.min(5, Math.max(1, Math.floor(end.status / 100)))}xx` as VendorOutcome)
  for (let at: unknown = end.error, steps = 0; at instanceof Error && steps < 5; at = at.cause, steps++) {
    const { trouble } = at as { trouble?: string }
    if (trouble === 'private_address' || trouble === 'bad_address') return 'refused'
    if (trouble === 'timeout' || at.name === 'TimeoutError' || /Timeout/.test(at.name)) return 'timeout'
    if (trouble === 'cancelled' || at.name === 'AbortError') return 'cancelled'
  }
  return 'unreachable'
}
