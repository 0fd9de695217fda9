const letters = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', 'latin1')
const values = new Uint8Array(256)
for (const [value, letter] of letters.entries()) values[letter] = value
const padding = 0x3d

/** Characters that so many bytes become (RFC 4648, with padding). */
export function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4
}

/** Reads base64 that stands in a larger buffer; gives how many bytes it wrote. What is no base64 is read as something. */
export function readBase64(from: Uint8Array, at: number, length: number, to: Uint8Array): number {
  let out = 0
  for (let index = at; index < at + length; index += 4) {
    const bits = (values[from[index]!]! << 18) | (values[from[index + 1]!]! << 12) | (values[from[index + 2]!]! << 6) | values[from[index + 3]!]!
    to[out++] = bits >> 16
    to[out++] = bits >> 8
    to[out++] = bits
  }
  const end = at + length
  return length === 0 ? 0 : from[end - 2] === padding ? out - 2 : from[end - 1] === padding ? out - 1 : out
}

/** Writes base64 into a larger buffer. */
export function writeBase64(from: Uint8Array, to: Uint8Array, at: number): void {
  let out = at
  let index = 0
  for (; index + 2 < from.length; index += 3) {
    const bits = (from[index]! << 16) | (from[index + 1]! << 8) | from[index + 2]!
    to[out++] = letters[bits >> 18]!
    to[out++] = letters[(bits >> 12) & 63]!
    to[out++] = letters[(bits >> 6) & 63]!
    to[out++] = letters[bits & 63]!
  }
  const rest = from.length - index
  if (rest === 0) return
  const bits = (from[index]! << 16) | ((rest === 2 ? from[index + 1]! : 0) << 8)
  to[out++] = letters[bits >> 18]!
  to[out++] = letters[(bits >> 12) & 63]!
  to[out++] = rest === 2 ? letters[(bits >> 6) & 63]! : padding
  to[out] = padding
}
