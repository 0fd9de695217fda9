import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkColours, firstColours, surfaces } from '#domain/brand-colours.ts'
import { contrastOf, perceived, shown } from '#domain/colour.ts'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((it) => `#${it.toString(16).padStart(6, '0')}`)
const three = fc.record({ main: hex, ink: hex, text: hex })

test('contrast is what WCAG says', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('the colours of the product pass as they are', () => {
  expect(checkColours(firstColours)).toEqual({ troubles: [], passing: firstColours })
})

test('says which pair fails, and what the nearest is', () => {
  const { troubles } = checkColours({ ...firstColours, light: { main: '#ffd400', ink: '#ffffff', text: '#3845bf' } })
  expect(troubles).toMatchObject([
    { theme: 'light', colour: 'main', against: 'hover', needed: 3 },
    { theme: 'light', colour: 'ink', against: 'main', needed: 4.5 },
  ])
  expect(contrastOf(troubles[0]!.nearest, surfaces.light.hover)).toBeGreaterThanOrEqual(3)
})

test('law: what is offered passes, and what passes is left as it is', () => {
  fc.assert(
    fc.property(fc.record({ light: three, dark: three }), (themes) => {
      const { passing } = checkColours(themes)
      expect(checkColours(passing)).toEqual({ troubles: [], passing })
    }),
    { numRuns: 60 },
  )
})

test('law: a colour is shown as it is seen', () => {
  fc.assert(
    fc.property(hex, (it) => {
      expect(shown(perceived(it))).toBe(it)
    }),
  )
})
