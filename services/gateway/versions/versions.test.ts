import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apiVersions, type VersionEntry } from './api-versions.ts'
import { deprecationHeaders } from './deprecation-headers.ts'
import { momentOf, readVersions } from './read-versions.ts'

const table: readonly VersionEntry[] = [
  { version: '2025-01-01', changes: [{ sentence: 'First.' }], deprecated: { since: '2025-06-01', sunset: '2026-01-01' } },
  {
    version: '2025-06-01',
    changes: [
      {
        sentence: 'A person has one name.',
        rules: {
          'people.get': { answer: [{ move: 'fullName', to: 'name' }] },
          'people.save': { input: [{ move: 'fullName', to: 'name' }], answer: [{ move: 'fullName', to: 'name' }] },
        },
      },
    ],
  },
  {
    version: '2025-09-01',
    changes: [
      {
        sentence: 'Names stand in a profile, with a language.',
        rules: {
          'people.get': {
            answer: [
              { move: 'name', to: 'profile.name' },
              { add: 'profile.language', value: 'en' },
            ],
          },
        },
      },
    ],
  },
]
const during = momentOf('2025-10-01')

describe('versions', () => {
  it('of the product are in order and can be read', () => {
    const versions = readVersions(apiVersions)
    expect(versions.present(Date.now()).filter((it) => it.state === 'current')).toEqual([expect.objectContaining({ version: versions.current.name })])
  })

  it('bring an answer down through every change since, newest first', () => {
    const versions = readVersions(table)
    const answer = { id: 1, profile: { name: 'Asha', language: 'bn' } }
    expect(versions.find('2025-01-01', during)!.rewritesOf('people.get')!.answer!(answer)).toEqual({ id: 1, fullName: 'Asha' })
    expect(versions.find('2025-06-01', during)!.rewritesOf('people.get')!.answer!(answer)).toEqual({ id: 1, name: 'Asha' })
    expect(versions.current.rewritesOf('people.get')).toBeUndefined()
  })

  it('bring what comes in up', () => {
    const { rewritesOf } = readVersions(table).find('2025-01-01', during)!
    expect(rewritesOf('people.save')!.input!({ fullName: 'Asha' })).toEqual({ name: 'Asha' })
    expect(rewritesOf('people.get')!.input).toBeUndefined()
    expect(rewritesOf('people.list')).toBeUndefined()
  })

  it('an answer of the old shape, brought up by its rules, comes down as it was', () => {
    const { rewritesOf } = readVersions(table).find('2025-01-01', during)!
    fc.assert(
      fc.property(fc.record({ id: fc.integer(), fullName: fc.string() }), ({ id, fullName }) => {
        expect(rewritesOf('people.get')!.answer!({ id, profile: { name: fullName, language: 'en' } })).toEqual({ id, fullName })
      }),
    )
  })

  it('are not answered after their sunset, and say so before', () => {
    const versions = readVersions(table)
    expect(versions.namesAt(during)).toEqual(['2025-01-01', '2025-06-01', '2025-09-01'])
    expect(versions.find('2025-01-01', momentOf('2026-01-01'))).toBeUndefined()
    expect(versions.namesAt(momentOf('2026-01-01'))).toEqual(['2025-06-01', '2025-09-01'])
    expect(versions.present(during).map((it) => it.state)).toEqual(['current', 'supported', 'deprecated'])
    for (const name of ['__proto__', 'latest', '2025-01-1', '']) expect(versions.find(name, during)).toBeUndefined()
  })

  it('out of order, or with a rule that cannot be, are refused at start', () => {
    expect(() => readVersions([])).toThrow()
    expect(() => readVersions([table[1]!, table[0]!])).toThrow('before its time')
    expect(() => readVersions([{ version: '2025-13-01', changes: [] }])).toThrow('no date')
    expect(() =>
      readVersions([table[0]!, { version: '2025-02-01', changes: [{ sentence: '', rules: { 'a.b': { input: [{ add: '__proto__', value: 1 }] } } }] }]),
    ).toThrow()
  })
})

describe('what goes away', () => {
  it('is told as RFC 9745 and RFC 8594 write it', () => {
    expect(deprecationHeaders({ since: '2025-06-01', sunset: '2026-01-01' }, '/api/v1/people')).toEqual([
      ['deprecation', '@1748736000'],
      ['sunset', 'Thu, 01 Jan 2026 00:00:00 GMT'],
      [
        'link',
        '</api/v1/gateway/versions>; rel="deprecation"; type="application/json", </api/v1/gateway/versions>; rel="sunset"; type="application/json", </api/v1/people>; rel="successor-version"',
      ],
    ])
  })
})
