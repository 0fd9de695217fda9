import type { TopicLine } from '#topics/read-topics.ts'
import { lengthOf, topicFeaturesOf } from '#topics/topic-features.ts'
import { type FeatureRow, steps, type TopicModel } from '#topics/topics-file.ts'

const passes = 12
const rate = 0.5
/** Share of the features of a line that is left out at random, so that no word is relied on alone. */
const left = 0.2
const firstSquares = 0.1
/** Weights nearer to the middle one of their feature say nothing. */
const leastWeight = 0.12

/** Learns topics from their lines by multinomial logistic regression fitted with AdaGrad (Duchi, Hazan & Singer 2011): the same lines give the same model. */
export function learnTopics(lines: readonly TopicLine[]): TopicModel {
  const topics = [...new Set(lines.map((it) => it.topic))].sort()
  const numbers = new Map(topics.map((it, at) => [it, at]))
  const rows = new Map<string, number>()
  const examples = lines.map(({ words, topic }) => {
    const features = topicFeaturesOf(words)
    for (const { name } of features) if (!rows.has(name)) rows.set(name, rows.size)
    const scale = 1 / lengthOf(features)
    return { rows: features.map((it) => rows.get(it.name)!), values: features.map((it) => it.value * scale), label: numbers.get(topic)! }
  })
  const size = topics.length
  const weights = new Float32Array(rows.size * size)
  const squares = new Float32Array(rows.size).fill(firstSquares)
  const slopes = new Float32Array(size)
  let seed = 7
  const random = () => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648), seed / 2_147_483_648)
  const order = examples.map((_, at) => at)
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random)
    for (const at of order) {
      const { rows: all, values, label } = examples[at]!
      const used = [...all.keys()].filter(() => random() >= left)
      slopes.fill(0)
      for (const it of used) for (let topic = 0, from = all[it]! * size; topic < size; topic++) slopes[topic]! += values[it]! * weights[from + topic]!
      toChances(slopes)
      slopes[label]! -= 1
      const square = slopes.reduce((sum, it) => sum + it * it, 0)
      for (const it of used) {
        const [row, value] = [all[it]!, values[it]!]
        squares[row]! += square * value * value
        const step = (rate * value) / Math.sqrt(squares[row]!)
        for (let topic = 0, to = row * size; topic < size; topic++, to++) weights[to]! -= step * slopes[topic]!
      }
    }
  }
  return { topics, features: prune(rows, weights, size) }
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
}

/** Scores as chances, in place. */
function toChances(scores: Float32Array): void {
  const top = scores.reduce((most, it) => Math.max(most, it), -Infinity)
  let sum = 0
  for (let at = 0; at < scores.length; at++) sum += scores[at] = Math.exp(scores[at]! - top)
  for (let at = 0; at < scores.length; at++) scores[at]! /= sum
}

/** Keeps the weights that tell topics apart, in whole steps; what a feature says of all topics alike tells nothing. */
function prune(rows: ReadonlyMap<string, number>, weights: Float32Array, size: number): Map<string, FeatureRow> {
  const features = new Map<string, FeatureRow>()
  for (const [name, row] of rows) {
    const own = weights.subarray(row * size, (row + 1) * size)
    const middle = own.toSorted()[size >> 1]!
    const kept = [...own.keys()].filter((topic) => Math.abs(own[topic]! - middle) >= leastWeight)
    const rounded = kept.map((topic) => Math.max(-127, Math.min(127, Math.round((own[topic]! - middle) * steps))) / steps)
    if (kept.length > 0) features.set(name, { topics: Uint16Array.from(kept), weights: Float32Array.from(rounded) })
  }
  return features
}
