const longest = 80

/**
 * A name as people may read it, or undefined when nothing readable is left: composed letters, no control characters, nothing that turns the direction of
 * the text around it or is invisible, no address that a mail program would make a link of.
 */
export function displayName(text: string): string | undefined {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    // Joiners stay: Bengali and Hindi letters need them.
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/:\/\//g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = Array.from(plain).slice(0, longest).join('').trim()
  return /[\p{L}\p{N}]/u.test(short) ? short : undefined
}
