import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Seals secrets of a tenant for storage: AES-256-GCM under a key of the tenant's own, derived from the key of the installation. */
export type Vault = {
  seal(tenantId: string, secret: string): string
  /** Throws when the text was changed or belongs to another tenant. */
  open(tenantId: string, sealed: string): string
  /** A mark by which a secret is found again without being readable: the same for the same tenant and text, 43 characters. */
  mark(tenantId: string, text: string): string
  /** A key of 32 bytes of the tenant's own for larger things, different for each purpose. */
  keyFor(tenantId: string, purpose: string): Uint8Array
}

/** A vault over a 32-byte key. */
export function createVault(key: Uint8Array): Vault {
  const keyOf = (tenantId: string) => Buffer.from(hkdfSync('sha256', key, tenantId, 'myna vault', 32))
  return {
    keyFor: (tenantId, purpose) => Buffer.from(hkdfSync('sha256', key, tenantId, `myna ${purpose}`, 32)),
    seal(tenantId, secret) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyOf(tenantId), nonce)
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(tenantId, sealed) {
      if (!sealed.startsWith('v1.')) throw new Error('this is not a sealed secret')
      const all = Buffer.from(sealed.slice(3), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', keyOf(tenantId), all.subarray(0, 12))
      decipher.setAuthTag(all.subarray(12, 28))
      return Buffer.concat([decipher.update(all.subarray(28)), decipher.final()]).toString('utf8')
    },
    mark: (tenantId, text) =>
      createHmac('sha256', Buffer.from(hkdfSync('sha256', key, tenantId, 'myna mark', 32)))
        .update(text)
        .digest('base64url'),
  }
}
