const digitZeros = [0x966, 0x9e6, 0x660]
const plain = /^[\n\x20-\x5f\x61-\x7e]*$/
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** Text with the digits of Devanagari, Bengali and Arabic scripts as 0–9, one kind of quote and dash, and no invisible characters; NFC. */
export function tidyText(text: string): string {
  if (plain.test(text)) return text
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[०-९০-৯٠-٩]/g, (digit) => {
      const code = digit.charCodeAt(0)
      const zero = digitZeros.find((it) => code >= it && code < it + 10)
      return zero === undefined ? digit : String(code - zero)
    })
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
}

/** One word as it is compared: lower case, without accents, nuktas, nasal marks and possessive endings. */
export function matchForm(word: string): string {
  if (/^[\da-z]+$/i.test(word)) return word.toLowerCase()
  const known = forms.get(word)
  if (known !== undefined) return known
  const made = formOf(word)
  if (word.length > longestKept) return made
  if (forms.size > 20_000) forms.clear()
  forms.set(word, made)
  return made
}

const forms = new Map<string, string>()
/** Longer words are not remembered. */
const longestKept = 40

const formOf = (word: string) =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u093c\u09bc\u0981]/g, '')
    .normalize('NFC')
    .replace(/\u0901/g, '\u0902')
    .toLowerCase()
    .replace(/'s$|'$/, '')
    .replace(/'/g, '')
