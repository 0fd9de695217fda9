/** Longest text that is spoken in one piece, in letters; the voice service takes up to 2000. */
const mostLetters = 1000

/** A text in parts short enough to speak, cut at spaces where there are any; none when there is nothing to say. */
export function speakableParts(text: string): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > mostLetters) {
    const space = rest.lastIndexOf(' ', mostLetters)
    const at = space > 0 ? space : mostLetters
    parts.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  if (rest) parts.push(rest)
  return parts
}
