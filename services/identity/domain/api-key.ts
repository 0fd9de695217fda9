import { createHash, randomBytes } from 'node:crypto'

const prefix = 'myna_'
const secretBytes = 24

/** A key as made: the text shown once, what is kept of it, and the first characters that tell keys apart. */
export type NewApiKey = { key: string; hash: string; start: string }

/** Makes a key that names its tenant, so that it can be looked up behind the tenant fence: `myna_` and base64url of tenant and 24 random bytes. */
export function makeApiKey(tenantId: string): NewApiKey {
  const secret = randomBytes(secretBytes)
  const key = `${prefix}${Buffer.concat([secret, tenantBytes(tenantId)]).toString('base64url')}`
  return { key, hash: hashOf(key), start: key.slice(0, prefix.length + 6) }
}

/** The tenant a key names and the hash it is kept by; undefined when the text is no key of Myna's. */
export function readApiKey(key: string): { tenantId: string; hash: string } | undefined {
  if (!/^myna_[\w-]{54}$/.test(key)) return undefined
  const bytes = Buffer.from(key.slice(prefix.length), 'base64url')
  if (bytes.length !== secretBytes + 16) return undefined
  const hex = bytes.subarray(secretBytes).toString('hex')
  return { tenantId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), hash: hashOf(key) }
}

/** What is kept of a random secret: SHA-256 is enough, for 192 random bits cannot be guessed. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

function tenantBytes(tenantId: string): Buffer {
  return Buffer.from(tenantId.replaceAll('-', ''), 'hex')
}
