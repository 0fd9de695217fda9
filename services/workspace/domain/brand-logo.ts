import { safeSvg } from '#domain/safe-svg.ts'

export type Logo = { contentType: 'image/png' | 'image/svg+xml'; bytes: Buffer }

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const mostPixels = 2_048

/** A logo as it is kept; `not_supported` for what is neither a whole PNG nor an SVG, `too_large` for a picture of more than 2,048 pixels a side. */
export function readLogo(bytes: Buffer): Logo | 'not_supported' | 'too_large' {
  if (bytes.subarray(0, 8).equals(signature)) return readPng(bytes)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return 'not_supported'
  }
  const svg = safeSvg(text)
  return svg === undefined ? 'not_supported' : { contentType: 'image/svg+xml', bytes: Buffer.from(svg) }
}

/** Walks the chunks of a PNG (ISO/IEC 15948): the head first, the end last, nothing after it. Words and dates that cameras and programs put in are left out. */
function readPng(bytes: Buffer): Logo | 'not_supported' | 'too_large' {
  const kept: Uint8Array[] = [signature]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const next = at + 12 + length
    if (next > bytes.length || (at === 8) !== (type === 'IHDR')) return 'not_supported'
    if (type === 'IHDR') {
      const [width, height] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)]
      if (width === 0 || height === 0 || length !== 13) return 'not_supported'
      if (width > mostPixels || height > mostPixels) return 'too_large'
    }
    if (['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB', 'cHRM', 'sBIT'].includes(type)) kept.push(bytes.subarray(at, next))
    if (type === 'IEND') return next === bytes.length ? { contentType: 'image/png', bytes: Buffer.concat(kept) } : 'not_supported'
    at = next
  }
  return 'not_supported'
}
