import { type Address, readAddress, writeAddress } from '#access/address.ts'

/** Addresses from first to last, both included. `text` is the range as it is written. */
export type AddressSpan = { text: string } & ({ bits: 32; first: number; last: number } | { bits: 128; first: bigint; last: bigint })

/** Reads a range in CIDR (RFC 4632, RFC 4291), or a single address; answers a sentence when it is none. Bits behind the prefix are cut off. */
export function readRange(text: string): AddressSpan | string {
  if (text.includes('%')) return 'A zone, the part after %, means nothing outside its own machine.'
  const [address = '', length, ...more] = text.split('/')
  const read = readAddress(address)
  if (!read || more.length > 0) return 'This is neither an address nor a range such as 203.0.113.0/24 or 2001:db8::/32.'
  const written = address.includes(':') ? 128 : 32
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return 'The number after / is missing.'
  const given = length === undefined ? written : Number(length)
  if (given > written) return `The number after / is at most ${written}.`
  // IPv4 inside IPv6 is IPv4: its first 96 bits are always the same.
  const prefix = written === 128 && read.bits === 32 ? given - 96 : given
  if (prefix < 0) return 'A range of IPv4 inside IPv6 has a number of at least 96 after /.'
  return spanOf(read, prefix)
}

function spanOf(address: Address, prefix: number): AddressSpan {
  const suffix = prefix === address.bits ? '' : `/${prefix}`
  if (address.bits === 32) {
    const size = 2 ** (32 - prefix)
    const first = Math.floor(address.value / size) * size
    return { bits: 32, first, last: first + size - 1, text: `${writeAddress({ bits: 32, value: first })}${suffix}` }
  }
  const size = 1n << BigInt(128 - prefix)
  const first = (address.value / size) * size
  return { bits: 128, first, last: first + size - 1n, text: `${writeAddress({ bits: 128, value: first })}${suffix}` }
}

/** Whether an address lies in a span. */
export function isIn(address: Address, span: AddressSpan): boolean {
  return address.bits === span.bits && address.value >= span.first && address.value <= span.last
}

/** Whether an address is in any of many ranges, in the time of a binary search. */
export type AddressSet = (address: Address) => boolean

/** Makes ready a list of ranges, which may overlap. */
export function addressSet(spans: readonly AddressSpan[]): AddressSet {
  const v4 = merged(spans.flatMap((it) => (it.bits === 32 ? [{ first: it.first, last: it.last }] : [])))
  const v6 = merged(spans.flatMap((it) => (it.bits === 128 ? [{ first: it.first, last: it.last }] : [])))
  return (address) => (address.bits === 32 ? holds(v4, address.value) : holds(v6, address.value))
}

type Span<N> = { first: N; last: N }

/** Spans in order, none of which touches another. */
function merged<N extends number | bigint>(spans: readonly Span<N>[]): Span<N>[] {
  const out: Span<N>[] = []
  for (const { first, last } of spans.toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const before = out.at(-1)
    if (!before || first > before.last) out.push({ first, last })
    else if (last > before.last) before.last = last
  }
  return out
}

function holds<N extends number | bigint>(spans: readonly Span<N>[], value: N): boolean {
  let [low, high] = [0, spans.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = spans[middle]!
    if (value < span.first) high = middle - 1
    else if (value > span.last) low = middle + 1
    else return true
  }
  return false
}
