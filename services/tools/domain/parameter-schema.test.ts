import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCheck } from '#domain/check-arguments.ts'
import { readSchema, shapeOf } from '#domain/parameter-schema.ts'

const of = (schema: object) => ({ type: 'object', ...schema })

describe('readSchema', () => {
  it('keeps what checks and drops what it does not know', () => {
    const schema = of({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Order',
      properties: { id: { type: 'string', pattern: '^a$' }, pattern: { $ref: '#/$defs/part' }, list: { type: 'array', items: [{ type: 'number' }] } },
      $defs: { part: { type: 'object', additionalProperties: false } },
      'x-more': { $ref: 'https://example.com' },
      required: ['id'],
    })
    const { $schema: _, 'x-more': __, ...kept } = schema as Record<string, unknown>
    expect(readSchema(schema, 'own')).toEqual({ schema: kept })
  })

  it('takes of hosted schemas what it can check, and refuses circles all the same', () => {
    expect(readSchema(of({ $id: 'a', patternProperties: { a: {} }, properties: { 'a-b': { pattern: '(a+)+', minLength: 1 } } }), 'hosted')).toEqual({
      schema: of({ properties: { 'a-b': { minLength: 1 } } }),
    })
    expect(readSchema(of({ properties: { a: { $ref: '#' } } }), 'hosted').trouble).toContain('its own parts only')
    expect(readSchema(of({ $defs: { a: { items: { $ref: '#/$defs/a' } } }, properties: { a: { $ref: '#/$defs/a' } } }), 'hosted').trouble).toContain('circle')
  })

  it('answers for everything that is JSON, and what it lets through checks everything', () => {
    const keys = fc.constantFrom(
      'type',
      'properties',
      '$ref',
      '$defs',
      'items',
      'allOf',
      'enum',
      'pattern',
      'required',
      'a',
      'minLength',
      '__proto__',
      'constructor',
    )
    const leaf = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('string', 'object', '#/$defs/a', '#/properties/a', '^a+$', '(a*)*'))
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, leaf, fc.dictionary(keys, tie('tree'), { maxKeys: 5 }), fc.array(tie('tree'), { maxLength: 3 })),
    }))
    fc.assert(
      fc.property(
        fc.dictionary(keys, tree),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom('own' as const, 'hosted' as const),
        (schema, args, kind) => {
          const read = readSchema({ ...schema, type: 'object' }, kind)
          if (read.trouble !== undefined) return
          let check
          try {
            check = compileCheck(read.schema)
          } catch {
            return
          }
          expect(Array.isArray(check(args))).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('arguments', () => {
  it('that hide what every object has are refused, not tripped over', () => {
    const compare = compileCheck({ type: 'object', properties: { a: { enum: [{ b: 1 }] } } })
    expect(compare({ a: { valueOf: 1 } })).toEqual([{ path: '', problem: 'holds something that cannot be compared' }])
    expect(compare({ a: { toString: 1, b: 1 } })).not.toEqual([])
  })

  const check = compileCheck({
    type: 'object',
    properties: { code: { type: 'string', pattern: '^[a-z]+$' }, at: { type: 'object', properties: { city: { enum: ['Kolkata', 'Delhi'] } } } },
    required: ['code'],
    additionalProperties: false,
  })

  it('are told what is wrong with which of them, without their values', () => {
    expect(check({ code: 'abc', at: { city: 'Delhi' } })).toEqual([])
    expect(check({ code: 'SECRET', at: { city: 'SECRET' }, more: 'SECRET' })).toEqual([
      { path: 'more', problem: 'is not a parameter' },
      { path: 'code', problem: 'must match pattern "^[a-z]+$"' },
      { path: 'at.city', problem: 'must be equal to one of the allowed values' },
    ])
    expect(check({})).toEqual([{ path: 'code', problem: 'is missing' }])
    expect(check(JSON.parse('{"__proto__":{"code":"a"}}') as Record<string, unknown>)).toContainEqual({ path: 'code', problem: 'is missing' })
  })

  it('match patterns up to 256 characters', () => {
    expect(check({ code: 'a'.repeat(256) })).toEqual([])
    expect(check({ code: 'a'.repeat(257) })).toHaveLength(1)
  })

  it('are measured without recursion', () => {
    let deep: unknown = 1
    for (let level = 0; level < 50_000; level++) deep = { deep }
    expect(shapeOf(deep).depth).toBe(1_000)
    expect(check({ code: 'a', deep })).toEqual([{ path: '', problem: 'must be nested no deeper than 12 levels' }])
  })
})
