import { describe, expect, it } from 'vitest'
import { gatherDrafts, type PlacedDraft } from '#domain/gather-drafts.ts'

const draft = (path: string, text: string, more: Partial<PlacedDraft> = {}): PlacedDraft => ({
  category: 'business_information',
  title: 'Title',
  text,
  kind: 'passage',
  label: null,
  value: null,
  language: 'en',
  url: `https://example.com${path}`,
  quote: text,
  confidence: 0.8,
  position: 0,
  pageId: path,
  ...more,
})
const pathsOf = (drafts: readonly PlacedDraft[]) => gatherDrafts(drafts).map((it) => it.pageId)

describe('gatherDrafts', () => {
  it('keeps one of what every page repeats, on the page about it rather than the home page or the blog', () => {
    const text = 'Our garden behind the library has forty seats and two very old trees.'
    expect(pathsOf([draft('/', text), draft('/blog/x', text), draft('/about', text), draft('/teas', text)])).toEqual(['/about'])
  })

  it('keeps contact facts on the contact page, however the number is written', () => {
    const phone = (path: string, value: string) => draft(path, value, { kind: 'fact', label: 'phone', value, title: `Phone ${path}` })
    expect(pathsOf([phone('/', '+91 44 2345 6789'), phone('/about', '044 2345 6789'.slice(1)), phone('/contact', '+91-44-2345-6789')])).toEqual(['/contact'])
  })

  it('drops a passage that nearly repeats another, but not when a number differs', () => {
    const text = (people: string, end: string) =>
      `The big hall upstairs seats ${people} people at round tables and has a stage, a piano, a projector and a small kitchen for caterers ${end}`
    expect(pathsOf([draft('/about', text('eighty', 'today.')), draft('/hall', text('eighty', 'nowadays.'))])).toEqual(['/about'])
    expect(pathsOf([draft('/about', text('80', 'today.')), draft('/hall', text('90', 'today.'))])).toEqual(['/about', '/hall'])
  })

  it('keeps rows and prices apart that differ in a word', () => {
    const row = (title: string) => draft('/prices', `${title}: $10`, { kind: 'row', title })
    expect(gatherDrafts([row('Small'), row('Large')])).toHaveLength(2)
  })

  it('lets go of short decoration on most pages, but not of what has a number in it', () => {
    const pages = ['/', '/a', '/b', '/c', '/d', '/e']
    const all = pages.flatMap((path) => [
      draft(path, 'Quality you can taste!'),
      draft(path, 'Call 044 2345 6789'),
      draft(path, `Something only page ${path} says about its own subject.`),
    ])
    const texts = gatherDrafts(all).map((it) => it.text)
    expect(texts).not.toContain('Quality you can taste!')
    expect(texts).toContain('Call 044 2345 6789')
    expect(texts).toHaveLength(7)
  })

  it('keeps the order of the site', () => {
    const all = ['/blog/z', '/contact', '/'].map((path) => draft(path, `Only here: ${path}`))
    expect(pathsOf(all)).toEqual(['/blog/z', '/contact', '/'])
  })
})
