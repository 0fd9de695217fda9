import { writeFileSync } from 'node:fs'
import { learnTopics } from '#topics/learn-topics.ts'
import { readTopics, type TopicLine } from '#topics/read-topics.ts'
import { packTopics, type TopicModel } from '#topics/topics-file.ts'
import { topicPlaceOf, topicsFile } from '#topics/topics-of.ts'

/** One line in so many is held back to tell how well topics are known from words not learnt. */
const heldBack = 10

const lines = readTopics()
const say = (line: string) => process.stdout.write(`${line}\n`)

/** How many of the lines held back are known for their topic, by view and language. */
function measure(model: TopicModel, held: readonly TopicLine[]): void {
  for (const view of ['asks', 'says'] as const)
    for (const language of ['en', 'hi', 'hinglish', 'bn'] as const) {
      const these = held.filter((it) => it.view === view && it.language === language)
      const known = these.filter((it) => model.topics[topicPlaceOf(it.words, model).topic] === it.topic).length
      if (these.length > 0) say(`${view} ${language}: ${((100 * known) / these.length).toFixed(1)} % of ${these.length}`)
    }
}

if (process.argv.includes('--measure')) {
  say('Topics known of lines held back from learning:')
  measure(
    learnTopics(lines.filter((_, at) => at % heldBack !== 0)),
    lines.filter((_, at) => at % heldBack === 0),
  )
}
const model = learnTopics(lines)
const bytes = packTopics(model)
writeFileSync(topicsFile, bytes)
say(`${model.topics.length} topics, ${lines.length} lines, ${model.features.size} features, ${bytes.length} bytes`)
