import { firstWords } from './first-words.ts'
import { laterWords } from './later-words.ts'

/** English, the language every key is written in first; the others have exactly these keys. Its rooms stand in one of the two it is made of. */
export const en = { ...firstWords, ...laterWords }

/** The shape of a language: the same keys, other words. */
export type Words = Worded<typeof en>
type Worded<T> = { [K in keyof T]: T[K] extends string ? string : Worded<T[K]> }
