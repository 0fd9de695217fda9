import type { Features } from '#intent/features.ts'
import { nextState, numberOf } from '#intent/random.ts'

/** A text as the model learns from it: its features, which class it is (an index; none is as much of one class as of another) and how much it counts. */
export type Example = { features: Features; label: number | undefined; weight: number }
/** How a model is fitted: passes over the examples and step size. */
export type Fitting = { passes: number; rate: number; seed: number; classes: number; buckets: number }

/** Classes whose scores are summed side by side. */
const block = 4
/** Numbers in a line of the processor's cache. */
const lineLength = 16
/** Share of a place's features that is dropped at random, so that no place is relied on alone. */
const dropped = 0.1

/**
 * Rows of weights, and beside them the sums of their squared slopes, the places seen most often first, so that what is used most lies together in memory. A row
 * is `2 * width` long: weights of the classes, then sums.
 */
type Table = { rows: Float32Array; width: number; places: Uint32Array; rowOf: Uint32Array }

function layOut(examples: readonly Example[], classes: number, buckets: number): Table {
  const width = Math.ceil(classes / block) * block
  const counts = new Uint32Array(buckets)
  for (const { features } of examples) for (const place of features.places) counts[place] = (counts[place] as number) + 1
  const places = Uint32Array.from(counts.keys())
    .filter((place) => (counts[place] as number) > 0)
    .sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
  const rowOf = new Uint32Array(buckets)
  for (let at = 0; at < places.length; at++) rowOf[places[at] as number] = at * 2 * width
  return { rows: new Float32Array((places.length + 1) * 2 * width), width, places, rowOf }
}

/** One example as it is learnt from once: where its rows begin, that of the biases last, and how much each counts. */
type Drawn = { rows: Uint32Array; values: Float64Array; count: number /** Of no meaning: what `fetchRows` read. */; read: number }

/**
 * Fits a multinomial logistic regression by AdaGrad (Duchi, Hazan & Singer 2011) with a share of every place's features dropped at random, and answers the
 * weights, `bucket * classes + class`, after them one bias a class. The same examples and seed give the same weights.
 */
export function fitWeights(examples: readonly Example[], { passes, rate, seed, classes, buckets }: Fitting): Float32Array {
  let state = seed
  const table = layOut(examples, classes, buckets)
  const biases = table.rows.length - 2 * table.width
  const order = Uint32Array.from(examples.keys())
  const longest = examples.reduce((most, it) => Math.max(most, it.features.places.length), 0) + 1
  const drawn: Drawn = { rows: new Uint32Array(longest), values: new Float64Array(longest), count: 0, read: 0 }
  const sums = new Float64Array(table.width)
  const scores = sums.subarray(0, classes)
  const slopes = { of: new Uint32Array(classes), values: new Float64Array(classes), count: 0 }
  for (let pass = 0; pass < passes; pass++) {
    for (let at = order.length - 1; at > 0; at--) {
      state = nextState(state)
      const other = Math.floor(numberOf(state) * (at + 1))
      const kept = order[at] as number
      order[at] = order[other] as number
      order[other] = kept
    }
    for (const index of order) {
      const { features, label, weight } = examples[index] as Example
      state = draw(features, table.rowOf, biases, state, drawn)
      fetchRows(table, drawn)
      score(table, drawn, sums)
      softmax(scores)
      slopes.count = 0
      for (let it = 0; it < classes; it++) {
        const wanted = label === undefined ? 1 / classes : it === label ? 1 : 0
        const slope = ((scores[it] as number) - wanted) * weight
        if (Math.abs(slope) < 1e-3) continue
        slopes.of[slopes.count] = it
        slopes.values[slopes.count++] = slope
      }
      step(table, drawn, slopes, rate)
    }
  }
  const weights = new Float32Array((buckets + 1) * classes)
  for (let at = 0; at <= table.places.length; at++) {
    const from = at * 2 * table.width
    weights.set(table.rows.subarray(from, from + classes), (table.places[at] ?? buckets) * classes)
  }
  return weights
}

/** Draws the features that are learnt from this time; answers the state of the random numbers after them. */
function draw({ places, values }: Features, rowOf: Uint32Array, biases: number, before: number, into: Drawn): number {
  const { rows, values: kept } = into
  let state = before
  let count = 0
  for (let at = 0; at < places.length; at++) {
    state = nextState(state)
    if (numberOf(state) < dropped) continue
    rows[count] = rowOf[places[at] as number] as number
    kept[count++] = values[at] as number
  }
  rows[count] = biases
  kept[count++] = 1
  into.count = count
  return state
}

/** Reads a bit of every row, so that the processor fetches rows side by side that are not in its memory yet, and not one after the other. */
function fetchRows({ rows, width }: Table, drawn: Drawn): void {
  let read = 0
  for (let at = 0; at < drawn.count; at++) {
    const from = drawn.rows[at] as number
    for (let line = 0; line < 2 * width; line += lineLength) read += rows[from + line] as number
  }
  drawn.read = read
}

/** Sums scores of classes, some classes at a time: a class's terms in the order of the features. */
function score({ rows, width }: Table, drawn: Drawn, sums: Float64Array): void {
  const last = drawn.count - 1
  const biases = drawn.rows[last] as number
  for (let first = 0; first < width; first += block) {
    let a = rows[biases + first] as number
    let b = rows[biases + first + 1] as number
    let c = rows[biases + first + 2] as number
    let d = rows[biases + first + 3] as number
    for (let at = 0; at < last; at++) {
      const from = (drawn.rows[at] as number) + first
      const value = drawn.values[at] as number
      a += value * (rows[from] as number)
      b += value * (rows[from + 1] as number)
      c += value * (rows[from + 2] as number)
      d += value * (rows[from + 3] as number)
    }
    sums[first] = a
    sums[first + 1] = b
    sums[first + 2] = c
    sums[first + 3] = d
  }
}

function step({ rows, width }: Table, drawn: Drawn, slopes: { of: Uint32Array; values: Float64Array; count: number }, rate: number): void {
  for (let at = 0; at < drawn.count; at++) {
    const from = drawn.rows[at] as number
    const value = drawn.values[at] as number
    for (let one = 0; one < slopes.count; one++) {
      const place = from + (slopes.of[one] as number)
      const slope = (slopes.values[one] as number) * value
      const sum = (rows[place + width] as number) + slope * slope
      rows[place + width] = sum
      rows[place] = (rows[place] as number) - (rate * slope) / (Math.sqrt(sum) + 1e-6)
    }
  }
}

/** Scores of classes as probabilities, in place. */
export function softmax(scores: Float64Array): void {
  let top = -Infinity
  for (const it of scores) if (it > top) top = it
  let sum = 0
  for (let at = 0; at < scores.length; at++) {
    const it = Math.exp((scores[at] as number) - top)
    scores[at] = it
    sum += it
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / sum
}
