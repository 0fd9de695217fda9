import type { TimeSlice } from '#search/time-slice.ts'

/** An item by how near its vector is to that of a question; `lift` is 0 at what is usual in the base and 1 at the same direction. */
export type Near = { id: string; lift: number }

/** The vectors of one base in memory, ready to be compared with a question's. */
export type VectorShelf = {
  readonly size: number
  readonly dimensions: number
  /** About how much memory it takes. */
  readonly bytes: number
  has(id: string): boolean
  /** Puts the vector of an item in the place of its former one; null for an item that has none. One of another length than the first counts as none. */
  put(id: string, vector: Int8Array | null): void
  /** To be called after vectors were put: brings the sketches up to date, giving way to other work. */
  settle(slice: TimeSlice): Promise<void>
  /** The nearest items that are wanted, and those of `alsoIds` wherever they are. Nothing for a vector of another length. */
  nearest(question: Float32Array, count: number, alsoIds: readonly string[], isWanted: (id: string) => boolean): Near[]
}

/** Up to this many multiplications all vectors are compared; beyond, only those whose sketch is near. */
const mostMultiplications = 2_500_000
const leastCandidates = 400

/**
 * A shelf without vectors. A large one is searched in two steps: by sketches, one bit a dimension telling on which side of the base's mean a vector lies, then the nearest few hundred by
 * their packed vectors.
 */
export function createVectorShelf(): VectorShelf {
  const places = new Map<string, number | null>()
  const ids: string[] = []
  let dimensions = 0
  let words = 0
  let packed = new Int8Array(0)
  let sketches = new Int32Array(0)
  let norms = new Float32Array(0)
  /** Sum of all vectors at length 1. */
  let sum = new Float64Array(0)
  /** What sketches are relative to, and of how many vectors it was the mean. */
  let centre = new Float32Array(0)
  let centredAt = 0
  /** Used by every search anew, none of which is interrupted. */
  let scratch = { distances: new Uint16Array(0), near: new Int32Array(0), histogram: new Uint32Array(0) }
  let putSince = 0

  const grow = (size: number) => {
    if (size <= norms.length) return
    const room = Math.max(64, Math.ceil(norms.length * 1.5), size)
    const larger = { packed: new Int8Array(room * dimensions), sketches: new Int32Array(room * words), norms: new Float32Array(room) }
    larger.packed.set(packed)
    larger.sketches.set(sketches)
    larger.norms.set(norms)
    ;({ packed, sketches, norms } = larger)
  }
  const addToSum = (place: number, sign: 1 | -1) => {
    const factor = sign / (norms[place] as number)
    for (let from = place * dimensions, at = 0; at < dimensions; at++) sum[at] = (sum[at] as number) + (packed[from + at] as number) * factor
  }
  const sketch = (place: number) => {
    const from = place * dimensions
    const norm = norms[place] as number
    for (let word = 0; word < words; word++) {
      let bits = 0
      for (let at = word * 32, end = Math.min(dimensions, at + 32); at < end; at++)
        if ((packed[from + at] as number) > (centre[at] as number) * norm) bits |= 1 << (at & 31)
      sketches[place * words + word] = bits
    }
  }

  /** Places worth comparing exactly. */
  const candidates = (question: Float32Array, count: number): Int32Array => {
    const wanted = Math.max(leastCandidates, count * 10)
    if (ids.length * dimensions <= mostMultiplications || wanted >= ids.length) return Int32Array.from(ids.keys())
    const bits = new Int32Array(words)
    for (let at = 0; at < dimensions; at++) if ((question[at] as number) > (centre[at] as number)) bits[at >> 5] = (bits[at >> 5] as number) | (1 << (at & 31))
    if (scratch.distances.length < ids.length)
      scratch = { distances: new Uint16Array(norms.length), near: new Int32Array(norms.length), histogram: new Uint32Array(dimensions + 2) }
    const { distances, near, histogram } = scratch
    histogram.fill(0)
    for (let place = 0, from = 0; place < ids.length; place++) {
      let distance = 0
      for (let word = 0; word < words; word++, from++) {
        // Counts the bits that differ, all at once (Warren, Hacker's Delight, 5-1).
        let it = (sketches[from] as number) ^ (bits[word] as number)
        it -= (it >>> 1) & 0x55555555
        it = (it & 0x33333333) + ((it >>> 2) & 0x33333333)
        distance += Math.imul((it + (it >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
      }
      distances[place] = distance
      histogram[distance] = (histogram[distance] as number) + 1
    }
    let farthest = 0
    for (let seen = histogram[0] as number; seen < wanted; seen += histogram[farthest] as number) farthest++
    let found = 0
    for (let place = 0; place < ids.length; place++) if ((distances[place] as number) <= farthest) near[found++] = place
    return near.subarray(0, found)
  }

  return {
    get size() {
      return places.size
    },
    get dimensions() {
      return dimensions
    },
    get bytes() {
      return places.size * 160 + packed.byteLength + sketches.byteLength + norms.byteLength
    },
    has: (id) => places.has(id),
    put(id, vector) {
      if (vector && dimensions === 0) {
        dimensions = vector.length
        words = Math.ceil(dimensions / 32)
        sum = new Float64Array(dimensions)
        centre = new Float32Array(dimensions)
      }
      let place = places.get(id) ?? null
      if (!vector || vector.length !== dimensions || !vector.some(Boolean)) {
        // A place that lost its vector stays, and is passed by.
        if (place !== null && norms[place] !== 0) {
          addToSum(place, -1)
          norms[place] = 0
          packed.fill(0, place * dimensions, (place + 1) * dimensions)
        }
        places.set(id, place)
        return
      }
      if (place === null) {
        place = ids.push(id) - 1
        grow(ids.length)
      } else if (norms[place] !== 0) addToSum(place, -1)
      places.set(id, place)
      packed.set(vector, place * dimensions)
      let square = 0
      for (const it of vector) square += it * it
      norms[place] = Math.sqrt(square)
      addToSum(place, 1)
      sketch(place)
      putSince++
    },
    async settle(slice) {
      if (putSince * 10 <= centredAt) return
      centre = Float32Array.from(sum, (it) => it / Math.max(1, ids.length))
      centredAt = ids.length
      putSince = 0
      // A search meanwhile finds some sketches of the former centre: a little less exact for a few milliseconds.
      for (let place = 0; place < ids.length; place++) {
        sketch(place)
        if (place % 64 === 0) await slice.breathe()
      }
    },
    nearest(question, count, alsoIds, isWanted) {
      if (ids.length === 0 || question.length !== dimensions) return []
      let square = 0
      for (const it of question) square += it * it
      const unit = question.map((it) => it / Math.sqrt(square))
      let usual = 0
      for (let at = 0; at < dimensions; at++) usual += (unit[at] as number) * (sum[at] as number)
      usual = Math.min(0.98, Math.max(0, usual / ids.length))
      const liftOf = (place: number) => {
        let dot = 0
        for (let from = place * dimensions, at = 0; at < dimensions; at++) dot += (packed[from + at] as number) * (unit[at] as number)
        return (dot / (norms[place] || 1) - usual) / (1 - usual)
      }
      const best: { place: number; lift: number }[] = []
      for (const place of candidates(unit, count)) {
        const lift = liftOf(place)
        if (norms[place] === 0 || (best.length >= count && lift <= (best.at(-1)?.lift ?? 0)) || !isWanted(ids[place] ?? '')) continue
        let at = best.length
        while (at > 0 && lift > (best[at - 1]?.lift ?? 0)) at--
        best.splice(at, 0, { place, lift })
        if (best.length > count) best.pop()
      }
      const near = best.map(({ place, lift }) => ({ id: ids[place] ?? '', lift }))
      const known = new Set(near.map((it) => it.id))
      for (const id of alsoIds) {
        const place = places.get(id) ?? null
        if (place !== null && !known.has(id) && norms[place] !== 0) near.push({ id, lift: liftOf(place) })
      }
      return near
    },
  }
}
