import { createPrivateKey, generateKeyPairSync, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigRefusal } from '#config.ts'

export type Secrets = {
  /** Encrypts stored secrets. */
  vaultKey: Uint8Array
  /** Opens what was encrypted before the secret was replaced. */
  previousVaultKey: Uint8Array | undefined
  /** Signs callers between processes. */
  callerSecret: Uint8Array
  /** Callers signed under it are believed too. */
  previousCallerSecret: Uint8Array | undefined
  authSecret: string
  /** Signs the audit chain (Ed25519). */
  auditKey: KeyObject
  /** Lets the command line on this machine in. */
  operatorToken: string
}

/**
 * The secrets of an installation: made on first start, kept in `<data>/secrets` readable by the owner alone. `given` (64 hexadecimal digits)
 * takes the place of the kept key, and `previous` is what was in its place before. Each use has a key of its own, derived by HKDF.
 */
export function openSecrets(dataFolder: string, given: string | undefined, previous?: string): Secrets {
  const folder = join(dataFolder, 'secrets')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const root = Buffer.from(given ?? kept(folder, 'installation.key', () => randomBytes(32).toString('hex')), 'hex')
    const derivedFrom = (from: Buffer, use: string) => new Uint8Array(hkdfSync('sha256', from, '', `myna ${use}`, 32))
    const derived = (use: string) => derivedFrom(root, use)
    const derivedBefore = (use: string) => (previous === undefined ? undefined : derivedFrom(Buffer.from(previous, 'hex'), use))
    const pem = kept(folder, 'audit-signing.pem', () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    return {
      vaultKey: derived('vault'),
      previousVaultKey: derivedBefore('vault'),
      callerSecret: derived('callers'),
      previousCallerSecret: derivedBefore('callers'),
      authSecret: Buffer.from(derived('authentication')).toString('hex'),
      auditKey: createPrivateKey(pem),
      operatorToken: kept(folder, 'operator.token', () => `op_${randomBytes(24).toString('base64url')}`),
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
      throw new ConfigRefusal(`The data folder ${dataFolder} cannot be written. Set MYNA_DATA to a folder that can.`)
    if (code === 'ENOTDIR' || code === 'EEXIST')
      throw new ConfigRefusal(`The data folder ${dataFolder} is a file, or lies below one. Set MYNA_DATA to a folder.`)
    if (code === 'ENOSPC') throw new ConfigRefusal(`The disk of the data folder ${dataFolder} is full.`)
    throw error
  }
}

/** The operator token of the data folder on this machine, if it may be read. */
export function readOperatorToken(dataFolder: string): string | undefined {
  try {
    return readFileSync(join(dataFolder, 'secrets', 'operator.token'), 'utf8').trim()
  } catch {
    return undefined
  }
}

function kept(folder: string, name: string, make: () => string): string {
  const path = join(folder, name)
  if (!existsSync(path)) {
    const fresh = `${path}.${process.pid}`
    writeFileSync(fresh, make(), { mode: 0o600, flush: true })
    renameSync(fresh, path)
  }
  chmodSync(path, 0o600)
  return readFileSync(path, 'utf8').trim()
}
