import { readdirSync, readFileSync } from 'node:fs'
import { type LanguageCode, tokensOf } from '@myna/language'

/** A line written for a topic: a question of a caller or what a page says, with its words in match form. */
export type TopicLine = { topic: string; view: 'asks' | 'says'; language: LanguageCode; words: string[] }

const folder = new URL('./data/', import.meta.url)
const line = /^(asks|says) (en|hi|hinglish|bn) (.+)$/

/** The lines of all topics; a topic is called by its file. */
export function readTopics(): TopicLine[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'))
  return files.sort().flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .flatMap((written) => {
        const [, view, language, text] = line.exec(written) ?? []
        if (text === undefined) return []
        const words = tokensOf(text).map((it) => it.word)
        return [{ topic: file.split('/').at(-1)!.slice(0, -'.txt'.length), view: view as TopicLine['view'], language: language as LanguageCode, words }]
      }),
  )
}
