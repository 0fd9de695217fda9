import { DocumentFault } from '@myna/ports/document'
import iconv from 'iconv-lite'

/** The encoding of a text by its first bytes: a mark, zeros where UTF-16 has them, bytes that can only be UTF-8; else windows-1252. */
export function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const even = head.filter((byte, at) => at % 2 === 0 && byte === 0).length
  const odd = head.filter((byte, at) => at % 2 === 1 && byte === 0).length
  if (odd > head.length / 4) return 'utf-16le'
  if (even > head.length / 4) return 'utf-16be'
  return isUtf8(head) ? 'utf-8' : 'windows-1252'
}

/** Bytes as text without its mark. Throws `corrupt` when it is no text at all. */
export function decodeText(bytes: Buffer): string {
  const encoding = encodingOf(bytes.subarray(0, 65_536))
  const text = iconv.decode(bytes, encoding).replace(/^\uFEFF/, '')
  if (isBinary(text.slice(0, 20_000))) throw new DocumentFault('corrupt', 'these bytes are no text')
  return text.replaceAll('\0', '\uFFFD')
}

/** Whether so much of a text are control signs that it is something else. */
export const isBinary = (text: string): boolean => (text.match(/(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0) > text.length / 50

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // A character may be cut at the end of the sample.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Text as it may stand in HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
