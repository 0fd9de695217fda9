import iconv from 'iconv-lite'

/** How far into a page a declaration of its encoding is looked for; browsers look at 1024 bytes, real pages put it later. */
const declarationBytes = 4096

/**
 * A page's bytes as text. A byte order mark decides, then bytes that can only be UTF-8, then the `content-type` header,
 * then the page's own declaration, then a guess. Wrong declarations are common, and UTF-8 beyond ASCII is hardly ever anything else.
 */
export function decodeBody(body: Uint8Array, contentType: string): string {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return decoded(bytes, contentType).replaceAll('\0', '\uFFFD')
}

function decoded(bytes: Buffer, contentType: string): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf-16be')
  const declared = known(/charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType)?.[1]) ?? known(declaredInside(bytes))
  const wide = declared?.startsWith('utf-16') ? declared : zeroPattern(bytes)
  if (wide) return iconv.decode(bytes, wide)
  const stateful = declared !== undefined && /^(iso-?2022|hz|utf-7)/.test(declared)
  if (!stateful && isUtf8(bytes)) return bytes.toString('utf8')
  if (declared && declared !== 'utf-8') return iconv.decode(bytes, declared)
  return mostlyUtf8(bytes) ? bytes.toString('utf8') : iconv.decode(bytes, 'windows-1252')
}

/** The encoding a name stands for on the web (WHATWG Encoding), where Latin 1 means windows-1252. */
function known(name: string | undefined): string | undefined {
  const label = name?.toLowerCase()
  if (!label) return undefined
  if (label === 'utf8' || label === 'utf-8') return 'utf-8'
  if (/^(iso-?8859-?1|latin-?1|us-ascii|ascii)$/.test(label)) return 'windows-1252'
  if (label === 'gb2312' || label === 'gbk') return 'gb18030'
  return iconv.encodingExists(label) ? label : undefined
}

function declaredInside(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, declarationBytes)
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? /<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Whether a text is UTF-8 but for a few broken characters, as after a cut or a careless edit. */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8')
  const wrong = text.match(/\uFFFD/g)?.length ?? 0
  const right = text.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0
  return right > wrong * 10
}

/** Markup in UTF-16 without a mark shows as every second byte zero. */
function zeroPattern(bytes: Buffer): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0) return 'utf-16be'
  return undefined
}
