import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'

/** When a certificate is good, and for which names and addresses. */
type Issue = { names: readonly string[]; from?: Date; until?: Date }

const day = 86_400_000

/** A certificate authority that plays a real one: certificates of X.509 version 3 over P-256 (RFC 5280), as PEM. */
export function openAuthority(name = 'Played authority') {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const certificate = (subject: string, publicKey: KeyObject, { names, from, until }: Issue, isAuthority: boolean) => {
    const basic = extension([85, 29, 19], sequence(...(isAuthority ? [der(0x01, Buffer.from([0xff]))] : [])), true)
    const places = names.map((it) => (isIP(it) ? der(0x87, Buffer.from(it.split('.').map(Number))) : der(0x82, Buffer.from(it))))
    const extensions = [basic, ...(places.length > 0 ? [extension([85, 29, 17], sequence(...places), false)] : [])]
    const body = sequence(
      der(0xa0, der(0x02, Buffer.from([2]))),
      der(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(8)])),
      signedByEcdsa,
      nameOf(name),
      sequence(timeOf(from ?? new Date(Date.now() - day)), timeOf(until ?? new Date(Date.now() + day))),
      nameOf(subject),
      publicKey.export({ type: 'spki', format: 'der' }),
      der(0xa3, sequence(...extensions)),
    )
    const signature = sign('sha256', body, keys.privateKey)
    return pemOf(sequence(body, signedByEcdsa, der(0x03, Buffer.concat([Buffer.from([0]), signature]))))
  }
  return {
    ca: certificate(name, keys.publicKey, { names: [] }, true),
    /** A certificate with its key. */
    issue(it: Partial<Issue> = {}): { cert: string; key: string } {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const cert = certificate('Played process', createPublicKey(privateKey), { names: ['127.0.0.1', 'localhost'], ...it }, false)
      return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
    },
  }
}

/** One value in the distinguished encoding of ASN.1 (X.690). */
function der(tag: number, value: Uint8Array): Buffer {
  const { length } = value
  const size = length < 0x80 ? [length] : length < 0x1_00 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), value])
}

function sequence(...of: Uint8Array[]): Buffer {
  return der(0x30, Buffer.concat(of))
}

/** ecdsa-with-SHA256, 1.2.840.10045.4.3.2. */
const signedByEcdsa = sequence(der(0x06, Buffer.from([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02])))

function extension(id: readonly [number, number, number], value: Buffer, isCritical: boolean): Buffer {
  return sequence(der(0x06, Buffer.from(id)), ...(isCritical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value))
}

function nameOf(text: string): Buffer {
  return sequence(der(0x31, sequence(der(0x06, Buffer.from([85, 4, 3])), der(0x0c, Buffer.from(text)))))
}

function timeOf(moment: Date): Buffer {
  return der(
    0x17,
    Buffer.from(
      `${moment
        .toISOString()
        .replace(/[-:T]|\.\d+/g, '')
        .slice(2)}`,
    ),
  )
}

function pemOf(bytes: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${bytes
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n')}\n-----END CERTIFICATE-----\n`
}
