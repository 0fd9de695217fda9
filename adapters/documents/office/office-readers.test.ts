import type { DocumentReader } from '@myna/ports/document'
import { describe, expect, it } from 'vitest'
import { createDocxReader, createXlsxReader } from '#index.ts'
import { makeDocx, makeXlsx, paragraph } from '#test/make-office.ts'

const limits = { maxBytes: 200_000_000, maxPages: 100, maxRows: 1_000, timeoutMs: 20_000 }

async function readWith(reader: DocumentReader, bytes: Buffer, more: Partial<typeof limits> = {}) {
  async function* body() {
    yield bytes
  }
  const parts: string[] = []
  const reading = reader.read(body(), { ...limits, ...more }, new AbortController().signal)
  for (;;) {
    const { done, value } = await reading.next()
    if (done) return { parts, read: value }
    parts.push(value.html)
  }
}
const readDocx = (bytes: Buffer, more?: Partial<typeof limits>) => readWith(createDocxReader(), bytes, more)
const readXlsx = (bytes: Buffer, more?: Partial<typeof limits>) => readWith(createXlsxReader(), bytes, more)

describe('a Word document', () => {
  it('becomes headings, paragraphs and tables', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('Haircut')}</w:tc><w:tc>${paragraph('300')}</w:tc></w:tr></w:tbl>`
    const { parts, read } = await readDocx(makeDocx(`${paragraph('Prices', 'Heading1')}${paragraph('दाम &amp; offers')}${table}`))
    expect(parts.join('')).toContain('<p>दाम &amp; offers</p>')
    expect(parts.join('')).toContain('<td><p>Haircut</p></td><td><p>300</p></td>')
    expect(read).toMatchObject({ leftOut: 0 })
  })

  it('without text is refused', async () => {
    await expect(readDocx(makeDocx(''))).rejects.toMatchObject({ trouble: 'no_text' })
  })
})

describe('a workbook', () => {
  it('becomes a table a sheet, with its first row as heads', async () => {
    const { parts, read } = await readXlsx(
      makeXlsx({
        Menu: [
          ['item', 'price'],
          ['Tea', '20'],
        ],
        Empty: [],
        Branches: [['city'], ['Kolkata'], ['Pune']],
      }),
    )
    expect(parts[0]).toBe('<h1>Menu</h1><table><thead><tr><th>item</th><th>price</th></tr></thead><tbody><tr><td>Tea</td><td>20</td></tr></tbody></table>')
    expect(parts[1]).toContain('<h1>Branches</h1>')
    expect(read).toEqual({ parts: 2, pages: 2, rows: 3, leftOut: 0 })
  })

  it('is read up to the row limit, the rest counted', async () => {
    const rows = [['n'], ...Array.from({ length: 50 }, (_, at) => [String(at)])]
    expect((await readXlsx(makeXlsx({ Long: rows }), { maxRows: 20 })).read).toEqual({ parts: 1, pages: 1, rows: 50, leftOut: 30 })
  })

  it('without rows is refused', async () => {
    await expect(readXlsx(makeXlsx({ Empty: [] }))).rejects.toMatchObject({ trouble: 'no_text' })
  })
})

describe.each([
  ['docx', readDocx],
  ['xlsx', readXlsx],
])('a file called .%s', (_, read) => {
  const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(100)])
  it.each([
    ['locked with a password', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]), 'encrypted'],
    ['of the old binary format', compound, 'not_supported'],
    ['cut off', makeDocx(paragraph('hello')).subarray(0, 200), 'corrupt'],
    ['something else', Buffer.from('hello'), 'corrupt'],
  ])('that is %s is refused', async (_, bytes, trouble) => {
    await expect(read(bytes)).rejects.toMatchObject({ trouble })
  })

  it('is refused when it is too large', async () => {
    await expect(read(makeDocx(paragraph('hello')), { maxBytes: 10 })).rejects.toMatchObject({ trouble: 'too_large' })
  })
})
