import { newId } from '@myna/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeApiKey, readApiKey } from './api-key.ts'

test('a key names its tenant and is kept as a hash', () => {
  const tenantId = newId()
  const { key, hash, start } = makeApiKey(tenantId)
  expect(key).toMatch(/^myna_[\w-]{54}$/)
  expect(readApiKey(key)).toEqual({ tenantId, hash })
  expect(hash).not.toContain(key.slice(5))
  expect(key.startsWith(start)).toBe(true)
  expect(start.length).toBe(11)
})

test('anything else is no key, and reading it throws nothing', () => {
  fc.assert(fc.property(fc.string(), (text) => readApiKey(text) === undefined))
  expect(readApiKey(`${makeApiKey(newId()).key}x`)).toBeUndefined()
})
