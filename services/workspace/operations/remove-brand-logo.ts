import type { Handle } from '#context.ts'
import { keepLogo } from '#store/keep-logo.ts'

/** Removes the logo. */
export const removeBrandLogo: Handle<'removeBrandLogo'> = async (_input, context) => keepLogo(undefined, context)
