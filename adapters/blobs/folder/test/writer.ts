import { createFolderBlobs } from '../folder-blobs.ts'

/** Writes blobs of one repeated byte over and over until it is killed; says so after each. */
const store = createFolderBlobs(process.argv[2]!)
for (let i = 0; ; i++) {
  await store.put(`blob-${i % 5}`, body(i % 256))
  process.stdout.write('.')
}

async function* body(byte: number) {
  for (let piece = 0; piece < 10; piece++) yield new Uint8Array(20_000).fill(byte)
}
