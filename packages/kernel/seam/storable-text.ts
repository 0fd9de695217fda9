/** An escape in JSON text for what PostgreSQL's `text` cannot hold: NUL, or half of a surrogate pair (Unicode 16, section 23.6). */
const suspicious = /\\u0000|\\u[dD][89a-fA-F]/
const certain = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

/**
 * Whether every text in a JSON body can be stored. Letters that came as plain UTF-8 always can, but for NUL; escapes are looked at twice, since two halves
 * that follow each other make a whole letter. Text that is no JSON is left to the parser.
 */
export function isStorable(body: string): boolean {
  if (body.includes('\0')) return false
  if (!suspicious.test(body)) return true
  try {
    return !certain.test(JSON.stringify(JSON.parse(body)))
  } catch {
    return true
  }
}
