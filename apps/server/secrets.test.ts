import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSecrets, readOperatorToken, type Secrets } from '#secrets.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'myna-secrets-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const given = 'ab'.repeat(32)
const textOf = ({ auditKey, ...rest }: Secrets) => ({ ...rest, auditKey: auditKey.export({ type: 'pkcs8', format: 'pem' }) })
const modeOf = (path: string) => statSync(path).mode & 0o777

describe('secrets', () => {
  it('are made on first start and stay, readable by their owner alone', () => {
    const first = openSecrets(folder, undefined)
    const files = readdirSync(join(folder, 'secrets')).sort()
    expect(files).toEqual(['audit-signing.pem', 'installation.key', 'operator.token'])
    expect([modeOf(join(folder, 'secrets')), ...files.map((it) => modeOf(join(folder, 'secrets', it)))]).toEqual([0o700, 0o600, 0o600, 0o600])
    expect(textOf(openSecrets(folder, undefined))).toEqual(textOf(first))
  })

  it('are closed again when others could read them', () => {
    openSecrets(folder, undefined)
    chmodSync(join(folder, 'secrets', 'installation.key'), 0o644)
    openSecrets(folder, undefined)
    expect(modeOf(join(folder, 'secrets', 'installation.key'))).toBe(0o600)
  })

  it('come of the given secret, which is not kept', () => {
    const own = openSecrets(folder, undefined)
    const other = mkdtempSync(join(tmpdir(), 'myna-secrets-'))
    const [here, there] = [openSecrets(folder, given), openSecrets(other, given)]
    expect(here.vaultKey).toEqual(there.vaultKey)
    expect(here.callerSecret).toEqual(there.callerSecret)
    expect(here.authSecret).toBe(there.authSecret)
    expect(here.vaultKey).not.toEqual(own.vaultKey)
    for (const file of readdirSync(join(other, 'secrets'))) expect(readFileSync(join(other, 'secrets', file), 'utf8')).not.toContain(given)
    expect(openSecrets(folder, undefined).vaultKey).toEqual(own.vaultKey)
    rmSync(other, { recursive: true })
  })

  it('of the secret before are there while it is named', () => {
    const [before, now] = [openSecrets(folder, given), openSecrets(folder, 'cd'.repeat(32), given)]
    expect([now.previousVaultKey, now.previousCallerSecret]).toEqual([before.vaultKey, before.callerSecret])
    expect(now.vaultKey).not.toEqual(before.vaultKey)
    expect([before.previousVaultKey, before.previousCallerSecret]).toEqual([undefined, undefined])
  })

  it('are one for each use', () => {
    const { vaultKey, callerSecret, authSecret, operatorToken } = openSecrets(folder, given)
    const all = [Buffer.from(vaultKey).toString('hex'), Buffer.from(callerSecret).toString('hex'), authSecret, operatorToken, given]
    expect(new Set(all).size).toBe(all.length)
    expect(operatorToken).toMatch(/^op_[\w-]{32}$/)
    expect(readOperatorToken(folder)).toBe(operatorToken)
    expect(readOperatorToken(join(folder, 'nowhere'))).toBeUndefined()
  })

  it.skipIf(process.getuid?.() === 0)('refuse a folder that cannot be written, saying which', () => {
    chmodSync(folder, 0o500)
    expect(() => openSecrets(folder, undefined)).toThrow(`The data folder ${folder} cannot be written.`)
  })

  it('refuse a data folder that is a file, saying which', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => openSecrets(file, undefined)).toThrow(`The data folder ${file}`)
  })
})
