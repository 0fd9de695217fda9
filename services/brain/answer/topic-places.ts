import { topicNearness, type TopicPlace, topicPlaceOf } from '@myna/understanding/topics'
import type { Evidence } from '#answer/evidence.ts'
import type { Question } from '#answer/question.ts'
import { weights } from '#answer/weights.ts'

/** So many words of a piece tell what it is about, and so many of the last of its title. */
const mostWords = 40
const mostOfTitle = 12

const ofPieces = new WeakMap<readonly string[], { title: readonly string[]; place: TopicPlace }>()
const ofQuestions = new WeakMap<readonly string[], TopicPlace>()

/** Where a piece of evidence stands among topics, by its own words and its title's. */
export function placeOfPiece({ own, title }: Pick<Evidence, 'own' | 'title'>): TopicPlace {
  const known = ofPieces.get(own.words)
  if (known?.title === title.words) return known.place
  const place = topicPlaceOf([...own.words.slice(0, mostWords), ...title.words.slice(-mostOfTitle)])
  ofPieces.set(own.words, { title: title.words, place })
  return place
}

/** Where a question stands among topics. */
export function placeAsked({ words }: Pick<Question, 'words'>): TopicPlace {
  const known = ofQuestions.get(words)
  if (known) return known
  const place = topicPlaceOf(words)
  ofQuestions.set(words, place)
  return place
}

/** How many of the best pieces are looked at for their topic. */
const looked = 10

/** Puts evidence in order again, the best first, by how near the best of it is to the topic asked about. */
export function orderByTopic<Entry extends { piece: Evidence; score: number }>(question: Question, entries: Entry[]): Entry[] {
  const asked = placeAsked(question)
  for (const entry of entries.slice(0, looked)) entry.score += weights.topic * (topicNearness(asked, placeOfPiece(entry.piece)) - weights.topicNearness)
  return entries.sort((a, b) => b.score - a.score)
}
