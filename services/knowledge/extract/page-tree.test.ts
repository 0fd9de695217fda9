import { describe, expect, it } from 'vitest'
import { type PageElement, parsePage } from './page-tree.ts'

const shape = (element: PageElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : `${child.name}(${shape(child)})`)).join(' ')
const shapeOf = (html: string) => shape(parsePage(html).root)

describe('messy HTML', () => {
  it.each([
    ['<ul><li>a<li>b</ul>', 'ul(li(a) li(b))'],
    ['<p>a<p>b<div>c</div>', 'p(a) p(b) div(c)'],
    ['<table><tr><td><font>a<td>b<tr><td>c</table>', 'table(tr(td(font(a)) td(b)) tr(td(c)))'],
    ['<table><tr><td><table><tr><td>a</table><td>b</table>', 'table(tr(td(table(tr(td(a)))) td(b)))'],
    ['<dl><dt>a<dd>b<dt>c</dl>', 'dl(dt(a) dd(b) dt(c))'],
    ['<div>a</span></p>b</div>c', 'div(ab) c'],
    ['<b><p>a</b>b</p>', 'b(p(a)) b'],
    ['<td>a</div>b', 'td(ab)'],
    ['<svg><path/><svg></svg><text>t</text></svg><p>a', 'p(a)'],
    ['<script src=x />b</script>c', 'c'],
    ['a<br/>b</br>c', 'a br() b br() c'],
    ['&lt;p&gt; &#x20B9;5 &nbsp', '<p> ₹5 \u00a0'],
  ])('%s becomes %s', (html, expected) => expect(shapeOf(html)).toBe(expected))
})
