import { expect, test } from 'vitest'
import { phoneNumberOf } from './phone-text.ts'

test.each([
  ['+442079460018', '+442079460018'],
  [' +44 (20) 7946-0018 ', '+442079460018'],
  ['0044 20 7946 0018', '+442079460018'],
])('reads %j', (typed, number) => expect(phoneNumberOf(typed)).toBe(number))

test.each(['', '020 7946 0018', '+0123456789', '+44', '+44 20 call me', '+1234567890123456', '+४४२०७९४६००१८'])('refuses %j', (typed) =>
  expect(phoneNumberOf(typed)).toBeUndefined(),
)
