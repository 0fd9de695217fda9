import type { Answers, Kept } from '#answers/answers.ts'
import { type Coding, codingOf, compressedFrom, mayCompress } from '#answers/compression.ts'
import { etagOf, isKnown } from '#answers/etag.ts'
import type { Exchange } from '#edge/exchange.ts'

/** Where an answer came from, in the words of `Cache-Status` (RFC 9211). */
export type Provenance = 'hit' | 'stale' | 'joined' | 'stored'

/** The coding in which a kept answer leaves. */
export function codingFor(exchange: Exchange, kept: Kept): Coding | undefined {
  if (kept.body.length < compressedFrom || !mayCompress(exchange.headers, exchange.service)) return undefined
  return codingOf(exchange.headers['accept-encoding'])
}

/** Headers of a kept answer, besides its length. A browser keeps it too, and asks each time whether it has changed. */
export function keptHeaders(kept: Kept, coding: Coding | undefined, provenance: Provenance): Record<string, string> {
  const ageSeconds = Math.floor((Date.now() - kept.at) / 1000)
  return {
    'content-type': kept.type,
    etag: etagOf(kept.tag, coding),
    'cache-control': 'private, no-cache',
    'cache-status': statusOf(kept, provenance),
    ...(kept.body.length < compressedFrom ? {} : { vary: 'accept-encoding' }),
    ...(coding ? { 'content-encoding': coding } : {}),
    ...(provenance === 'hit' || provenance === 'stale' ? { age: String(ageSeconds) } : {}),
    // Programs that look for it know it from RFC 7234, section 5.5.1.
    ...(provenance === 'stale' ? { warning: '110 myna "Response is Stale"' } : {}),
  }
}

/** Whether the asker holds this very answer already. */
export function holds(exchange: Exchange, kept: Kept): boolean {
  return isKnown(exchange.headers['if-none-match'], kept.tag)
}

/** Answers from what is kept; tells the status, 499 when nobody was there any more. */
export async function giveKept(
  exchange: Exchange,
  answers: Answers,
  kept: Kept,
  provenance: Provenance,
  more: Readonly<Record<string, string>>,
): Promise<number> {
  const coding = codingFor(exchange, kept)
  const body = coding ? await answers.coded(kept, coding) : kept.body
  if (exchange.isGone) return 499
  const isKnownThere = holds(exchange, kept)
  const headers: Record<string, string> = { ...more, 'x-request-id': exchange.traceId, ...keptHeaders(kept, coding, provenance) }
  if (isKnownThere) {
    delete headers['content-type']
    delete headers['content-encoding']
  } else headers['content-length'] = String(body.length)
  if (exchange.door.draining) headers.connection = 'close'
  const fields = [...exchange.added]
  for (const name in headers) fields.push(name, headers[name]!)
  if (!isKnownThere) exchange.bytes = body.length
  exchange.answer(isKnownThere ? 304 : 200, fields, isKnownThere ? undefined : body)
  return isKnownThere ? 304 : 200
}

function statusOf({ freshUntil }: Kept, provenance: Provenance): string {
  const ttl = Math.ceil((freshUntil - Date.now()) / 1000)
  if (provenance === 'hit') return `Myna; hit; ttl=${ttl}`
  if (provenance === 'stale') return `Myna; hit; ttl=${ttl}; detail=stale-if-error`
  return provenance === 'joined' ? 'Myna; fwd=miss; collapsed' : 'Myna; fwd=miss; stored'
}
