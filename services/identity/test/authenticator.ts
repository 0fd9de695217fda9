import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

type Lies = { origin?: string; rpId?: string; challenge?: string; verified?: boolean; present?: boolean; counter?: number; type?: string; userHandle?: string }
type Options = Record<string, any>

/**
 * An authenticator in software (WebAuthn level 3, sections 6 and 7): an ES256 key, CBOR written by hand, a counter. It does what a browser and a device do
 * together, and lies where it is told to.
 */
export function makeAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  let counter = 0
  let handle = ''

  const authenticatorData = (rpId: string, lies: Lies, attested?: Buffer) => {
    counter = lies.counter ?? counter + 1
    const flags = ((lies.present ?? true) ? 0x01 : 0) | ((lies.verified ?? true) ? 0x04 : 0) | (attested ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count, attested ?? Buffer.alloc(0)])
  }
  const clientData = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(JSON.stringify({ type: lies.type ?? type, challenge: lies.challenge ?? challenge, origin: lies.origin ?? origin, crossOrigin: false }))
  const credential = (response: Record<string, unknown>) => ({
    id: credentialId.toString('base64url'),
    rawId: credentialId.toString('base64url'),
    type: 'public-key' as const,
    response,
    clientExtensionResults: {},
  })

  return {
    id: credentialId.toString('base64url'),
    /** Makes a credential, as `navigator.credentials.create` does. */
    create(options: Options, lies: Lies = {}) {
      handle = String(options['user'].id)
      const { x, y } = publicKey.export({ format: 'jwk' })
      const key = cborMap([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x!, 'base64url')],
        [-3, Buffer.from(y!, 'base64url')],
      ])
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([credentialId.length >> 8, credentialId.length & 0xff]), credentialId, key])
      const authData = authenticatorData(lies.rpId ?? options['rp'].id, lies, attested)
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(authData),
      ])
      return credential({
        clientDataJSON: clientData('webauthn.create', options['challenge'], lies).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      })
    },
    /** Signs a challenge, as `navigator.credentials.get` does. */
    get(options: Options, lies: Lies = {}) {
      const authData = authenticatorData(lies.rpId ?? options['rpId'], lies)
      const data = clientData('webauthn.get', options['challenge'], lies)
      const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()])
      return credential({
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url'),
        userHandle: lies.userHandle ?? handle,
      })
    },
  }
}

export type Authenticator = ReturnType<typeof makeAuthenticator>

// CBOR (RFC 8949, section 3), as far as a key and an attestation need it.
function cborHead(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size])
  if (size < 256) return Buffer.from([(kind << 5) | 24, size])
  return Buffer.from([(kind << 5) | 25, size >> 8, size & 0xff])
}
function cborText(text: string): Buffer {
  return Buffer.concat([cborHead(3, text.length), Buffer.from(text)])
}
function cborBytes(bytes: Buffer): Buffer {
  return Buffer.concat([cborHead(2, bytes.length), bytes])
}
function cborNumber(it: number): Buffer {
  return it >= 0 ? cborHead(0, it) : cborHead(1, -1 - it)
}
function cborMap(entries: [number, number | Buffer][]): Buffer {
  return Buffer.concat([
    cborHead(5, entries.length),
    ...entries.flatMap(([key, value]) => [cborNumber(key), Buffer.isBuffer(value) ? cborBytes(value) : cborNumber(value)]),
  ])
}
