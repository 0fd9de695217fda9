const longestSlug = 24
const longestName = 64

/** What the names of a connection's tools begin with: its name in small letters, digits and _. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, longestSlug)
    .replace(/_+$/, '')
  return plain || 'server'
}

/** A name that is not taken: the wished one, or the wished one with a number. */
export function freeName(wished: string, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : `_${number}`
    const name = wished.slice(0, longestName - ending.length) + ending
    if (!isTaken(name)) return name
  }
}
