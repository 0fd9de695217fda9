import { expect, test } from 'vitest'
import { addressesIn } from './addresses-in.ts'

test('finds addresses in what people paste, each once', () => {
  expect(addressesIn('Asha Rao <Asha@example.com>; bina@example.com,\n asha@example.com\tcharu@example.com')).toEqual([
    'asha@example.com',
    'bina@example.com',
    'charu@example.com',
  ])
})
test('finds none where there is none', () => {
  expect(addressesIn('  nobody here ')).toEqual([])
})
