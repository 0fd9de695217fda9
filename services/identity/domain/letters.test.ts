import { expect, test } from 'vitest'
import { letterLanguage, letterLanguages, writeLetter } from './letters.ts'

test.each(letterLanguages)('letters in %s hold the link, and names only as text', (language) => {
  const link = 'https://myna.test/reset?token=abc&x=1'
  for (const kind of ['verification', 'reset'] as const) {
    const { subject, text, html } = writeLetter({ kind, link }, language)
    expect(subject).not.toBe('')
    expect(text).toContain(link)
    expect(html).toContain('https://myna.test/reset?token=abc&#38;x=1')
    expect(html).toContain(`lang="${language}"`)
  }
  const { subject, html } = writeLetter({ kind: 'invitation', link, organisation: '<b>A\r\nBcc: x</b>', inviter: '<script>' }, language)
  expect(subject).not.toMatch(/[\r\n]/)
  expect(html).not.toMatch(/<b>|<script>/)
})

test('a letter is in the language of its reader, or else in English', () => {
  expect([letterLanguage('bn'), letterLanguage('hinglish'), letterLanguage('fr'), letterLanguage(undefined), letterLanguage({})]).toEqual([
    'bn',
    'hi',
    'en',
    'en',
    'en',
  ])
})
