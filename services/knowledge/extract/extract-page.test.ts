import { readFileSync } from 'node:fs'
import { categories } from '@myna/contracts/knowledge'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftItem, ReadablePage } from '#domain/draft-item.ts'
import { extractPage } from './extract-page.ts'
import { type Expectation, expectations } from './fixtures/expectations.ts'

const htmlOf = (name: string) => readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8')
const urlOf = ({ name, path }: Expectation) => `https://${name}.test${path ?? '/'}`
const describeItem = (item: DraftItem) => `${item.kind}${item.label ? `:${item.label}=${item.value}` : ''} «${item.title}» ${item.text}`

function checkQuotes(page: ReadablePage): void {
  for (const item of page.items) {
    expect(item.quote).not.toBe('')
    expect(page.text.includes(item.quote), `quote of ${describeItem(item)}`).toBe(true)
    expect(item.title.trim()).not.toBe('')
    expect(item.text.trim()).not.toBe('')
    expect(categories).toContain(item.category)
    expect(item.confidence).toBeGreaterThan(0)
    expect(item.confidence).toBeLessThan(1)
  }
}

describe.each(expectations)('$name', (expected) => {
  const page = extractPage(htmlOf(expected.name), urlOf(expected))

  it('finds every labelled fact', () => {
    for (const [label, value, text] of expected.facts ?? []) {
      const found = page.items.filter((item) => item.label === label)
      expect(
        found.some((item) => item.value === value && (!text || item.text.includes(text))),
        `${label} ${value}\n${found.map(describeItem).join('\n')}`,
      ).toBe(true)
    }
  })

  it('finds passages, rows and questions under titles that say what they are about', () => {
    for (const [kind, title, text, category] of expected.items ?? []) {
      const found = page.items.find((item) => item.kind === kind && item.title === title && item.text.includes(text))
      expect(found, `${kind} «${title}» ${text}\n${page.items.map(describeItem).join('\n')}`).toBeDefined()
      if (category) expect(found?.category).toBe(category)
    }
  })

  it('leaves out what no reader needs', () => {
    for (const junk of expected.absent ?? []) expect(page.items.filter((item) => `${item.title}\n${item.text}`.includes(junk)).map(describeItem)).toEqual([])
  })

  it('trusts filler and orders to machines little', () => {
    for (const doubtful of expected.doubtful ?? []) {
      const found = page.items.filter((item) => `${item.title}\n${item.text}`.includes(doubtful))
      expect(found.length).toBeGreaterThan(0)
      for (const item of found) expect(item.confidence).toBeLessThan(0.3)
    }
  })

  it('reads language, address and rules', () => {
    expect(page).toMatchObject({
      language: expected.language ?? 'en',
      needsScript: false,
      asksForSignIn: false,
      noindex: false,
      nofollow: false,
      canonical: null,
      ...expected.page,
    })
  })

  it('quotes the page letter for letter', () => checkQuotes(page))
})

describe('any page', () => {
  const names = expectations.map((each) => each.name)

  it('is read without failing and quoted letter for letter, however torn', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        fc.nat(6000),
        fc.nat(6000),
        fc.string({ maxLength: 60 }),
        (first, second, cut, from, middle) => {
          checkQuotes(extractPage(htmlOf(first).slice(0, cut) + middle + htmlOf(second).slice(from), 'https://torn.test/page'))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is read alike each time', () => {
    for (const name of names) expect(extractPage(htmlOf(name), 'https://same.test/')).toEqual(extractPage(htmlOf(name), 'https://same.test/'))
  })

  it('gives absolute links without fragments, each once', () => {
    const page = extractPage(
      '<base href="/sub/"><a href="a#x">A</a><a href="a">A</a><a href="//other.test/b">B</a><a href="javascript:void(0)">C</a><a href="mailto:x@y.test">D</a><a rel="nofollow" href="/e">E</a>',
      'https://links.test/',
    )
    expect(page.links).toEqual(['https://links.test/sub/a', 'https://other.test/b'])
  })
})
