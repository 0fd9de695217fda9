import { describe, expect, it } from 'vitest'
import { extractPage } from '../extract-page.ts'

const phonesOf = (html: string, host = 'example.in') =>
  extractPage(html, `https://${host}/`)
    .items.filter((item) => /phone|fax|whatsapp/.test(item.label ?? ''))
    .map((item) => [item.label, item.value, item.title.split(' › ').at(-1)])

describe('telephone numbers', () => {
  it.each([
    [
      '<p>Call 98765 43210 / 98765 43211</p>',
      [
        ['phone', '98765 43210', 'Phone'],
        ['phone', '98765 43211', 'Phone'],
      ],
    ],
    ['<p>Toll free: 1800 123 4567</p>', [['phone', '1800 123 4567', 'Toll-free phone']]],
    [
      '<p>Sales: +91 22 4000 1234, Fax: +91 22 4000 1235</p>',
      [
        ['phone', '+91 22 4000 1234', 'Sales phone'],
        ['fax', '+91 22 4000 1235', 'Fax'],
      ],
    ],
    ['<p><a href="https://wa.me/919876543210">98765 43210</a></p>', [['whatsapp', '98765 43210', 'WhatsApp']]],
    ['<h3>Emergency</h3><p>98765 43210</p>', [['emergency_phone', '98765 43210', 'Emergency phone']]],
    ['<p>फ़ोन: ०२२ ४००० १२३४</p>', [['phone', '०२२ ४००० १२३४', 'Phone']]],
    ['<p><a href="tel:+914424451902">91 44 2445 1902</a></p>', [['phone', '91 44 2445 1902', 'Phone']]],
  ])('are found in %s', (html, expected) => expect(phonesOf(html)).toEqual(expected))

  it.each([
    '<p>GSTIN 27ABCDE1234F1Z5, FSSAI 10012345000123</p>',
    '<p>From 12-05-2023 to 2024-06-30</p>',
    '<p>Rs. 9876543210 crore</p>',
    '<p>Pune 411001</p>',
    '<p>Model 1234567890</p>',
    '<p>2010 - 2014</p>',
  ])('are not seen in %s', (html) => expect(phonesOf(html)).toEqual([]))
})
