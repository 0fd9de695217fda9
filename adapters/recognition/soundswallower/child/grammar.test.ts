import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grammarOf } from './grammar.ts'
import { phraseWords, writtenText } from './phrase-words.ts'

const rulesOf = (expected: string[], knows: (word: string) => boolean = () => true) => {
  const { jsgf, unknown } = grammarOf({ expected, likely: [], knows })
  return { rules: jsgf.split('\n').slice(2).join('\n'), unknown }
}

describe('words of a phrase', () => {
  it.each([
    ['Book a table', ['book', 'a', 'table']],
    ['Room 12 at 7 pm', ['room', 'twelve', 'at', 'seven', 'p.m.']],
    ['I am Ann, 9am', ['i', 'am', 'ann', 'nine', 'a.m.']],
    ['Code 0452', ['code', 'zero', 'four', 'five', 'two']],
    ['42', ['forty', 'two']],
    ['O’Brien’s', ["o'brien's"]],
    ['नमस्ते ; <x> = |', ['x']],
  ])('%j', (phrase, words) => expect(phraseWords(phrase)).toEqual(words))

  it('are written again without what only the recogniser knows', () => {
    expect(writtenText('<sil> read(2) at three p.m. (NULL) [NOISE]')).toBe('read at three pm')
  })
})

describe('a grammar', () => {
  it('holds what is expected and nothing else', () => {
    expect(rulesOf(['Yes', 'no', 'yes']).rules).toBe('public <utterance> = yes | no;')
  })

  it('leaves out words that are not known, and tells which', () => {
    const knows = (word: string) => word !== 'zumba' && word !== 'xyzzy'
    expect(rulesOf(['zumba class', 'xyzzy', 'yoga'], knows)).toEqual({ rules: 'public <utterance> = class | yoga;', unknown: ['zumba', 'xyzzy'] })
  })

  it('is the built-in one when nothing of what is expected is known', () => {
    expect(rulesOf(['xyzzy'], (word) => word !== 'xyzzy').rules).toContain('<command>')
  })

  it('lets digits follow each other when all of them are expected', () => {
    const { rules } = rulesOf(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'operator'])
    expect(rules).toMatch(/^public <utterance> = <digit> (\[<digit>\] ){15}\| operator;\n<digit> = zero \|/)
  })

  it('cannot be broken out of by what is expected', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), (phrases) => {
        const { rules } = rulesOf(phrases)
        if (!rules.includes('<command>')) expect(rules).toMatch(/^public <utterance> = [a-z'. |]+;$/)
      }),
    )
  })
})
