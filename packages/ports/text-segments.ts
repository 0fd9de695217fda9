/** A mark and space, but not the dot of a short word with a capital, such as `Dr.` or `Rs.`; or a new line. */
const sentenceEnd = /(?<=[.?!।॥…]["'”’)\]]*)(?<!(?:^|[\s(])\p{Lu}\p{L}{0,2}\.)\s+|\n+/u

/**
 * Cuts a text into parts of at most `most` characters for a vendor that takes no longer ones: at the ends of sentences, else at a pause, else at a space, else between
 * whole characters. Sentences are gathered up to `gather` characters; the first stands alone where `early` is wished, so that it is heard early. Nothing but space and what
 * cannot be said is lost.
 */
export function textSegments(text: string, { most, gather, early }: { most: number; gather: number; early: boolean }): string[] {
  const segments: string[] = []
  for (const sentence of text.split(sentenceEnd).flatMap((it) => cut(it.trim(), most))) {
    const last = segments.at(-1)
    const joins = last !== undefined && last.length + 1 + sentence.length <= gather && !(early && segments.length === 1)
    if (joins) segments[segments.length - 1] = `${last} ${sentence}`
    else segments.push(sentence)
  }
  return segments.filter((it) => /[\p{L}\p{N}]/u.test(it))
}

function cut(sentence: string, most: number): string[] {
  const parts: string[] = []
  let rest = sentence
  while (rest.length > most) {
    const head = rest.slice(0, most)
    const pause = Math.max(...[',', ';', ':', '–', '—'].map((mark) => head.lastIndexOf(`${mark} `)))
    const at = [pause, head.lastIndexOf(' ')].find((it) => it > most / 4)
    const end = at === undefined ? most - (/[\uD800-\uDBFF]$/.test(head) ? 1 : 0) : at + 1
    parts.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return [...parts, rest]
}
