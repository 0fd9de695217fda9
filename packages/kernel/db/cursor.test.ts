import fc from 'fast-check'
import { expect, test } from 'vitest'
import { page, readCursor, readIdCursor, readNumberCursor } from '#db/cursor.ts'
import { Fault } from '#seam/fault.ts'

const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))

test('a cursor reads back as the key it was made of', () => {
  fc.assert(
    fc.property(fc.array(scalar, { minLength: 1, maxLength: 4 }), (key) => {
      const { next } = page(['row', 'surplus'], 1, () => key)
      expect(readCursor(next)).toEqual(key)
    }),
  )
})

test('pages cover a list once, and only the last has no next', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.integer({ min: 1, max: 9 }), (count, limit) => {
      const all = Array.from({ length: count }, (_, index) => index)
      const seen: number[] = []
      let cursor: string | undefined
      do {
        const after = Number(readCursor(cursor)?.[0] ?? -1)
        const read = page(all.filter((it) => it > after).slice(0, limit + 1), limit, (it) => [it])
        seen.push(...read.items)
        cursor = read.next
      } while (cursor !== undefined)
      expect(seen).toEqual(all)
    }),
  )
})

test('garbage is an invalid request', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        expect(Array.isArray(readCursor(text))).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(Fault)
        expect(error).toMatchObject({ code: 'request.invalid', fields: [{ field: 'cursor' }] })
      }
    }),
  )
  const encode = (it: unknown) => Buffer.from(JSON.stringify(it)).toString('base64url')
  for (const it of ['', 'x'.repeat(3_000), encode({}), encode([]), encode([{}]), encode([[1]]), encode('text'), `${encode(['a'])}=`]) {
    expect(() => readCursor(it)).toThrow(Fault)
  }
})

test('a cursor of another list is an invalid request', () => {
  const encode = (it: unknown) => Buffer.from(JSON.stringify(it)).toString('base64url')
  const id = '0190c0de-0000-7000-8000-000000000001'
  expect([readIdCursor(undefined), readIdCursor(encode([id])), readNumberCursor(undefined), readNumberCursor(encode([7]))]).toEqual([
    undefined,
    id,
    undefined,
    7,
  ])
  for (const key of ['text', 7, true, null]) expect(() => readIdCursor(encode([key]))).toThrow(Fault)
  for (const key of [id, 7.5, 3e9, true, null]) expect(() => readNumberCursor(encode([key]))).toThrow(Fault)
})
