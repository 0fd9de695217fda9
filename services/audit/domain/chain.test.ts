import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChainedEntry, createChainWalk, firstHash, type Head, hashOf, signatureOf } from '#domain/chain.ts'

const tenantId = '0190c0de-0000-7000-8000-000000000001'
const { privateKey } = generateKeyPairSync('ed25519')

function chainOf(length: number): ChainedEntry[] {
  const entries: ChainedEntry[] = []
  for (let sequence = 1; sequence <= length; sequence++) {
    const act = {
      id: `id-${sequence}`,
      sequence,
      at: new Date(sequence).toISOString(),
      actor: 'user:a',
      actorName: null,
      action: 'create-agent',
      subject: `agent:${sequence}`,
      ip: null,
      traceId: 't',
      detail: { b: 1, a: sequence },
    }
    const previousHash = entries.at(-1)?.hash ?? firstHash
    const hash = hashOf(tenantId, act, previousHash)
    entries.push({ ...act, previousHash, hash, signature: signatureOf(hash, privateKey) })
  }
  return entries
}
const headOf = (entries: ChainedEntry[]): Head | undefined => entries.at(-1)
function problemsOf(entries: ChainedEntry[], head: Head | undefined, anchor = head) {
  const walk = createChainWalk(tenantId, privateKey)
  for (const entry of [...entries].sort((a, b) => a.sequence - b.sequence)) walk.step(entry)
  return walk.end(head, anchor).map((it) => it.problem)
}

describe('a chain of entries', () => {
  it('is intact when nobody touched it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (length) => {
        expect(problemsOf(chainOf(length), headOf(chainOf(length)))).toEqual([])
      }),
    )
  })

  it('shows any edited field', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.constantFrom('actor', 'action', 'subject', 'at', 'traceId', 'id'), (at, field) => {
        const entries = chainOf(6)
        const edited = entries.map((it, index) => (index === at ? { ...it, [field]: 'changed' } : it))
        expect(problemsOf(edited, headOf(entries))).toContain('edited')
      }),
    )
  })

  it('shows a removed entry', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), (at) => {
        const entries = chainOf(6)
        expect(
          problemsOf(
            entries.filter((_, index) => index !== at),
            headOf(entries),
          ),
        ).toContain('missing')
      }),
    )
  })

  it('shows two entries that changed places', () => {
    const entries = chainOf(5)
    const moved = entries.map((it, index) => (index === 1 ? { ...entries[2]!, sequence: 2 } : index === 2 ? { ...entries[1]!, sequence: 3 } : it))
    expect(problemsOf(moved, headOf(entries))).not.toEqual([])
  })

  it('shows an entry forged without the key', () => {
    const entries = chainOf(3)
    const act = { ...entries[2]!, id: 'forged', sequence: 4 }
    const hash = hashOf(tenantId, act, entries[2]!.hash)
    const forged = { ...act, previousHash: entries[2]!.hash, hash, signature: signatureOf(hash, generateKeyPairSync('ed25519').privateKey) }
    expect(problemsOf([...entries, forged], headOf(entries))).toContain('inserted')
  })

  it('shows a cut tail', () => {
    const entries = chainOf(5)
    expect(problemsOf(entries.slice(0, 3), headOf(entries))).toEqual(['tail_cut'])
  })

  it('shows a tail cut together with its head, by the anchor', () => {
    const entries = chainOf(5)
    const cut = entries.slice(0, 3)
    expect(problemsOf(cut, headOf(cut), headOf(entries))).toEqual(['tail_cut'])
  })

  it('does not depend on the order of keys in a detail', () => {
    const [entry] = chainOf(1)
    expect(hashOf(tenantId, { ...entry!, detail: { a: 1, b: 1 } }, firstHash)).toBe(hashOf(tenantId, { ...entry!, detail: { b: 1, a: 1 } }, firstHash))
  })
})
