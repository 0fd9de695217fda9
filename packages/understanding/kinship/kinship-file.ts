/** How a word is akin to another: it means the same, one is derived from the other, it is one kind of it, or it is what the other is a kind of. */
const kinds = ['same', 'derived', 'narrower', 'wider'] as const
export type KinKind = (typeof kinds)[number]
/** A stem akin to another, and how near it is, 0 to 1. */
export type Kin = { stem: string; kind: KinKind; nearness: number }
/** Every stem in order, its kin, and its place in a space of few dimensions, `dimensions` numbers of a byte each. */
export type Kinship = { stems: readonly string[]; kin: ReadonlyMap<string, readonly Kin[]>; places: Int8Array }

/** How many numbers a place has. */
export const dimensions = 56
/** The length of a place, its numbers being rounded. */
export const placeLength = 127
/** Steps of nearness that are told apart. */
const steps = 63
const version = 1
/** A file begins with its version, the number of stems, of kin and of letters, 32 bits each. */
const headerBytes = 16

/** The bytes of a table: header, first kin and first letter of every stem (32 bits each), kin by number (16 bits), kinds and nearness, places, the letters of the sorted stems. */
export function packKinship({ stems, kin, places }: Kinship): Buffer {
  if (stems.length > 0xffff || places.length !== stems.length * dimensions) throw new Error(`a table of kinship cannot hold ${stems.length} stems`)
  const numbers = new Map(stems.map((it, at) => [it, at]))
  const rows = stems.map((it) => (kin.get(it) ?? []).filter((other) => numbers.has(other.stem)))
  const starts = new Uint32Array(stems.length + 1)
  const letters = new Uint32Array(stems.length + 1)
  for (const [at, it] of stems.entries()) {
    starts[at + 1] = starts[at]! + rows[at]!.length
    letters[at + 1] = letters[at]! + it.length
  }
  const all = rows.flat()
  const header = Uint32Array.of(version, stems.length, all.length, letters.at(-1) ?? 0)
  const targets = Uint16Array.from(all, (it) => numbers.get(it.stem)!)
  const marks = Uint8Array.from(all, (it) => kinds.indexOf(it.kind) * (steps + 1) + Math.max(1, Math.round(it.nearness * steps)))
  return Buffer.concat([header, starts, letters, targets, marks, places].map((it) => Buffer.from(it.buffer)).concat(Buffer.from(stems.join(''), 'latin1')))
}

/** A table as it is looked up: the number of a stem (-1 when it is not known), the kin of a number, and how near two numbers stand (-1 to 1). */
export type KinshipTable = { numberOf(stem: string): number; kinOf(number: number): Kin[]; nearness(one: number, other: number): number }

/** Lays what `packKinship` wrote out for looking up; throws when the file is of another version or cut short. */
export function unpackKinship(bytes: Uint8Array): KinshipTable {
  const held = new Uint8Array(bytes).buffer
  const [written, count = 0, kin = 0, size = 0] = new Uint32Array(held, 0, 4)
  const marksAt = headerBytes + 8 * (count + 1) + 2 * kin
  const lettersAt = marksAt + kin + count * dimensions
  if (written !== version || held.byteLength !== lettersAt + size)
    throw new Error('the table of kinship is of another time: run node packages/understanding/kinship/build-kinship.ts')
  const starts = new Uint32Array(held, headerBytes, count + 1)
  const ends = new Uint32Array(held, headerBytes + 4 * (count + 1), count + 1)
  const targets = new Uint16Array(held, headerBytes + 8 * (count + 1), kin)
  const marks = new Uint8Array(held, marksAt, kin)
  const places = new Int8Array(held, marksAt + kin, count * dimensions)
  const letters = Buffer.from(held, lettersAt)
  const stemAt = (at: number) => letters.toString('latin1', ends[at], ends[at + 1])
  return {
    numberOf(stem) {
      let low = 0
      let high = count - 1
      while (low < high) {
        const middle = (low + high) >> 1
        if (stemAt(middle) < stem) low = middle + 1
        else high = middle
      }
      return count > 0 && stemAt(low) === stem ? low : -1
    },
    kinOf: (number) =>
      Array.from({ length: starts[number + 1]! - starts[number]! }, (_, at) => {
        const mark = marks[starts[number]! + at]!
        return { stem: stemAt(targets[starts[number]! + at]!), kind: kinds[mark >> 6]!, nearness: (mark & steps) / steps }
      }),
    nearness(one, other) {
      let sum = 0
      for (let at = one * dimensions, to = other * dimensions, end = at + dimensions; at < end; ) sum += places[at++]! * places[to++]!
      return sum / (placeLength * placeLength)
    },
  }
}
