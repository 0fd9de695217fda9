import type { Handle } from '#context.ts'
import { publicKeys } from '#store/signing-keys.ts'

/** Public keys of access tokens, newest first (RFC 7517). */
export const getJwks: Handle<'getJwks'> = async (_input, context) => ({ keys: await publicKeys(context) })
