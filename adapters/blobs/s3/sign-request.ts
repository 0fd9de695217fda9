import { createHash, createHmac } from 'node:crypto'

/** Who signs, and for where. */
export type Signer = { key: string; secret: string; region: string }

/** A request as it is signed: `query` and `headers` (lower case, `host` among them) in any order. */
export type Signable = {
  method: string
  path: string
  query: Readonly<Record<string, string>>
  headers: Readonly<Record<string, string>>
  sha256: string
  at: Date
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`)

/** A query in the order and spelling that is signed. */
export function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
}

/** The `authorization` of a request by AWS Signature Version 4 for the service `s3`; `x-amz-date` and `x-amz-content-sha256` must be among its headers. */
export function signRequest(it: Signable, { key, secret, region }: Signer): string {
  const stamp = it.at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const day = stamp.slice(0, 8)
  const names = Object.keys(it.headers).sort()
  const signed = names.join(';')
  const canonical = [it.method, it.path, canonicalQuery(it.query), ...names.map((name) => `${name}:${it.headers[name]!.trim()}`), '', signed, it.sha256].join(
    '\n',
  )
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const signingKey = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), 's3'), 'aws4_request')
  return `AWS4-HMAC-SHA256 Credential=${key}/${scope}, SignedHeaders=${signed}, Signature=${hmac(signingKey, toSign).toString('hex')}`
}
