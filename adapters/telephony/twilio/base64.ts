/** Value of each character of base64 (RFC 4648, section 4), 64 and above for all others. */
const values = new Uint8Array(256).fill(64)
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
for (let value = 0; value < 64; value++) values[alphabet.charCodeAt(value)] = value

/** Two characters for each three bits more than a byte: twelve bits make two characters, written as one 16-bit step. */
const pairs = new Uint8Array(8_192)
for (let bits = 0; bits < 4_096; bits++) {
  pairs[bits * 2] = alphabet.charCodeAt(bits >> 6)
  pairs[bits * 2 + 1] = alphabet.charCodeAt(bits & 63)
}
const padding = 0x3d

/**
 * Decodes base64 between two places of `from` into `to`; gives how many bytes it wrote, or −1 when the text is no base64 with its padding or `to`
 * is too small. Nothing is allocated.
 */
export function decodeBase64(from: Uint8Array, start: number, end: number, to: Uint8Array): number {
  let length = end - start
  if (length === 0) return 0
  if (length < 0 || length % 4 !== 0) return -1
  const padded = from[end - 1] !== padding ? 0 : from[end - 2] !== padding ? 1 : 2
  length = (length / 4) * 3 - padded
  if (length > to.length) return -1
  let bad = 0
  let at = start
  let into = 0
  for (const last = padded === 0 ? end : end - 4; at < last; at += 4) {
    const a = values[from[at]!]!
    const b = values[from[at + 1]!]!
    const c = values[from[at + 2]!]!
    const d = values[from[at + 3]!]!
    bad |= a | b | c | d
    to[into++] = (a << 2) | (b >> 4)
    to[into++] = (b << 4) | (c >> 2)
    to[into++] = (c << 6) | d
  }
  if (padded > 0) {
    const a = values[from[at]!]!
    const b = values[from[at + 1]!]!
    const c = padded === 1 ? values[from[at + 2]!]! : 0
    bad |= a | b | c
    to[into++] = (a << 2) | (b >> 4)
    if (padded === 1) to[into++] = (b << 4) | (c >> 2)
  }
  return (bad & 64) === 0 ? into : -1
}

/** Bytes that so many bytes take in base64. */
export const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4

/** Writes bytes as base64 into `to` from `at` on, which must have room for `base64Length` bytes; gives the place after the last. */
export function encodeBase64(bytes: Uint8Array, to: Uint8Array, at: number): number {
  const whole = bytes.length - (bytes.length % 3)
  for (let from = 0; from < whole; from += 3) {
    const first = ((bytes[from]! << 4) | (bytes[from + 1]! >> 4)) << 1
    const second = (((bytes[from + 1]! & 15) << 8) | bytes[from + 2]!) << 1
    to[at] = pairs[first]!
    to[at + 1] = pairs[first + 1]!
    to[at + 2] = pairs[second]!
    to[at + 3] = pairs[second + 1]!
    at += 4
  }
  if (whole === bytes.length) return at
  const isTwo = bytes.length - whole === 2
  const first = ((bytes[whole]! << 4) | (isTwo ? bytes[whole + 1]! >> 4 : 0)) << 1
  to[at] = pairs[first]!
  to[at + 1] = pairs[first + 1]!
  to[at + 2] = isTwo ? alphabet.charCodeAt((bytes[whole + 1]! & 15) << 2) : padding
  to[at + 3] = padding
  return at + 4
}
