import { readFileSync } from 'node:fs'
import { lengthOf, topicFeaturesOf } from '#topics/topic-features.ts'
import { type TopicModel, unpackTopics } from '#topics/topics-file.ts'

/** Where the model is kept. */
export const topicsFile = new URL('./topics.bin', import.meta.url)

/** Where a text stands among topics: how far it speaks for each, as a direction in whole numbers; its likeliest topic and how likely that is, 0 to 1. */
export type TopicPlace = { place: Int8Array; topic: number; chance: number }

/** The length of a place, its numbers being rounded. */
const placeLength = 127

let loaded: TopicModel | undefined

/** The model, read from its file when first asked. */
const model = (): TopicModel => (loaded ??= unpackTopics(readFileSync(topicsFile)))

/** Where a text of words in match form stands among topics by a model, the one of this folder unless another is given. */
export function topicPlaceOf(words: readonly string[], { topics, features }: TopicModel = model()): TopicPlace {
  const found = topicFeaturesOf(words)
  const scores = new Float32Array(topics.length)
  const scale = 1 / lengthOf(found)
  for (const { name, value } of found) {
    const row = features.get(name)
    if (row) for (let at = 0; at < row.topics.length; at++) scores[row.topics[at]!]! += value * scale * row.weights[at]!
  }
  let topic = 0
  let squares = 0
  for (let at = 0; at < scores.length; at++) {
    if (scores[at]! > scores[topic]!) topic = at
    squares += scores[at]! * scores[at]!
  }
  const place = new Int8Array(scores.length)
  const length = placeLength / (Math.sqrt(squares) || 1)
  let sum = 0
  for (let at = 0; at < scores.length; at++) {
    place[at] = Math.round(scores[at]! * length)
    sum += Math.exp(scores[at]! - scores[topic]!)
  }
  return { place, topic, chance: 1 / sum }
}

/** The name of a topic. */
export const topicNamed = (topic: number): string => model().topics[topic] ?? ''

/** How much two texts are of one topic, by their places, about 0 to 1: for `Where can I leave my car?` and `Free bays in the basement` much. */
export function topicNearness(one: TopicPlace, other: TopicPlace): number {
  let sum = 0
  for (let at = 0; at < one.place.length; at++) sum += one.place[at]! * other.place[at]!
  return sum / (placeLength * placeLength)
}
