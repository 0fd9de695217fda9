import type { Handle } from '#context.ts'
import { checkColours } from '#domain/brand-colours.ts'

/** Says which pairs of colours fail, and what passes. */
export const checkBrandColours: Handle<'checkBrandColours'> = async ({ colours }) => checkColours(colours)
