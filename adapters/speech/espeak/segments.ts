const longest = 120

/**
 * Cuts text that is ready to be spoken into segments of whole sentences, none longer than 120 characters if a pause, or at least a
 * space, allows it. A segment is what the engine speaks without looking up, so its length bounds how long stopping takes.
 */
export function segmentsOf(text: string): string[] {
  return text
    .split(/(?<=[.?!।॥…]["'”’)\]]*)\s+|\n+/u)
    .flatMap((sentence) => cut(sentence.trim()))
    .filter((segment) => /[\p{L}\p{N}]/u.test(segment))
}

function cut(sentence: string): string[] {
  const pieces: string[] = []
  let rest = sentence
  while (rest.length > longest) {
    const at = cutPoint(rest)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return rest === '' ? pieces : [...pieces, rest]
}

/** After the last pause of the first 120 characters, else after their last space, else between two whole characters. */
function cutPoint(text: string): number {
  const head = text.slice(0, longest)
  const pause = Math.max(...[',', ';', ':', '–', '—'].map((mark) => head.lastIndexOf(`${mark} `)))
  if (pause > longest / 4) return pause + 1
  const space = head.lastIndexOf(' ')
  if (space > 0) return space
  return head.length - (/[\uD800-\uDBFF]$/.test(head) ? 1 : 0)
}
