/** What an answer's bytes are, by what its header says and what they begin with. */
export type PageType = 'html' | 'text' | 'pdf' | 'other'

const textDecoder = new TextDecoder('latin1')

/** Tells a web page from a file; a header of `text/html` does not make a picture a page. */
export function pageTypeOf(contentType: string, body: Uint8Array): PageType {
  const type = contentType.split(';')[0]!.trim().toLowerCase()
  const head = textDecoder.decode(body.subarray(0, 1024))
  if (head.startsWith('%PDF-') || type === 'application/pdf') return 'pdf'
  if (isBinary(body, head)) return 'other'
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html'
  const looksLikeHtml = /^\W{0,3}\s*(<!doctype html|<html|<!--|<head|<body)/i.test(head)
  if (type === 'text/plain') return looksLikeHtml ? 'html' : 'text'
  return (type === '' || type === 'application/octet-stream' || type === 'unknown/unknown') && looksLikeHtml ? 'html' : 'other'
}

/** What files of other kinds begin with: pictures, archives, programs, sound. */
const signatures = ['\x89PNG', 'GIF8', '\xff\xd8\xff', 'PK\x03\x04', '\x1f\x8b', 'RIFF', '\x7fELF', 'MZ', 'ID3', 'OggS', 'Rar!', '7z\xbc']

/** A page has no bytes that no text has: a zero byte among single-byte text, or a known signature. */
function isBinary(body: Uint8Array, head: string): boolean {
  if (signatures.some((it) => head.startsWith(it))) return true
  if ((body[0] === 0xff && body[1] === 0xfe) || (body[0] === 0xfe && body[1] === 0xff)) return false
  const zeros = head.split('\0').length - 1
  // UTF-16 without a mark has a zero in every second byte of its markup.
  return zeros > 4 && !(zeros > head.length * 0.3 && /<\0|\0</.test(head.slice(0, 4)))
}

/** Plain text as a page, so that it is read like any other: a blank line ends a paragraph. */
export function textAsHtml(text: string, url: string): string {
  const escaped = (it: string) => it.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const paragraphs = text
    .split(/\r?\n\s*\r?\n/)
    .map((it) => it.trim())
    .filter(Boolean)
  const name = decodeURIComponentOrNot(new URL(url).pathname.split('/').at(-1) ?? '')
  return `<!doctype html><title>${escaped(name)}</title><body>${paragraphs.map((it) => `<p>${escaped(it).replace(/\r?\n/g, '<br>')}</p>`).join('\n')}</body>`
}

function decodeURIComponentOrNot(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
