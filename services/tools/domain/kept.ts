const longestKept = 8_000
const deepest = 20

/** Takes out of text what must not be kept: card numbers and the like. */
export type Redact = (text: string) => string

/** A value as it may be stored and shown: without what must not be kept and without the secrets of the tool, storable, and of bounded depth. */
export function keptValue(value: unknown, redact: Redact, secrets: readonly string[] = []): unknown {
  const clean = (text: string) => redact(secrets.reduce((it, secret) => it.replaceAll(secret, '…'), text.replaceAll('\0', '').toWellFormed()))
  const walk = (it: unknown, depth: number): unknown => {
    if (typeof it === 'string') return clean(it)
    if (typeof it === 'number') return clean(String(it)) === String(it) ? it : clean(String(it))
    if (typeof it !== 'object' || it === null) return it ?? null
    if (depth >= deepest) return '…'
    if (Array.isArray(it)) return it.map((part) => walk(part, depth + 1))
    return Object.fromEntries(Object.entries(it).map(([name, part]) => [clean(name), walk(part, depth + 1)]))
  }
  return walk(value, 0)
}

/** A result as it may be stored and shown: `keptValue`, or the first 8,000 characters of its text when its JSON is longer. */
export function keptResult(value: unknown, redact: Redact, secrets: readonly string[] = []): unknown {
  const plain = keptValue(value, (text) => text, secrets)
  const text = typeof plain === 'string' ? plain : JSON.stringify(plain)
  if (text.length > longestKept) return cut(redact(text.slice(0, longestKept + 200).toWellFormed()))
  const kept = keptValue(plain, redact)
  return typeof kept === 'string' ? cut(kept) : kept
}

function cut(text: string): string {
  return text.length <= longestKept ? text : `${text.slice(0, longestKept - 1).toWellFormed()}…`
}

/** Values of headers or settings that must never be seen, and the keys within them ("Bearer …"). Longest first; very short ones would blot out everything. */
export function secretsIn(settings: Readonly<Record<string, string>>): string[] {
  return Object.values(settings)
    .flatMap((it) => [it, ...it.split(/\s+/)])
    .filter((it) => it.length >= 6 && !/^(?:bearer|basic|token|apikey|application\/json)$/i.test(it))
    .sort((a, b) => b.length - a.length)
}
