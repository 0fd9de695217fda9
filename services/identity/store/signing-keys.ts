import { newId } from '@myna/kernel'
import { calculateJwkThumbprint, createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { sql } from 'kysely'
import type { Context } from '#context.ts'
import { accessTokenSeconds, signingKeyMs } from '#domain/tokens.ts'
import { directoryOf } from '#store/directory.ts'

const algorithm = 'EdDSA'
const audience = 'myna'
// A vault seals by tenant; these keys belong to the installation.
const vaultName = 'identity signing keys'
const lock = 0x6d796e62

/** What an access token says beside its times: who, in which session, and for those who cannot ask Myna, where and what they may. */
export type AccessClaims = { sub: string; sid: string; tenant: string | null; roles: string[]; scope: string }

/** Makes a signing key when there is none, or only an old one, and forgets those whose tokens have all run out. */
export async function ensureSigningKey(context: Context): Promise<void> {
  const directory = await directoryOf(context)
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true })
  const [jwk, secret] = [await exportJWK(publicKey), await exportJWK(privateKey)]
  const id = await calculateJwkThumbprint(jwk)
  await directory.change({ tenantId: null }, async (tx) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(tx)
    const now = context.clock.now()
    const newest = await tx.selectFrom('signing_keys').selectAll().orderBy('created_at', 'desc').executeTakeFirst()
    if (newest && now.getTime() - newest.created_at.getTime() < signingKeyMs && opens(context, newest.sealed_key)) return
    await tx
      .deleteFrom('signing_keys')
      .where('created_at', '<', new Date(now.getTime() - signingKeyMs - accessTokenSeconds * 2_000))
      .execute()
    await tx
      .insertInto('signing_keys')
      .values({
        id,
        public_jwk: JSON.stringify({ ...jwk, kid: id, alg: algorithm, use: 'sig' }),
        sealed_key: context.vault.seal(vaultName, JSON.stringify(secret)),
        created_at: now,
      })
      .execute()
  })
}

/** The public keys, newest first. */
export async function publicKeys(context: Context): Promise<JWK[]> {
  const directory = await directoryOf(context)
  const rows = await directory.read.selectFrom('signing_keys').select('public_jwk').orderBy('created_at', 'desc').execute()
  return rows.map((it) => JSON.parse(it.public_jwk) as JWK)
}

/** An access token (RFC 9068 in spirit: a JWT signed with Ed25519) that ends at `until`. */
export async function signAccessToken(context: Context, claims: AccessClaims, until: Date): Promise<string> {
  const directory = await directoryOf(context)
  const { id, sealed_key } = await directory.read.selectFrom('signing_keys').selectAll().orderBy('created_at', 'desc').executeTakeFirstOrThrow()
  const key = await importJWK(JSON.parse(context.vault.open(vaultName, sealed_key)) as JWK, algorithm)
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: algorithm, kid: id, typ: 'at+jwt' })
    .setIssuer(context.ports.publicUrl)
    .setAudience(audience)
    .setJti(newId())
    .setIssuedAt(context.clock.now())
    .setExpirationTime(until)
    .sign(key)
}

/** The session an access token was made for and when it ends; undefined when it is forged, late or not ours. */
export async function readAccessToken(context: Context, token: string): Promise<{ sessionId: string; expiresAt: Date } | undefined> {
  const keys = createLocalJWKSet({ keys: await publicKeys(context) })
  const options = { issuer: context.ports.publicUrl, audience, algorithms: [algorithm], typ: 'at+jwt', currentDate: context.clock.now() }
  const payload: JWTPayload | undefined = await jwtVerify(token, keys, options).then(
    (it) => it.payload,
    () => undefined,
  )
  if (!payload || typeof payload['sid'] !== 'string' || payload.exp === undefined) return undefined
  return { sessionId: payload['sid'], expiresAt: new Date(payload.exp * 1_000) }
}

function opens(context: Context, sealed: string): boolean {
  try {
    context.vault.open(vaultName, sealed)
    return true
  } catch {
    return false
  }
}
