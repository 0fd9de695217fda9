import { ambiguousNames, familyNames, givenNames } from '#entities/given-names.ts'

let built: Set<string> | undefined

function build(): Set<string> {
  const split = (text: string) => text.trim().split(/\s+/)
  const ambiguous = new Set(split(ambiguousNames))
  return new Set([...split(givenNames), ...split(familyNames)].filter((it) => !ambiguous.has(it) && it.length > 2))
}

/** Whether a word in match form and Latin letters is a person's name and hardly anything else. */
export const isName = (word: string): boolean => (built ??= build()).has(word)
