import { expect, test } from 'vitest'
import { slugOf } from './slug.ts'

test('slugs are readable, never equal, and tell nothing of other organisations', () => {
  expect(slugOf('Café  Dentál & Co.')).toMatch(/^cafe-dental-co-[a-z2-9]{5}$/)
  expect(slugOf('नमस्ते')).toMatch(/^org-[a-z2-9]{5}$/)
  expect(slugOf('x')).not.toBe(slugOf('x'))
})
