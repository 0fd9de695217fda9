/** Words remembered by one function, and the longest: longer ones are of no language. */
const [mostKept, longestKept] = [50_000, 40]

/** A function of a word that works each word out once, as long as there are not too many. */
export function remembered<T extends string | readonly string[]>(make: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const made = make(word)
    if (known.size > mostKept) known.clear()
    if (word.length <= longestKept) known.set(word, made)
    return made
  }
}
