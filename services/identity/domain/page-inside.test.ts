import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageInside } from './page-inside.ts'

test('a page of the console stays what it is', () => {
  for (const it of ['/', '/agents', '/agents/1?tab=calls#top']) expect(pageInside(it)).toBe(it)
})

test('what leads elsewhere leads nowhere', () => {
  const evil = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil',
    '/\t/evil.example',
    '/\n/evil',
    'javascript:alert(1)',
    'agents',
    '',
    '/..//evil.example',
  ]
  for (const it of [...evil, undefined]) expect(pageInside(it)).toBeNull()
})

test('whatever is given, a browser that follows it stays on the site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webPath(),
        fc.string(),
        fc.string().map((it) => `/${it}`),
      ),
      (text) => {
        const page = pageInside(text)
        if (page !== null) expect(new URL(page, 'https://myna.example').origin).toBe('https://myna.example')
      },
    ),
  )
})
