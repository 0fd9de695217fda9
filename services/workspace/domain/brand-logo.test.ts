import { deflateSync, crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLogo } from '#domain/brand-logo.ts'
import { safeSvg } from '#domain/safe-svg.ts'

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
const png = (side: number, more: Buffer[] = []) => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', head), ...more, chunk('IDAT', deflateSync(Buffer.alloc(2))), chunk('IEND', Buffer.alloc(0))])
}

test('keeps a picture, without the words in it', () => {
  expect(readLogo(png(1, [chunk('tEXt', Buffer.from('Author\0someone'))]))).toEqual({ contentType: 'image/png', bytes: png(1) })
})

test('refuses what is no whole picture, is too large, or carries more behind its end', () => {
  expect(readLogo(png(3_000))).toBe('too_large')
  expect(readLogo(png(1).subarray(0, 40))).toBe('not_supported')
  expect(readLogo(Buffer.concat([png(1), Buffer.from('<script>')]))).toBe('not_supported')
  expect(readLogo(Buffer.from('GIF89a'))).toBe('not_supported')
  expect(readLogo(Buffer.alloc(0))).toBe('not_supported')
})

test('keeps the looks of an SVG', () => {
  const source =
    '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg viewBox="0 0 8 8"><g style="fill:#123456;behavior:x"><path d="M0 0h8" fill="url(#a)"/></g></svg>'
  expect(safeSvg(source)).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><g fill="#123456"><path d="M0 0h8" fill="url(#a)"/></g></svg>')
})

test.each([
  ['a script', '<svg><script>alert(1)</script><path d="M0"/></svg>'],
  ['an act', '<svg onload="alert(1)"><path onclick="x()" d="M0"/></svg>'],
  ['a foreign page', '<svg><foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="x()"/></foreignObject></svg>'],
  ['a link', '<svg><a href="javascript:alert(1)"><path d="M0"/></a></svg>'],
  ['a picture from elsewhere', '<svg><image href="https://example.com/x.png"/><path fill="url(https://example.com/#a)"/></svg>'],
  ['an address in numbers', '<svg><path fill="&#117;rl(https://example.com)"/></svg>'],
  ['a style sheet', '<svg><style>@import "https://example.com"</style></svg>'],
  ['an animation', '<svg><set attributeName="href" to="javascript:alert(1)"/></svg>'],
  ['a copy of itself', '<svg><use href="#a"/></svg>'],
])('leaves out %s', (_, source) => {
  expect(safeSvg(source)).toMatch(/^<svg xmlns=/)
  expect(safeSvg(source)).not.toMatch(/script|on\w+=|href|foreign|example\.com|import|<(?:a|set|use|image|style)\b/i)
})

test.each([
  ['entities of its own', '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'],
  ['a page', '<html><svg/></html>'],
  ['two pictures', '<svg/><svg/>'],
  ['what is not closed', '<svg><g></svg>'],
  ['words alone', 'hello'],
  ['a quote left open', '<svg fill="x><path/></svg>'],
])('refuses %s', (_, source) => {
  expect(safeSvg(source)).toBeUndefined()
})

test('law: what is written reads as itself again', () => {
  const part = fc.constantFrom(
    '<svg>',
    '</svg>',
    '<g>',
    '</g>',
    '<script>',
    '</script>',
    '<path d="M0"/>',
    '&lt;script&gt;',
    '&amp;amp;',
    ' x ',
    '<!--',
    '-->',
    '"',
    "'",
    '<![CDATA[',
    ']]>',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const once = safeSvg(`<svg>${parts.join('')}</svg>`)
      if (once === undefined) return
      expect(once).not.toMatch(/<script/i)
      expect(safeSvg(once.replace(' xmlns="http://www.w3.org/2000/svg"', ''))).toBe(once)
    }),
    { numRuns: 500 },
  )
})
