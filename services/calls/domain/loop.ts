/** So many turns in a row that say nothing new are a machine talking to a machine. */
const turnsOfALoop = 5
/** Words two turns must share to say the same, of all words in them. */
const alike = 0.8

/**
 * Follows a call for the sign of two machines talking to each other: the caller says nearly the same again and again although it is answered each time.
 * `hears` takes each turn of the caller and says whether the call goes round in a circle.
 */
export function createLoopWatch(): { hears(text: string): boolean } {
  let last: ReadonlySet<string> = new Set()
  let same = 0
  return {
    hears(text) {
      const words = new Set(
        text
          .toLowerCase()
          .split(/[^\p{L}\p{M}\p{N}]+/u)
          .filter(Boolean),
      )
      const shared = [...words].filter((it) => last.has(it)).length
      const all = words.size + last.size - shared
      // A short "yes" or "hello" is said often by people, too.
      same = words.size >= 4 && shared / all >= alike ? same + 1 : 1
      last = words
      return same >= turnsOfALoop
    },
  }
}
