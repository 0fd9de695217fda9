import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Answer, nextHealth, type Standing } from './next-health.ts'

const answers: Record<string, Answer> = { g: { ok: true, reached: true }, w: { ok: false, reached: true }, n: { ok: false, reached: false } }
const unknown: Standing = { health: 'unknown', inARow: 0, unanswered: 0 }
const after = (letters: string, from = unknown) => letters.split('').reduce((it, letter) => nextHealth(it, answers[letter]!), from)

it.each([
  ['g', 'well'],
  ['w', 'unknown'],
  ['gw', 'well'],
  ['gwg', 'well'],
  ['gww', 'failing'],
  ['gwwg', 'failing'],
  ['gwwgg', 'well'],
  ['gwwgw', 'failing'],
  ['gnnnn', 'failing'],
  ['gnnnnn', 'away'],
  ['gnnnnnw', 'failing'],
  ['gnnnnng', 'failing'],
  ['gnnnnngg', 'well'],
  ['wwwwwwww', 'failing'],
])('after %s it is %s (g good, w wrong, n none)', (letters, health) => {
  expect(after(letters).health).toBe(health)
})

it('depends on the last answers alone: two good ones are always well, five without an answer are always away', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('g', 'w', 'n'), maxLength: 30 }), (past) => {
      expect(after('gg', after(past)).health).toBe('well')
      expect(after('nnnnn', after(past)).health).toBe('away')
      expect(after('ww', after(past)).health).toBe('failing')
    }),
  )
})
