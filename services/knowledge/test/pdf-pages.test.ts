import { createPdfReader } from '@myna/documents-pdf'
import { afterEach, describe, expect, it } from 'vitest'
import { pdfReading } from '#documents/pdf-reading.ts'
import { crawl } from '#test/crawl.ts'
import { openSite } from '#test/site.ts'

const textOf = (text: string) => `BT /F1 12 Tf 50 700 Td (${text}) Tj ET`
/** A PDF file of one page; PDF.js finds its objects by itself. */
const pdfOf = (text: string) =>
  [
    '%PDF-1.4',
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Kids [4 0 R] /Count 1 >> endobj',
    '3 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj',
    '4 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >> endobj',
    `5 0 obj << /Length ${textOf(text).length} >>`,
    'stream',
    textOf(text),
    'endstream endobj',
    'trailer << /Root 1 0 R /Size 6 >>',
  ].join('\n')
const served = (body: string) => ({ headers: { 'content-type': 'application/pdf' }, body })

describe('PDF files of a website', () => {
  const sites: { close(): Promise<void> }[] = []
  const open = async (pages: Parameters<typeof openSite>[0]) => {
    const site = await openSite(pages)
    sites.push(site)
    return site
  }
  afterEach(async () => void (await Promise.all(sites.splice(0).map((it) => it.close()))))
  const links = (count: number) =>
    `<html><body><h1>Home</h1><p>We repair bicycles of all kinds, old and new, every day of the week.</p>${Array.from({ length: count }, (_, at) => `<a href="/list-${at}.pdf">Price list ${at}</a>`).join(' ')}</body></html>`

  it('are read like its pages', async () => {
    const site = await open({ '/': { body: links(1) }, '/list-0.pdf': served(pdfOf('A new chain costs 450 rupees including work and oil for one year.')) })
    const { read, shelf } = await crawl(site.url, { readPdf: pdfReading([createPdfReader()])! })
    expect(read).toEqual(['/', '/list-0.pdf'])
    expect(JSON.stringify(shelf.pages.find((it) => it.url.endsWith('.pdf')))).toContain('450 rupees')
  })

  it('that are broken say so, and the rest of the site is read', async () => {
    const site = await open({ '/': { body: links(1) }, '/list-0.pdf': served('%PDF-1.4 nothing') })
    const { read, reasonOf } = await crawl(site.url, { readPdf: pdfReading([createPdfReader()])! })
    expect([read, reasonOf('/list-0.pdf')]).toEqual([['/'], 'The PDF file is damaged.'])
  })

  it('are read up to a number', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [`/list-${at}.pdf`, served(pdfOf(`Price list number ${at} of our bicycles, chains and lamps.`))]),
    )
    const site = await open({ '/': { body: links(10) }, ...pages })
    const { read, sentences } = await crawl(site.url, { readPdf: pdfReading([createPdfReader()])! })
    expect(read).toHaveLength(9)
    expect(sentences.filter((it) => it.includes('Only the first 8 PDF files are read.'))).toHaveLength(2)
  })
})
