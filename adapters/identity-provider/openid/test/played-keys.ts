import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

type Key = Awaited<ReturnType<typeof generateKeyPair>> & { kid: string }
let count = 0
const newKey = async (): Promise<Key> => ({ ...(await generateKeyPair('RS256', { extractable: true })), kid: `key-${(count += 1)}` })

/** Keys of a vendor, which it exchanges for new ones. */
export async function createPlayedKeys() {
  let [current, withdrawn] = await Promise.all([newKey(), newKey()])
  return {
    /** From now on another key signs, and the one before is no longer published. */
    async rotate() {
      withdrawn = current
      current = await newKey()
    },
    /** What is published; `more` stands beside the key. */
    published: async (more: Record<string, unknown> = {}) => ({
      keys: [{ ...(await exportJWK(current.publicKey)), kid: current.kid, alg: 'RS256', use: 'sig', ...more }],
    }),
    /** Signs claims; `by` a key that was withdrawn, or a stranger's that goes by the name of the published one. */
    async sign(claims: JWTPayload, by: 'current' | 'withdrawn' | 'stranger' = 'current'): Promise<string> {
      const key = by === 'withdrawn' ? withdrawn : by === 'stranger' ? await newKey() : current
      return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: by === 'stranger' ? current.kid : key.kid }).sign(key.privateKey)
    },
  }
}
