/** The address behind Cloudflare's `data-cfemail`: hexadecimal, the first byte is the key every other byte is XORed with. Empty when it is none. */
export function decodedMail(code: string): string {
  if (!/^(?:[0-9a-f]{2}){4,120}$/i.test(code)) return ''
  const key = Number.parseInt(code.slice(0, 2), 16)
  const bytes: number[] = []
  for (let at = 2; at < code.length; at += 2) bytes.push(Number.parseInt(code.slice(at, at + 2), 16) ^ key)
  const text = new TextDecoder().decode(new Uint8Array(bytes))
  return /^[\w.+-]+@[\w.-]+$/.test(text) ? text : ''
}
