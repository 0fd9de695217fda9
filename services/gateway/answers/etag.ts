import { hash } from 'node:crypto'

/** A strong tag over the bytes of an answer (RFC 9110, section 8.8.3), without the quotes: 128 bits of SHA-256. */
export function tagOf(body: Uint8Array | string): string {
  return hash('sha256', body, 'base64url').slice(0, 22)
}

/** The tag of one coding of an answer: other bytes, another tag. */
export function etagOf(tag: string, coding: string | undefined): string {
  return coding === undefined ? `"${tag}"` : `"${tag}-${coding}"`
}

/** Whether one of the tags in `If-None-Match` is of this answer, in whichever coding. */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((it) => /^\s*(?:W\/)?"([\w-]{22})(?:-(?:br|gzip))?"\s*$/.exec(it)?.[1] === tag)
}
