import { expect, test } from 'vitest'
import openapi from '../../../../docs/openapi.json' with { type: 'json' }
import { addressOf, curlOf, emptyFilled, sdkOf } from './examples.ts'
import { matching, type OpenapiDocument, readReference } from './operations.ts'
import { boundsOf, kindOf, partsOf, sampleOf, type Schema } from './schema.ts'

const document = openapi as unknown as OpenapiDocument
const { operations, components } = readReference(document)
const operation = (id: string) => operations.find((it) => it.id === id)!

test('every operation of the document is read, with its way of answering and its faults', () => {
  expect(operations).toHaveLength(Object.values(document.paths).reduce((sum, it) => sum + Object.keys(it).length, 0))
  expect(Object.fromEntries(['agents.listAgents', 'agents.watchCreation', 'calls.getRecording', 'calls.talk'].map((it) => [it, operation(it).kind]))).toEqual({
    'agents.listAgents': 'answer',
    'agents.watchCreation': 'stream',
    'calls.getRecording': 'bytes',
    'calls.talk': 'socket',
  })
  for (const { id, faults } of operations) expect(faults.length, id).toBeGreaterThan(3)
  expect(operation('calls.getRecording').faults).toContainEqual({ status: 404, code: 'calls.recording_absent', sentence: 'This call has no recording.' })
})

test('every schema has a kind, parts and a sample, also where it refers to itself', () => {
  const circular = { Node: { type: 'object', required: ['next'], properties: { next: { $ref: '#/components/schemas/Node' } } } } satisfies Record<
    string,
    Schema
  >
  expect(JSON.stringify(sampleOf(circular.Node, circular))).toContain('"next":{"next":')
  expect(sampleOf({ $ref: '#/components/schemas/Loop' }, { Loop: { $ref: '#/components/schemas/Loop' } })).toEqual({})
  for (const it of operations) for (const schema of [it.body, it.answer, it.up]) if (schema) expect(kindOf(schema, components), it.id).not.toBe('')
  expect(partsOf({ type: 'array', items: { $ref: '#/components/schemas/Agent' } }, components).map((it) => it.name)).toContain('publishedVersion')
  expect(partsOf(operation('calls.talk').up!, components).map((it) => it.name)).toContain('type: "interrupt"')
})

test('a sample body holds what must be there and nothing else', () => {
  expect(JSON.parse(emptyFilled(operation('identity.createApiKey'), components).body)).toEqual({ name: '', scopes: [''] })
})

test('bounds read as sentences do', () => {
  expect(boundsOf({ minLength: 1, maxLength: 80 })).toEqual(['1 to 80 characters'])
  expect(boundsOf({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })).toEqual([])
  expect(boundsOf({ minItems: 1, default: 5 })).toEqual(['at least 1 items', 'default 5'])
})

test('what is typed is escaped where it goes: address, shell, source', () => {
  const get = operation('calls.getCall')
  expect(addressOf(get, { values: { callId: 'a/b ?' }, body: '' })).toBe('/api/v1/calls/a%2Fb%20%3F')
  expect(addressOf(get, { values: {}, body: '' })).toBe('/api/v1/calls/{callId}')
  const list = operation('agents.listAgents')
  expect(addressOf(list, { values: { q: 'a&b', limit: '5' }, body: '' })).toBe('/api/v1/agents?limit=5&q=a%26b')
  expect(sdkOf(list, { values: { limit: '5' }, body: '' }, 'http://x')).toContain('myna.agents.listAgents({\n  limit: 5\n})')
  const create = operation('identity.createApiKey')
  expect(curlOf(create, { values: {}, body: `{"name": "it's; $(rm)"}` }, 'http://x')).toContain(`-d '{"name":"it'\\''s; $(rm)"}'`)
})

test('operations are found by any words of theirs', () => {
  expect(matching(operations, 'RECORDING left', undefined).map((it) => it.id)).toEqual(['calls.getRecording'])
  expect(matching(operations, '', 'audit').every((it) => it.service === 'audit')).toBe(true)
  expect(matching(operations, 'no such thing', undefined)).toEqual([])
})
