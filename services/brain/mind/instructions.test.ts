import { expect, it } from 'vitest'
import { instructionsOf } from '#mind/instructions.ts'
import { personaOf } from '#test/house.ts'

it('instructions are filled in with what is true at the moment, and unknown places stay visible', () => {
  const persona = { ...personaOf('Palash'), instructions: ' You are {{agent}} of {{ business }}; it is {{now}} on {{today}}. {{nonsense}} ' }
  expect(instructionsOf(persona, new Date('2026-11-18T06:30:00Z'))).toBe('You are Myna of Palash; it is 12:00 on Wednesday, 18 November 2026. {{nonsense}}')
})
