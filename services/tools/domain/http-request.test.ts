import type { ParameterSchema } from '@myna/contracts/tools'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillRequest, headersAfter, troubleOfAddress } from '#domain/http-request.ts'

const parameters: ParameterSchema = { type: 'object', properties: { id: {}, q: {} } }
const request = { method: 'GET' as const, url: 'https://api.example.com/v1/things/{id}/parts?q={q}&fixed=1', body: 'json' as const }

describe('an address with its arguments', () => {
  it('always leads to the same host and the same path, whatever they are', () => {
    const value = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('.', '..', '%2e%2e', '/', '\\', '@evil.example', '?', '#', '\0', '..;/'),
      fc.integer(),
    )
    fc.assert(
      fc.property(value, fc.oneof(value, fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()), (id, q, more) => {
        const filled = fillRequest(request, { ...more, id, q })
        if (filled.problems) return
        const url = new URL(filled.url)
        expect(url.origin).toBe('https://api.example.com')
        expect(url.pathname.split('/').map((it, at) => (at === 3 ? '' : it))).toEqual(['', 'v1', 'things', '', 'parts'])
        expect(url.searchParams.get('fixed')).toBe('1')
        expect(url.hash).toBe('')
      }),
    )
  })

  it('leaves out what is not given in the query, and needs what is in the path', () => {
    expect(fillRequest(request, { id: 7 })).toEqual({ url: 'https://api.example.com/v1/things/7/parts?fixed=1', body: undefined })
    expect(fillRequest(request, {})).toEqual({ problems: [{ path: 'id', problem: 'is needed in the address' }] })
    expect(fillRequest(request, { id: { a: 1 } })).toEqual({ problems: [{ path: 'id', problem: 'is needed in the address' }] })
  })

  it('sends the rest as a body, or not at all', () => {
    expect(fillRequest({ ...request, method: 'POST' }, { id: 'a', note: 'b' })).toMatchObject({ body: '{"note":"b"}' })
    expect(fillRequest({ ...request, method: 'POST', body: 'none' }, { id: 'a', note: 'b' })).toMatchObject({ body: undefined })
    expect(fillRequest({ ...request, method: 'DELETE', body: 'none' }, { id: 'a', note: 'b' })).toMatchObject({
      url: 'https://api.example.com/v1/things/a/parts?fixed=1',
    })
  })

  it('may hold parameters after the host only', () => {
    expect(troubleOfAddress(request.url, parameters)).toBeUndefined()
    expect(troubleOfAddress('https://{id}.example.com/', parameters)).toContain('host')
    expect(troubleOfAddress('https://example.com{id}/', parameters)).toContain('host')
    expect(troubleOfAddress('https://example.com/{constructor}', parameters)).toBe('{constructor} is none of the parameters')
  })
})

describe('headers after a change', () => {
  const before = { url: 'https://a.example/x/{id}', headers: { 'X-Key': 'one' } }
  it('keep a value for the same place only', () => {
    expect(headersAfter(before, { url: 'https://a.example/y', headers: { 'x-key': '', Other: 'two' } })).toEqual({ 'x-key': 'one', Other: 'two' })
    for (const url of ['http://a.example/x', 'https://a.example:8443/x', 'https://b.example/x'])
      expect(headersAfter(before, { url, headers: { 'x-key': '' } })).toEqual({})
    expect(headersAfter(before, { url: before.url, headers: {} })).toEqual({})
  })
})
