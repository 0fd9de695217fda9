import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentName, shortAddress } from './short-address.ts'

test('shows the part of an address that tells pages apart', () => {
  expect(shortAddress('https://www.example.com/prices/')).toBe('example.com/prices')
})
test('shows a document by its file name, whatever is in it', () => {
  expect(shortAddress('document:Price%20list%20%231.pdf#3')).toBe('Price list #1.pdf')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      expect(documentName(`document:${encodeURIComponent(name)}`)).toBe(name)
    }),
  )
})
test('a website is no document', () => {
  expect(documentName('https://example.com/document:a')).toBeUndefined()
})
