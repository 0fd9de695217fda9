import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createVault } from '#vault.ts'

const [before, now] = [randomBytes(32), randomBytes(32)]

describe('a vault', () => {
  it('opens what it sealed, for the same tenant alone, and nothing that was changed', () => {
    const vault = createVault(now)
    const sealed = vault.seal('one', 'secret')
    expect(vault.open('one', sealed)).toBe('secret')
    expect(vault.seal('one', 'secret')).not.toBe(sealed)
    expect(() => vault.open('two', sealed)).toThrow()
    expect(() => vault.open('one', `${sealed.slice(0, -4)}AAAA`)).toThrow()
    expect(() => vault.open('one', 'secret')).toThrow('not a sealed secret')
    expect(() => vault.open('one', 'v1.AAAA')).toThrow()
  })

  it('whose key was replaced opens what was sealed before, and seals under the new key', () => {
    const vault = createVault(now, before)
    const old = createVault(before).seal('one', 'secret')
    expect(vault.open('one', old)).toBe('secret')
    expect(() => vault.open('two', old)).toThrow()
    expect(() => createVault(now).open('one', old)).toThrow()
    expect(createVault(now).open('one', vault.seal('one', vault.open('one', old)))).toBe('secret')
  })

  it('finds by the mark of either key, and has the key of either for larger things', () => {
    const vault = createVault(now, before)
    expect(vault.marks('one', 'a')).toEqual([...createVault(now).marks('one', 'a'), ...createVault(before).marks('one', 'a')])
    expect(new Set([...vault.marks('one', 'a'), ...vault.marks('one', 'b'), ...vault.marks('two', 'a')]).size).toBe(6)
    expect(vault.keysFor('one', 'recordings')).toEqual([...createVault(now).keysFor('one', 'recordings'), ...createVault(before).keysFor('one', 'recordings')])
  })
})
