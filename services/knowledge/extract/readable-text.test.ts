import { describe, expect, it } from 'vitest'
import { extractPage } from './extract-page.ts'

const textOf = (body: string) => extractPage(`<body>${body}</body>`, 'https://text.test/').text

describe('readable text', () => {
  it.each([
    ['<p>A&nbsp;\u200b B\n  C</p>', 'A B C'],
    ['<p>Credit card or<a href="/p">PayPal</a>.</p>', 'Credit card or PayPal.'],
    ['<p><span>Monday</span><span>9:00</span></p>', 'Monday 9:00'],
    ['<p><b>H</b>ello <span>W</span><span>o</span>rld</p>', 'Hello World'],
    ['<p><b>Address:</b>12 Lake Road</p>', 'Address: 12 Lake Road'],
    ['<p>H<sub>2</sub>O and $<span>19</span></p>', 'H2O and $19'],
    ['one<br>two<br><br>three', 'one\ntwo\nthree'],
    ['<div>a<div>b</div>c</div>', 'a\nb\nc'],
    ['<p>কলকা\u200dতা</p>', 'কলকা\u200dতা'],
    ['<script>x</script><style>y</style><template>z</template><p>kept</p><noscript>n</noscript>', 'kept'],
    ['<table><tr><th>A<th>B<tr><td>1<td>2</table>', 'A | B\n1 | 2'],
  ])('of %j is %j', (body, expected) => expect(textOf(body)).toBe(expected))
})
