import { expect, it } from 'vitest'
import { spellings } from '#crawl/first-page.ts'

it.each([
  ['https://example.com/a', ['https://example.com/a', 'http://example.com/a', 'https://www.example.com/a']],
  ['http://example.co.uk/', ['http://example.co.uk/', 'http://www.example.co.uk/']],
  ['https://shop.example.com/', ['https://shop.example.com/', 'http://shop.example.com/']],
  ['https://example.com:8443/', ['https://example.com:8443/']],
  ['http://127.0.0.1/', ['http://127.0.0.1/']],
])('tries %s in the spellings that make sense', (address, all) => {
  expect(spellings(address)).toEqual(all)
})
