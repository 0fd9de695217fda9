const zeros = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946,
  0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
]

/** The text with every digit of every script of the basic plane as 0–9; no offset moves. */
export function plainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0)
    const zero = digit.length === 1 ? zeros.find((it) => code >= it && code < it + 10) : undefined
    return zero === undefined ? digit : String(code - zero)
  })
}

/** The amount written in digits, with a point and Indian or western commas (`1,50,000.50`), or null when it is no such thing. */
export function writtenAmount(word: string): number | null {
  if (word.length > 40) return null
  const plain = plainDigits(word)
  if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain)
  return /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(plain) ? Number(plain.replace(/,/g, '')) : null
}
