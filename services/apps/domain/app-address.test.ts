import { expect, it } from 'vitest'
import { appAddress } from './app-address.ts'

it.each([
  ['https://finder.example.com', 'https://finder.example.com'],
  ['https://finder.example.com/', 'https://finder.example.com'],
  ['https://finder.example.com/v2//', 'https://finder.example.com/v2'],
  ['https://FINDER.example.com:443/v2', 'https://finder.example.com/v2'],
  ['http://127.0.0.1:4000/x', 'http://127.0.0.1:4000/x'],
  ['http://box/x', 'http://box/x'],
])('%s is kept as %s', (given, kept) => {
  expect(appAddress(given, ['127.0.0.1:4000', 'box'])).toBe(kept)
})

it.each([
  'http://finder.example.com',
  'http://127.0.0.1:4001',
  'ftp://finder.example.com',
  'finder.example.com',
  'https://asha:word@finder.example.com',
  'https://finder.example.com/?a=1',
  'https://finder.example.com/#a',
  'https://finder.example.com\\@inside',
  '',
])('%s is no address of an application', (given) => {
  expect(appAddress(given, ['127.0.0.1:4000', 'box'])).toBeUndefined()
})
