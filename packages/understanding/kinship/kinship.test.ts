import { describe, expect, it } from 'vitest'
import { stem } from '@myna/language'
import { kinOf, nearnessOf, numberOfStem } from '#kinship/kin-of.ts'
import { dimensions, type Kin, packKinship, unpackKinship } from '#kinship/kinship-file.ts'

const kinStems = (word: string) => kinOf(stem(word)).map((it) => it.stem)
const near = (one: string, other: string) => nearnessOf(numberOfStem(stem(one)), numberOfStem(stem(other)))

describe('the table of kindred words', () => {
  it.each([
    ['student', 'pupil'],
    ['arrive', 'arrival'],
    ['owner', 'proprietor'],
    ['lawyer', 'attorney'],
    ['refuse', 'refusal'],
    ['repair', 'mend'],
  ])('knows that %s is akin to %s', (word, other) => {
    expect(kinStems(word)).toContain(stem(other))
  })

  it.each([
    ['kitten', 'puppy'],
    ['breakfast', 'dinner'],
    ['monday', 'tuesday'],
  ])('never takes %s for its sibling %s', (word, other) => {
    expect(kinStems(word)).not.toContain(stem(other))
  })

  it.each([
    ['dentist', 'tooth', 'guitar'],
    ['student', 'lesson', 'engine'],
    ['wedding', 'bride', 'pipe'],
    ['refund', 'pay', 'swim'],
  ])('holds %s nearer to %s than to %s', (word, close, far) => {
    expect(near(word, close)).toBeGreaterThan(near(word, far) + 0.2)
  })

  it('knows nothing of words that are none', () => {
    expect(numberOfStem('qwzrtk')).toBe(-1)
    expect(kinOf('constructor')).toEqual([])
  })
})

describe('the file of kindred words', () => {
  const kin = new Map<string, Kin[]>([['lawyer', [{ stem: 'attorney', kind: 'same', nearness: 1 }]]])
  const places = Int8Array.from({ length: 2 * dimensions }, (_, at) => (at === 0 || at === dimensions ? 127 : 0))

  it('is read as it was written', () => {
    const table = unpackKinship(packKinship({ stems: ['attorney', 'lawyer'], kin, places }))
    expect(table.kinOf(table.numberOf('lawyer'))).toEqual([{ stem: 'attorney', kind: 'same', nearness: 1 }])
    expect(table.kinOf(table.numberOf('attorney'))).toEqual([])
    expect(table.nearness(0, 1)).toBe(1)
  })

  it('is refused when it is cut short or of another version', () => {
    const bytes = packKinship({ stems: ['attorney', 'lawyer'], kin, places })
    expect(() => unpackKinship(bytes.subarray(0, -1))).toThrow('another time')
    const other = Buffer.from(bytes)
    other[0] = 99
    expect(() => unpackKinship(other)).toThrow('another time')
  })
})
