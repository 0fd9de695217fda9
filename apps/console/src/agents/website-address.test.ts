import { expect, test } from 'vitest'
import { websiteAddress } from './website-address.ts'

test.each([
  ['example.com', 'https://example.com/'],
  [' https://example.com/prices?x=1 ', 'https://example.com/prices?x=1'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
  ['localhost:8080/a', 'https://localhost:8080/a'],
  ['मिठाई.भारत', 'https://xn--o1b1cybxdd.xn--h2brj9c/'],
])('takes %s', (typed, address) => {
  expect(websiteAddress(typed)).toBe(address)
})
test.each(['', 'bakery', 'file:///etc/passwd', 'javascript:alert(1)', 'ftp://example.com', 'two words.com', 'https://'])('refuses %j', (typed) => {
  expect(websiteAddress(typed)).toBeUndefined()
})
