import { blobsConformance } from '@myna/ports/conformance/blobs'
import { expect, it } from 'vitest'
import { createMemoryBlobs } from './memory-blobs.ts'

blobsConformance('memory', async () => ({ store: createMemoryBlobs({ maxBytes: 16_000_000 }), close: async () => {} }))

async function* zeros(bytes: number) {
  yield new Uint8Array(bytes)
}

it('forgets the blobs used least recently when there is no room', async () => {
  const store = createMemoryBlobs({ maxBytes: 800 })
  for (let i = 0; i < 8; i++) await store.put(`blob-${i}`, zeros(100))
  await store.get('blob-0')
  await store.put('blob-8', zeros(100))
  expect(await store.get('blob-0')).toBeDefined()
  expect(await store.get('blob-1')).toBeUndefined()
  expect(await Array.fromAsync(store.list(''))).toHaveLength(8)
})

it('does not keep one blob that would push out many others', async () => {
  const store = createMemoryBlobs({ maxBytes: 800 })
  await store.put('small', zeros(100))
  expect(await store.put('huge', zeros(700))).toEqual({ bytes: 700 })
  expect(await store.get('huge')).toBeUndefined()
  expect(await store.get('small')).toBeDefined()
})

it('counts a replaced blob once', async () => {
  const store = createMemoryBlobs({ maxBytes: 800 })
  await store.put('other', zeros(100))
  for (let i = 0; i < 20; i++) await store.put('same', zeros(100))
  expect(await store.get('other')).toBeDefined()
})
