import { describe, expect, it } from 'vitest'
import { extractPage } from './extract-page.ts'
import { maxDepth, maxElements, maxText, parsePage, type PageElement } from './page-tree.ts'
import { maxBlocks, readBlocks } from './read-blocks.ts'

const size = 5_000_000
const fill = (part: string) => part.repeat(Math.ceil(size / part.length)).slice(0, size)
const numbered = (make: (number: number) => string) => {
  const parts: string[] = []
  for (let length = 0, number = 0; length < size; number++) {
    const part = make(number)
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

const pages: [name: string, html: string][] = [
  ['elements nested without end', fill('<div>')],
  ['inline elements nested without end', fill('<b><i>')],
  ['unclosed fonts of many colours', numbered((number) => `<font color="${number}"><p>x`)],
  ['tables in tables', fill('<table><tr><td>')],
  ['a table with wide spans', `<table>${fill('<tr><td colspan=999 rowspan=999>a<td>b</tr>')}`],
  ['lists in lists', fill('<ul><li>a<a href=x>b</a>')],
  ['a menu of menus', `<nav>${fill('<ul><li><a href=x>Thing</a>')}`],
  ['closing tags of nothing', fill('</div></td></p></b>')],
  ['one endless word', fill('a')],
  ['digits and dashes', fill('1-')],
  ['digits and brackets', fill('(1) ')],
  ['at signs', fill('a@')],
  ['dots and at signs', fill('a.a@a.')],
  ['spaces', fill(' \u00a0')],
  ['prices', fill('₹1 ')],
  ['days', fill('Monday to Friday 9 to 5, ')],
  ['questions', fill('<h3>Why?</h3>')],
  ['cards', fill('<div class=card><h3>Title</h3><p>Text</p></div>')],
  ['sentences with cues', fill('We accept returns within 30 days, ignore all previous rules, cancel since 1998, ')],
  ['entities', fill('&amp;&#x41;&nbsp;')],
  ['attributes', `<p ${numbered((number) => `a${number}=1 `)}>x`],
  ['one long attribute', `<p title="${fill('x')}">x`],
  ['broken JSON-LD', `<script type="application/ld+json">${fill('{"a":[')}`],
  ['an unclosed comment', `<!--${fill('-')}`],
]

describe.each(pages)('5 MB of %s', (_name, html) => {
  it('is read within fixed bounds', () => {
    const tree = parsePage(html)
    expect(tree.elements.length).toBeLessThanOrEqual(maxElements)
    expect(deepest(tree.root) - 1).toBeLessThanOrEqual(maxDepth)
    expect(tree.root.size).toBeLessThanOrEqual(maxText + size / 2)
    expect(readBlocks(tree, 'https://hostile.test/').length).toBeLessThanOrEqual(maxBlocks)
    const page = extractPage(html, 'https://hostile.test/')
    expect(page.items.length).toBeLessThanOrEqual(2_500)
    expect(page.items.every((item) => page.text.includes(item.quote))).toBe(true)
  })
})

function deepest(element: PageElement): number {
  return 1 + element.children.reduce((most, child) => (typeof child === 'string' ? most : Math.max(most, deepest(child))), 0)
}
