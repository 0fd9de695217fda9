const mostLines = 50
const longestLine = 200

/** The most letters that a field of phrases takes. */
export const mostPhrases = mostLines * (longestLine + 1)

/** What callers say, one thing a line; `fits` tells whether an agent can keep all of it. */
export function phrasesIn(text: string): { lines: string[]; fits: boolean } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return { lines, fits: lines.length <= mostLines && lines.every((line) => line.length <= longestLine) }
}
