import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { EmbeddedStart, FromEmbedded, ToEmbedded } from '#db/embedded-worker.ts'

/** A simple query of the PostgreSQL wire protocol. */
const queryOf = (sql: string) => {
  const bytes = Buffer.alloc(6 + sql.length)
  bytes.write('Q')
  bytes.writeUInt32BE(5 + sql.length, 1)
  bytes.write(`${sql}\0`, 5)
  return new Uint8Array(bytes)
}

test('keeps nothing of what it has answered', { timeout: 120_000 }, async () => {
  const workerData: EmbeddedStart = { folder: undefined, snapshot: undefined }
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData, stdout: true, stderr: true })
  const heard = async () => ((await once(worker, 'message')) as [FromEmbedded])[0]
  expect(await heard()).toEqual({ open: true })
  const answerTo = async (sql: string) => {
    worker.postMessage({ bytes: queryOf(sql) } satisfies ToEmbedded)
    const answer = await heard()
    return 'bytes' in answer ? answer.bytes : undefined
  }
  const millionBytes = `select repeat('x', 1000000)`
  await answerTo(millionBytes)
  const before = (await worker.getHeapStatistics()).used_heap_size
  for (let time = 0; time < 60; time++) expect((await answerTo(millionBytes))?.byteLength).toBeGreaterThan(1_000_000)
  expect((await worker.getHeapStatistics()).used_heap_size - before).toBeLessThan(20_000_000)
  worker.postMessage({ close: true } satisfies ToEmbedded)
  await once(worker, 'exit')
})
