import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeBody } from '#crawl/decode-body.ts'

const html = (text: string, head = '') => `<html><head>${head}</head><body>${text}</body></html>`
const meta = (charset: string) => `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`

describe('decodeBody', () => {
  it.each<[string, Buffer, string, string]>([
    ['UTF-8 without a word about it', Buffer.from(html('Café दुकान')), '', 'Café दुकान'],
    ['UTF-8 that says it is Latin 1', Buffer.from(html('Café दुकान', meta('iso-8859-1'))), 'text/html; charset=ISO-8859-1', 'Café दुकान'],
    ['windows-1252 by the header', iconv.encode(html('“Café” – 5 €'), 'win1252'), 'text/html; charset=windows-1252', '“Café” – 5 €'],
    ['windows-1252 called Latin 1', iconv.encode(html('“Café” – 5 €'), 'win1252'), 'text/html; charset=iso-8859-1', '“Café” – 5 €'],
    ['windows-1252 that says it is UTF-8', iconv.encode(html('Café crème'), 'win1252'), 'text/html; charset=utf-8', 'Café crème'],
    ['windows-1252 without a word about it', iconv.encode(html('Café crème'), 'win1252'), 'text/html', 'Café crème'],
    ['Shift_JIS by its own declaration', iconv.encode(html('営業時間', meta('Shift_JIS')), 'shift_jis'), 'text/html', '営業時間'],
    [
      'windows-1251 by a late declaration',
      iconv.encode(html('Часы работы', `<!--${'x'.repeat(2000)}--><meta charset=windows-1251>`), 'win1251'),
      '',
      'Часы работы',
    ],
    ['GB2312', iconv.encode(html('营业时间', meta('gb2312')), 'gb18030'), '', '营业时间'],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(html('Café'), 'utf-16le')]), 'text/html', 'Café'],
    ['UTF-16 without one', iconv.encode(html('Café'), 'utf-16be'), 'text/html', 'Café'],
    ['a mark against the header', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(html('Café'))]), 'text/html; charset=shift_jis', 'Café'],
    ['an unknown name', Buffer.from(html('Café')), 'text/html; charset=klingon', 'Café'],
    ['an XML declaration', iconv.encode(`<?xml version="1.0" encoding="iso-8859-2"?>${html('Żółw')}`, 'iso-8859-2'), '', 'Żółw'],
  ])('reads %s', (_, bytes, contentType, text) => {
    expect(decodeBody(bytes, contentType)).toContain(text)
  })

  it('reads UTF-8 with a broken character as UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(html('दुकान खुली है और चाय तैयार है')), Buffer.from([0xff])])
    expect(decodeBody(bytes, 'text/html; charset=utf-8')).toContain('दुकान खुली है')
  })

  it('leaves no zero character, which no database takes', () => {
    expect(decodeBody(Buffer.from('a\0b'), 'text/html')).toBe('a\uFFFDb')
  })
})
