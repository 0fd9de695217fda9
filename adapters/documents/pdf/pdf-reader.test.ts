import { describe, expect, it } from 'vitest'
import { createPdfReader } from '#index.ts'
import { makePdf, type PdfLine } from '#test/make-pdf.ts'

const limits = { maxBytes: 200_000_000, maxPages: 100, maxRows: 1_000, timeoutMs: 20_000 }

async function readPdf(bytes: Buffer, more: Partial<typeof limits> = {}, signal = new AbortController().signal) {
  async function* body() {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
  }
  const parts: string[] = []
  const reading = createPdfReader().read(body(), { ...limits, ...more }, signal)
  for (;;) {
    const { done, value } = await reading.next()
    if (done) return { parts, read: value }
    parts.push(value.html)
  }
}

const menu: PdfLine[] = [
  ['Price list', 20, 50, 780],
  ['All prices include taxes. We are closed on the first Mon-', 10, 50, 750],
  ['day of every month & on holidays.', 10, 50, 737],
  ['Haircut', 10, 50, 700],
  ['300 rupees', 10, 300, 700],
  ['Shave', 10, 50, 685],
  ['150 rupees', 10, 300, 685],
]

describe('a PDF file', () => {
  it('is taken by its name or its first bytes', () => {
    const reader = createPdfReader()
    expect([reader.takes('a.PDF', new Uint8Array()), reader.takes('a', Buffer.from('%PDF-1.4')), reader.takes('a.txt', Buffer.from('hello'))]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('becomes headings, paragraphs and tables, page by page', async () => {
    const { parts, read } = await readPdf(makePdf([menu, [['Second page, with plenty to say.', 10, 50, 700]]]))
    expect(parts[0]).toBe(
      '<h2>Price list</h2>\n<p>All prices include taxes. We are closed on the first Mon- day of every month &amp; on holidays.</p>\n<table><tr><td>Haircut</td><td>300 rupees</td></tr><tr><td>Shave</td><td>150 rupees</td></tr></table>'.replace(
        'Mon- day',
        'Monday',
      ),
    )
    expect(parts[1]).toBe('<p>Second page, with plenty to say.</p>')
    expect(read).toEqual({ parts: 2, pages: 2, rows: 0, leftOut: 0 })
  })

  it('is read up to the page limit', async () => {
    const pages = Array.from({ length: 5 }, (_, at): PdfLine[] => [[`This is page number ${at + 1}.`, 10, 50, 700]])
    expect((await readPdf(makePdf(pages), { maxPages: 2 })).read).toEqual({ parts: 2, pages: 5, rows: 0, leftOut: 3 })
  })

  it.each([
    ['locked with a password', makePdf([menu], { encrypt: true }), 'encrypted'],
    ['a scan without text', makePdf([[]]), 'no_text'],
    ['cut off', Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Cata'), 'corrupt'],
    ['not a PDF at all', Buffer.from('hello'), 'corrupt'],
    [
      'random bytes behind the right beginning',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))]),
      'corrupt',
    ],
  ])('that is %s is refused', async (_, bytes, trouble) => {
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'DocumentFault', trouble })
  })

  it('is refused when it is too large, and when reading takes too long', async () => {
    await expect(readPdf(makePdf([menu]), { maxBytes: 100 })).rejects.toMatchObject({ trouble: 'too_large' })
    const pages = Array.from({ length: 400 }, () => menu)
    await expect(readPdf(makePdf(pages), { timeoutMs: 1 })).rejects.toMatchObject({ trouble: 'corrupt' })
  })

  it('stops when the caller goes away', async () => {
    await expect(readPdf(makePdf([menu]), {}, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
  })
})
