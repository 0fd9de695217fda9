import { on, once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { DocumentFault, type DocumentLimits, type DocumentPart, type DocumentRead, type DocumentReader } from '@myna/ports/document'
import { wholeBody } from '@myna/ports/whole-body'
import type { Said } from '#read-office.ts'

/** A document larger than this is mostly pictures. */
const mostBytes = 60_000_000
const memoryMb = 512

/** A reader of Word documents (Office Open XML). */
export const createDocxReader = (): DocumentReader => reader('docx', /\.docx$/i)

/** A reader of Excel workbooks (Office Open XML). */
export const createXlsxReader = (): DocumentReader => reader('xlsx', /\.xlsx$/i)

const reader = (kind: 'docx' | 'xlsx', pattern: RegExp): DocumentReader => ({
  name: kind,
  takes: (fileName) => pattern.test(fileName),
  read: (body, limits, signal) => read(kind, body, limits, signal),
})

async function* read(
  kind: 'docx' | 'xlsx',
  body: AsyncIterable<Uint8Array>,
  limits: DocumentLimits,
  signal: AbortSignal,
): AsyncGenerator<DocumentPart, DocumentRead> {
  const bytes = await wholeBody(body, Math.min(limits.maxBytes, mostBytes), signal)
  refuseOther(bytes)
  const worker = new Worker(new URL('./read-office.ts', import.meta.url), {
    workerData: { kind, bytes: new Uint8Array(bytes), maxRows: limits.maxRows },
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
      if (said.type === 'end') return { parts, pages: parts, rows: said.rows, leftOut: said.leftOut }
      parts++
      yield { title: said.title, html: said.html }
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

/** Office Open XML is a ZIP file; behind the beginning of a compound file (MS-CFB) stands an encrypted one, or one of the old formats. */
function refuseOther(bytes: Buffer): void {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return
  if (!bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw new DocumentFault('corrupt', 'it does not begin like an Office file')
  const encrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  throw new DocumentFault(encrypted ? 'encrypted' : 'not_supported', encrypted ? 'locked with a password' : 'an old binary format')
}
