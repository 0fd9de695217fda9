import fc from 'fast-check'
import { expect, test } from 'vitest'
import { argumentOf, namesAreRight, namesInAddress, parametersOf, parameterTypes, schemaOf } from './parameters.ts'

const rows = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z0-9_]{1,12}$/).filter((it) => it !== '__proto__'),
    type: fc.constantFrom(...parameterTypes),
    description: fc.string().map((it) => it.trim()),
    required: fc.boolean(),
  }),
  { selector: (it) => it.name, maxLength: 8 },
)

test('rows become a schema and come back as they were', () => {
  fc.assert(
    fc.property(rows, (it) => {
      const sorted = (of: typeof it) => of.toSorted((a, b) => (a.name < b.name ? -1 : 1))
      expect(sorted(parametersOf(schemaOf(it))!)).toEqual(sorted(it))
      expect(namesAreRight(it)).toBe(true)
    }),
  )
})
test('a schema that says more than rows can hold is left alone', () => {
  expect(parametersOf({ type: 'object', properties: { a: { type: 'string', enum: ['x'] } } })).toBeUndefined()
  expect(parametersOf({ type: 'object', $defs: {} })).toBeUndefined()
  expect(parametersOf({ type: 'object', properties: { a: true } })).toBeUndefined()
})
test('names in the address become parameters once', () => {
  expect(namesInAddress('https://example.com/{order}/{order}/{item}', [{ name: 'item', type: 'string', description: '', required: true }])).toEqual(['order'])
})
test('refuses names that are empty, double or of other signs', () => {
  const row = (name: string) => ({ name, type: 'string' as const, description: '', required: false })
  expect([[row('')], [row('a'), row('a')], [row('दाम')], [row('a b')]].map(namesAreRight)).toEqual([false, false, false, false])
})
test('what is typed becomes a value of its type', () => {
  expect(argumentOf('4', { type: 'integer' })).toBe(4)
  expect(argumentOf('four', { type: 'integer' })).toBe('four')
  expect(argumentOf('false', { type: 'boolean' })).toBe(false)
  expect(argumentOf('[1]', { type: 'array' })).toEqual([1])
  expect(argumentOf('  ', { type: 'string' })).toBeUndefined()
})
