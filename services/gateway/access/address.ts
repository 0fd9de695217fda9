import { isIPv4, isIPv6 } from 'node:net'

/** An address of the internet as a number: 32 bits for IPv4, 128 for IPv6. */
export type Address = { bits: 32; value: number } | { bits: 128; value: bigint }

const mappedPrefix = 0xffff_0000_0000n

/** Reads an address as requests carry it: without its zone, and IPv4 inside IPv6 (`::ffff:192.0.2.1`, RFC 4291, 2.5.5.2) as what it is. Undefined for what is none. */
export function readAddress(text: string): Address | undefined {
  const zone = text.indexOf('%')
  const plain = zone < 0 ? text : text.slice(0, zone)
  if (isIPv4(plain)) return { bits: 32, value: numberOfV4(plain) }
  if (!isIPv6(plain)) return undefined
  const value = numberOfV6(plain)
  return value >> 32n === mappedPrefix >> 32n ? { bits: 32, value: Number(value & 0xffff_ffffn) } : { bits: 128, value }
}

/** The address in the form people compare: IPv6 in small letters with the longest run of zeros left out (RFC 5952). */
export function writeAddress(address: Address): string {
  if (address.bits === 32) return [24, 16, 8, 0].map((shift) => (address.value >>> shift) & 255).join('.')
  const groups = Array.from({ length: 8 }, (_, at) => Number((address.value >> BigInt(112 - 16 * at)) & 0xffffn))
  let [from, length] = [-1, 1]
  for (let at = 0; at < 8; at++) {
    let end = at
    while (end < 8 && groups[end] === 0) end++
    if (end - at > length) [from, length] = [at, end - at]
  }
  const hex = (some: readonly number[]) => some.map((it) => it.toString(16)).join(':')
  return from < 0 ? hex(groups) : `${hex(groups.slice(0, from))}::${hex(groups.slice(from + length))}`
}

/** Who is counted as one: an IPv4 address, or the /64 that one IPv6 customer has to himself and may rotate in. */
export function networkOf(text: string): string {
  const address = readAddress(text)
  if (!address) return 'nowhere'
  if (address.bits === 32) return text.includes(':') ? writeAddress(address) : text
  return `${(address.value >> 64n).toString(16)}/64`
}

function numberOfV4(text: string): number {
  let value = 0
  for (const part of text.split('.')) value = value * 256 + Number(part)
  return value
}

function numberOfV6(text: string): bigint {
  const v4At = text.includes('.') ? text.lastIndexOf(':') + 1 : -1
  const v4 = v4At < 0 ? undefined : numberOfV4(text.slice(v4At))
  const hex = v4 === undefined ? text : `${text.slice(0, v4At)}${(v4 >>> 16).toString(16)}:${(v4 & 0xffff).toString(16)}`
  const [left = '', right] = hex.split('::')
  const head = left === '' ? [] : left.split(':')
  const tail = right === undefined || right === '' ? [] : right.split(':')
  const groups = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail]
  return groups.reduce((value, group) => (value << 16n) | BigInt(Number.parseInt(group, 16)), 0n)
}
