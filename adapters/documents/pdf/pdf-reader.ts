import { on, once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { DocumentFault, type DocumentLimits, type DocumentPart, type DocumentRead, type DocumentReader } from '@myna/ports/document'
import { wholeBody } from '@myna/ports/whole-body'
import type { Said } from '#read-pdf.ts'

/** A PDF larger than this is mostly pictures. */
const mostBytes = 60_000_000
const memoryMb = 512

/** A reader of PDF files: each in a worker thread of its own, ended when it takes too long or too much memory. */
export function createPdfReader(): DocumentReader {
  return {
    name: 'pdf',
    takes: (fileName, head) => /\.pdf$/i.test(fileName) || Buffer.from(head.subarray(0, 1024)).includes('%PDF-'),
    read,
  }
}

async function* read(body: AsyncIterable<Uint8Array>, limits: DocumentLimits, signal: AbortSignal): AsyncGenerator<DocumentPart, DocumentRead> {
  const bytes = await wholeBody(body, Math.min(limits.maxBytes, mostBytes), signal)
  if (!bytes.subarray(0, 1024).includes('%PDF-')) throw new DocumentFault('corrupt', 'it does not begin like a PDF')
  const worker = new Worker(new URL('./read-pdf.ts', import.meta.url), {
    workerData: { bytes: new Uint8Array(bytes), maxPages: limits.maxPages },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stdout: true,
    stderr: true,
    env: {},
  })
  const ended = new AbortController()
  const late = AbortSignal.any([signal, AbortSignal.timeout(limits.timeoutMs), ended.signal])
  worker.once('exit', () => ended.abort())
  worker.once('error', () => ended.abort())
  let parts = 0
  try {
    await once(worker, 'online', { signal: late })
    for await (const [said] of on(worker, 'message', { signal: late }) as AsyncIterable<[Said]>) {
      if (said.type === 'trouble') throw new DocumentFault(said.trouble, said.message)
      if (said.type === 'end') return { parts, pages: said.pages, rows: 0, leftOut: said.pages - said.read }
      parts++
      yield { title: '', html: said.html }
    }
    throw new DocumentFault('corrupt', 'the reader ended early')
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof DocumentFault) throw error
    throw new DocumentFault('corrupt', ended.signal.aborted ? 'reading it took too much memory' : 'reading it took too long', { cause: error })
  } finally {
    await worker.terminate()
  }
}
