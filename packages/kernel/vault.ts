import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Seals secrets of a tenant for storage: AES-256-GCM under a key of the tenant's own, derived from the key of the installation. */
export type Vault = {
  /** Seals under the current key. */
  seal(tenantId: string, secret: string): string
  /** Opens what was sealed under the current key or the one before. Throws when the text was changed or belongs to another tenant. */
  open(tenantId: string, sealed: string): string
  /**
   * Marks by which a secret is found again without being readable: the same for the same tenant and text, 43 characters. The first is of the current key and
   * for keeping; the others are for finding what was kept under the key before.
   */
  marks(tenantId: string, text: string): [string, ...string[]]
  /** Keys of 32 bytes of the tenant's own for larger things, different for each purpose: the first to write with, all of them to read with. */
  keysFor(tenantId: string, purpose: string): [Uint8Array, ...Uint8Array[]]
}

/** A vault over a 32-byte key, and over the one before while things sealed under it are left. */
export function createVault(key: Uint8Array, previousKey?: Uint8Array): Vault {
  const forEach = <T>(make: (key: Uint8Array) => T): [T, ...T[]] => [make(key), ...(previousKey ? [make(previousKey)] : [])]
  const keysFor = (tenantId: string, purpose: string) => forEach<Uint8Array>((it) => Buffer.from(hkdfSync('sha256', it, tenantId, `myna ${purpose}`, 32)))
  return {
    keysFor,
    seal(tenantId, secret) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keysFor(tenantId, 'vault')[0], nonce)
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(tenantId, sealed) {
      if (!sealed.startsWith('v1.')) throw new Error('this is not a sealed secret')
      const all = Buffer.from(sealed.slice(3), 'base64url')
      const keys = keysFor(tenantId, 'vault')
      for (const [at, it] of keys.entries()) {
        const decipher = createDecipheriv('aes-256-gcm', it, all.subarray(0, 12))
        decipher.setAuthTag(all.subarray(12, 28))
        const plain = decipher.update(all.subarray(28))
        try {
          return Buffer.concat([plain, decipher.final()]).toString('utf8')
        } catch (error) {
          if (at === keys.length - 1) throw error
        }
      }
      throw new Error('there is no key')
    },
    marks: (tenantId, text) =>
      forEach((it) =>
        createHmac('sha256', Buffer.from(hkdfSync('sha256', it, tenantId, 'myna mark', 32)))
          .update(text)
          .digest('base64url'),
      ),
  }
}
