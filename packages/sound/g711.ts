/*
 * ITU-T Recommendation G.711 (1988), pulse code modulation of voice frequencies, by tables: a code of either law decodes to 16-bit PCM (14-bit
 * values of μ-law and 13-bit values of A-law, moved to the top), and each 16-bit sample has its code.
 */

/** Silence in μ-law. */
export const muLawSilence = 0xff
/** Silence in A-law. */
export const aLawSilence = 0xd5

const muLawValues = Int16Array.from({ length: 256 }, (_, code) => muLawValue(code))
const aLawValues = Int16Array.from({ length: 256 }, (_, code) => aLawValue(code))
const muLawCodes = Uint8Array.from({ length: 65_536 }, (_, sample) => muLawCode((sample << 16) >> 16))
const aLawCodes = Uint8Array.from({ length: 65_536 }, (_, sample) => aLawCode((sample << 16) >> 16))

/** μ-law to PCM; gives how many samples it wrote: as many as both have room for, at most `length`. */
export function muLawToPcm(from: Uint8Array, to: Int16Array, length = from.length): number {
  return decode(muLawValues, from, to, length)
}

/** PCM to μ-law; gives how many bytes it wrote. */
export function pcmToMuLaw(from: Int16Array, to: Uint8Array, length = from.length): number {
  return encode(muLawCodes, from, to, length)
}

/** A-law to PCM; gives how many samples it wrote. */
export function aLawToPcm(from: Uint8Array, to: Int16Array, length = from.length): number {
  return decode(aLawValues, from, to, length)
}

/** PCM to A-law; gives how many bytes it wrote. */
export function pcmToALaw(from: Int16Array, to: Uint8Array, length = from.length): number {
  return encode(aLawCodes, from, to, length)
}

function decode(values: Int16Array, from: Uint8Array, to: Int16Array, length: number): number {
  const count = Math.max(0, Math.min(length, from.length, to.length))
  for (let index = 0; index < count; index++) to[index] = values[from[index]!]!
  return count
}

function encode(codes: Uint8Array, from: Int16Array, to: Uint8Array, length: number): number {
  const count = Math.max(0, Math.min(length, from.length, to.length))
  for (let index = 0; index < count; index++) to[index] = codes[from[index]! & 0xffff]!
  return count
}

/** Sign bit, three bits of segment, four of step, all inverted; the segments double from 8 units up, moved by 132 (table 2a of G.711, × 4). */
function muLawValue(code: number): number {
  const plain = ~code & 0xff
  const value = ((((plain & 15) << 3) + 132) << ((plain >> 4) & 7)) - 132
  return plain & 0x80 ? -value : value
}

function muLawCode(sample: number): number {
  const size = Math.min(Math.abs(sample), 32_635) + 132
  const segment = 24 - Math.clz32(size)
  return ~((sample < 0 ? 0x80 : 0) | (segment << 4) | ((size >> (segment + 3)) & 15)) & 0xff
}

/** Sign bit, three bits of segment, four of step, the even bits inverted; the lowest two segments are equally fine (table 1a of G.711, × 8). */
function aLawValue(code: number): number {
  const plain = code ^ 0x55
  const segment = (plain >> 4) & 7
  const step = ((plain & 15) << 4) + 8
  const value = segment === 0 ? step : (step + 256) << (segment - 1)
  return plain & 0x80 ? value : -value
}

function aLawCode(sample: number): number {
  const size = sample < 0 ? ~sample : sample
  const segment = size < 256 ? 0 : 24 - Math.clz32(size)
  return ((sample < 0 ? 0 : 0x80) | (segment << 4) | ((size >> (segment === 0 ? 4 : segment + 3)) & 15)) ^ 0x55
}
