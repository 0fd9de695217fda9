import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { downward, type Rule, upward } from './rule.ts'

const name = fc.constantFrom('a', 'b', 'c', 'd')
const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null))
const body = fc.dictionary(name, fc.oneof(leaf, fc.array(fc.dictionary(name, leaf), { maxLength: 3 }), fc.dictionary(name, leaf)))

describe('rules', () => {
  it('are taken back: what was moved up comes down as it was, where the new place was free', () => {
    fc.assert(
      fc.property(body, name, fc.boolean(), (old, field, inList) => {
        const rule: Rule = inList ? { move: `a.*.${field}`, to: `a.*.new.${field}` } : { move: field, to: 'new.place' }
        expect(downward(rule)(upward(rule)(old))).toEqual(old)
      }),
    )
  })

  it('are taken back: what was added is gone, and what was dropped has its value', () => {
    fc.assert(
      fc.property(body, leaf, (old, value) => {
        const added: Rule = { add: 'new', value }
        expect(downward(added)(upward(added)(old))).toEqual(old)
        const dropped: Rule = { drop: 'gone', value }
        const before = { ...old, gone: value }
        expect(downward(dropped)(upward(dropped)(before))).toEqual(before)
      }),
    )
  })

  it('never change the body they are given, and leave alone what is not as they expect', () => {
    const rules: Rule[] = [
      { move: 'a', to: 'b.c' },
      { move: 'a.*.b', to: 'a.*.c' },
      { add: 'a.b.c', value: 1 },
      { drop: 'a.*.d', value: [] },
    ]
    fc.assert(
      fc.property(fc.oneof(body, fc.jsonValue()), fc.constantFrom(...rules), (it, rule) => {
        const before = structuredClone(it)
        upward(rule)(it)
        downward(rule)(it)
        expect(it).toEqual(before)
      }),
    )
  })

  it('move, add and drop', () => {
    const item = { id: 1, title: 'x' }
    expect(upward({ move: 'items.*.title', to: 'items.*.name' })({ items: [item, { id: 2 }] })).toEqual({ items: [{ id: 1, name: 'x' }, { id: 2 }] })
    expect(upward({ move: 'a.b', to: 'c' })({ a: { b: 1, d: 2 } })).toEqual({ a: { d: 2 }, c: 1 })
    expect(upward({ move: 'a', to: 'b' })({ a: 1, b: 2 })).toEqual({ a: 1, b: 2 })
    expect(upward({ add: 'a.b', value: 7 })({})).toEqual({ a: { b: 7 } })
    expect(upward({ add: 'a.b', value: 7 })({ a: 'text' })).toEqual({ a: 'text' })
    expect(upward({ drop: '*.x', value: null })([{ x: 1, y: 2 }, 3])).toEqual([{ y: 2 }, 3])
  })

  it('never touch what all objects have', () => {
    for (const path of ['__proto__.polluted', 'a.constructor', 'prototype', '', 'a..b', 'a.*']) expect(() => upward({ add: path, value: 1 })).toThrow()
    const hostile = JSON.parse('{"__proto__":{"a":1},"a":2}') as unknown
    upward({ move: 'a', to: 'b' })(hostile)
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })
})
