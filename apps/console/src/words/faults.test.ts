import { faults } from '@myna/contracts/faults'
import { expect, test } from 'vitest'
import { en } from './en.ts'

test('has a sentence for every fault of the contract, the same one', () => {
  const said = Object.fromEntries(
    Object.entries<Record<string, string>>(en.faults).flatMap(([service, words]) =>
      Object.entries(words).map(([name, sentence]) => [`${service}.${name}`, sentence]),
    ),
  )
  expect(said).toEqual(Object.fromEntries(Object.entries(faults).map(([code, { message }]) => [code, message])))
})
