/** What was made of texts read lately: what was not asked for while as many letters again were read is forgotten. */
export type TextMemory<Made> = { get(text: string, make: () => Made): Made }

/** A memory of texts of about twice `mostLetters` letters. */
export function createTextMemory<Made>(mostLetters: number): TextMemory<Made> {
  let young = new Map<string, Made>()
  let old = new Map<string, Made>()
  let letters = 0
  return {
    get(text, make) {
      const lately = young.get(text)
      if (lately !== undefined) return lately
      const made = old.get(text) ?? make()
      if (letters > mostLetters) {
        old = young
        young = new Map()
        letters = 0
      }
      young.set(text, made)
      letters += text.length + 20
      return made
    },
  }
}
