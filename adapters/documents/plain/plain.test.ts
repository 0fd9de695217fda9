import { Buffer } from 'node:buffer'
import type { DocumentPart, DocumentRead, DocumentReader } from '@myna/ports/document'
import { describe, expect, it } from 'vitest'
import { createCsvReader, createTextReaders } from '#index.ts'

const limits = { maxBytes: 200_000_000, maxPages: 100, maxRows: 1_000, timeoutMs: 10_000 }
const signal = new AbortController().signal

async function* bytesOf(...texts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield typeof text === 'string' ? Buffer.from(text) : text
}

async function readWith(reader: DocumentReader | undefined, body: AsyncIterable<Uint8Array>) {
  if (!reader) throw new Error('nobody takes this file')
  const parts: DocumentPart[] = []
  const reading = reader.read(body, limits, signal)
  for (;;) {
    const { done, value } = await reading.next()
    if (done) return { parts, read: value satisfies DocumentRead }
    parts.push(value)
  }
}

const readText = (name: string, ...texts: (string | Uint8Array)[]) =>
  readWith(
    createTextReaders().find((it) => it.takes(name, new Uint8Array())),
    bytesOf(...texts),
  )
const readCsv = (...texts: (string | Uint8Array)[]) => readWith(createCsvReader(), bytesOf(...texts))

describe('a text file', () => {
  it('becomes headings, paragraphs and lists', async () => {
    const { parts } = await readText('a.txt', 'Opening hours\nMonday to Friday 9 to 5.\n\nWe repair:\n\n- bicycles\n- scooters <b>')
    expect(parts[0]?.html).toBe(
      '<h2>Opening hours</h2>\n<p>Monday to Friday 9 to 5.</p>\n<p>We repair:</p>\n<ul><li>bicycles</li><li>scooters &lt;b&gt;</li></ul>',
    )
  })

  it('is Markdown by its name', async () => {
    expect((await readText('a.md', '# Prices\n\n| what | price |\n|---|---|\n| haircut | 300 |\n')).parts[0]?.html).toMatch(
      /<h1>Prices<\/h1>[\s\S]*<td>300<\/td>/,
    )
  })

  it.each([
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('दाम ३०० रुपये।', 'utf16le')])],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('दाम ३०० रुपये।')])],
  ])('is read in %s', async (_, bytes) => {
    expect((await readText('a.txt', bytes)).parts[0]?.html).toBe('<p>दाम ३०० रुपये।</p>')
  })

  it('is read in windows-1252 when it is nothing else', async () => {
    expect((await readText('a.txt', Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x2e]))).parts[0]?.html).toBe('<p>Café.</p>')
  })

  it('is refused when empty, and when it is something else', async () => {
    await expect(readText('a.txt', ' \n ')).rejects.toMatchObject({ trouble: 'no_text' })
    await expect(readText('a.txt', new Uint8Array(5000).fill(3))).rejects.toMatchObject({ trouble: 'corrupt' })
  })
})

describe('a CSV file', () => {
  it('becomes a table, whatever parts its columns', async () => {
    for (const sign of [',', ';', '\t', '|']) {
      const { parts, read } = await readCsv(['item', 'price'].join(sign), '\n', ['Tea', '20'].join(sign), '\r\n')
      expect(parts[0]?.html).toBe('<table><thead><tr><th>item</th><th>price</th></tr></thead><tbody><tr><td>Tea</td><td>20</td></tr></tbody></table>')
      expect(read).toEqual({ parts: 1, pages: 1, rows: 1, leftOut: 0 })
    }
  })

  it('bears quotes, line breaks in cells, ragged rows and cut bytes', async () => {
    const whole = Buffer.from('item,price\n"Tea, with\nmilk",₹20,extra\n\nकॉफ़ी\n')
    const { parts } = await readCsv(whole.subarray(0, 28), whole.subarray(28, 31), whole.subarray(31))
    expect(parts[0]?.html).toContain('<td>Tea, with\nmilk</td><td>₹20</td><td>extra</td>')
    expect(parts[0]?.html).toContain('<td>कॉफ़ी</td>')
  })

  it('of a million rows is streamed: the first are read, the others counted', async () => {
    const portion = Buffer.from('some item,123\n'.repeat(10_000))
    async function* million() {
      yield Buffer.from('item,price\n')
      for (let at = 0; at < 100; at++) yield portion
    }
    const { parts, read } = await readWith(createCsvReader(), million())
    expect(read).toEqual({ parts: 5, pages: 1, rows: 1_000_000, leftOut: 999_000 })
    expect(parts).toHaveLength(5)
  })

  it('is refused without rows, when it is too large, and when it is no text', async () => {
    await expect(readCsv('item,price\n')).rejects.toMatchObject({ trouble: 'no_text' })
    await expect(readCsv(`a,b\n"${'x'.repeat(2_000_000)}`)).rejects.toMatchObject({ trouble: 'corrupt' })
    await expect(readCsv(new Uint8Array(5000).fill(3))).rejects.toMatchObject({ trouble: 'corrupt' })
  })
})
