import type { Features } from '#intent/features.ts'
import { randomFrom } from '#intent/random.ts'

/** A text as the model learns from it: its features, which class it is (an index; none is as much of one class as of another) and how much it counts. */
export type Example = { features: Features; label: number | undefined; weight: number }
/** How a model is fitted: passes over the examples, step size and the pull of weights towards zero. */
export type Fitting = { passes: number; rate: number; decay: number; seed: number; classes: number; buckets: number }

/**
 * Fits a multinomial logistic regression by AdaGrad (Duchi, Hazan & Singer 2011) with a share of every place's features dropped at random, and answers the
 * weights, `bucket * classes + class`, after them one bias a class. The same examples and seed give the same weights.
 */
export function fitWeights(examples: readonly Example[], { passes, rate, decay, seed, classes, buckets }: Fitting): Float32Array {
  const random = randomFrom(seed)
  const weights = new Float32Array((buckets + 1) * classes)
  const squares = new Float32Array((buckets + 1) * classes)
  const order = Uint32Array.from(examples.keys())
  const scores = new Float64Array(classes)
  const bias = buckets * classes
  for (let pass = 0; pass < passes; pass++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      const kept = order[at] as number
      order[at] = order[other] as number
      order[other] = kept
    }
    for (const index of order) {
      const { features, label, weight } = examples[index] as Example
      const { places } = features
      const values = features.values.map((it) => (random() < 0.1 ? 0 : it))
      score(weights, { places, values }, bias, scores)
      softmax(scores)
      for (let it = 0; it < classes; it++) {
        const wanted = label === undefined ? 1 / classes : it === label ? 1 : 0
        const slope = ((scores[it] as number) - wanted) * weight
        if (Math.abs(slope) < 1e-3) continue
        step(weights, squares, bias + it, slope, rate)
        for (let at = 0; at < places.length; at++) {
          const value = values[at] as number
          const index = (places[at] as number) * classes + it
          if (value !== 0) step(weights, squares, index, slope * value + decay * (weights[index] as number), rate)
        }
      }
    }
  }
  return weights
}

function step(weights: Float32Array, squares: Float32Array, at: number, slope: number, rate: number): void {
  const sum = (squares[at] as number) + slope * slope
  squares[at] = sum
  weights[at] = (weights[at] as number) - (rate * slope) / (Math.sqrt(sum) + 1e-6)
}

function score(weights: Float32Array, { places, values }: Features, bias: number, scores: Float64Array): void {
  const classes = scores.length
  for (let it = 0; it < classes; it++) scores[it] = weights[bias + it] as number
  for (let at = 0; at < places.length; at++) {
    const from = (places[at] as number) * classes
    const value = values[at] as number
    for (let it = 0; it < classes; it++) scores[it] = (scores[it] as number) + value * (weights[from + it] as number)
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
