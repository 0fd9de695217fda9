import { expect, test } from 'vitest'
import { mayLackKey, vendorOf, type VendorOption, wrongOption } from './vendors.ts'

const option = (kind: string, name: string): VendorOption => vendorOf(kind).options.find((it) => it.name === name)!

test.each(['', '0', '1', '0.35', '.5', '0,5', '1.0'])('takes %j for a share', (typed) =>
  expect(wrongOption(option('elevenlabs', 'style'), typed)).toBeUndefined(),
)
test.each(['2', '-1', 'much', '1.5', '०.५'])('refuses %j as a share', (typed) => expect(wrongOption(option('elevenlabs', 'style'), typed)).toBe('share'))
test('headers are an object, voices a list', () => {
  expect(wrongOption(option('http', 'headers'), '{"x-key": "{key}"}')).toBeUndefined()
  expect(wrongOption(option('http', 'headers'), '["x-key"]')).toBe('json')
  expect(wrongOption(option('http', 'voices'), '[{"id": "asha"}]')).toBeUndefined()
  expect(wrongOption(option('http', 'voices'), '{"id": "asha"}')).toBe('json')
  expect(wrongOption(option('http', 'voices'), 'asha')).toBe('json')
})
test('a body may be any text', () => expect(wrongOption(option('http', 'body'), 'say {text}')).toBeUndefined())
test('only servers of one’s own may want no key', () => {
  expect(mayLackKey('http', '')).toBe(true)
  expect(mayLackKey('openai', 'http://localhost:8000/v1')).toBe(true)
  expect(mayLackKey('openai', ' ')).toBe(false)
  expect(mayLackKey('deepgram', 'https://api.eu.deepgram.com')).toBe(false)
})
