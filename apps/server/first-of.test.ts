import { createMemoryBlobs } from '@myna/blobs-memory'
import { blobsConformance } from '@myna/ports/conformance/blobs'
import { expect, it } from 'vitest'
import { firstOf } from '#first-of.ts'

const memory = () => createMemoryBlobs({ maxBytes: 16_000_000 })

blobsConformance('two stores', async () => ({ store: firstOf(memory(), memory()), close: async () => {} }))

async function* text(it: string) {
  yield Buffer.from(it)
}

it('writes to the newest, reads from both, and lists and deletes what lies in both once', async () => {
  const [newest, older] = [memory(), memory()]
  await older.put('old', text('old'))
  await older.put('both', text('as it was'))
  const store = firstOf(newest, older)
  await store.put('new', text('new'))
  await store.put('both', text('as it is'))
  expect(await older.get('new')).toBeUndefined()
  const read = async (name: string) => Buffer.concat(await Array.fromAsync((await store.get(name))!.body)).toString()
  expect([await read('old'), await read('both'), await read('new')]).toEqual(['old', 'as it is', 'new'])
  const listed = await Array.fromAsync(store.list(''))
  expect(listed.map((it) => `${it.name} ${it.bytes}`).sort()).toEqual(['both 8', 'new 3', 'old 3'])
  await store.delete('both')
  expect(await store.get('both')).toBeUndefined()
})
