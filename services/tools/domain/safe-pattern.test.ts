import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSafePattern } from '#domain/safe-pattern.ts'

describe('isSafePattern', () => {
  it.each([
    String.raw`^\d{4}-\d{2}-\d{2}$`,
    String.raw`^\+?[0-9]{7,15}$`,
    String.raw`^[^@\s]+@[^@\s]+\.[^@\s]+$`,
    '^(?:mon|tue|wed)$',
    String.raw`^(?:\d{2}:){2}\d{2}$`,
    String.raw`^\p{L}{1,40}$`,
    '^[A-Z]{2,3}(-[0-9]+)?$',
    String.raw`[\]\-*+?]`,
    String.raw`^\u{1F642}$`,
    '',
  ])('lets %s through', (pattern) => expect(isSafePattern(pattern)).toBe(true))

  it.each([
    '^(a+)+$',
    '^(a*)*$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '^(?:a?)+$',
    String.raw`^(\w+\s?)*$`,
    '^(?:(a+))+$',
    '(a{1,2}){3,}',
    'a*a*a*a*b',
    `${'a?'.repeat(30)}${'a'.repeat(30)}`,
    '((a{100}){100}){100}',
    String.raw`(a)\1`,
    String.raw`(?<x>a)\k<x>`,
    '(?=a)b',
    '(?!a)b',
    '(?<=a)b',
    '(?<!a)b',
    '(',
    '[',
    'a{2,1}',
    'x'.repeat(201),
  ])('refuses %s', (pattern) => expect(isSafePattern(pattern)).toBe(false))

  it('answers for every text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[()[\]{}*+?|\\a1,^$.:<=!-]{0,30}$/)),
        (it) => typeof isSafePattern(it) === 'boolean',
      ),
    )
  })

  it('lets nothing through that does not compile', () => {
    fc.assert(fc.property(fc.stringMatching(/^[()[\]{}*+?|\\ab1,^$.:-]{0,20}$/), (it) => !isSafePattern(it) || new RegExp(it, 'u') instanceof RegExp))
  })
})
