import { checkedBlobName } from '@myna/ports/blob-name'
import type { BlobStore } from '@myna/ports/blobs'
import { PortFault } from '@myna/ports/fault'
import { S3Fault, s3Trouble } from '#s3-fault.ts'
import { createS3Requests, gather, type Payload, type S3Place, type S3Requests } from '#s3-requests.ts'
import { elementsOf, textOf } from '#xml.ts'

export type { S3Place } from '#s3-requests.ts'

/** Blobs in a store, and what keeps it tidy. */
export type S3Blobs = BlobStore & {
  /** Aborts uploads that began more than a day ago, of processes that died; answers how many. Throws `PortFault`. */
  removeLeftovers(): Promise<number>
}

const partBytes = 8_388_608
const mostParts = 10_000
const leftoverMs = 24 * 60 * 60 * 1_000

/** Blobs as objects of one bucket, below a prefix. `answerMs` (30 s) is how long one request may last, and how long a body may give nothing. */
export function createS3Blobs({ fetch, answerMs = 30_000, ...place }: S3Place & { fetch: typeof globalThis.fetch; answerMs?: number }): S3Blobs {
  const requests = createS3Requests(place, fetch, answerMs)
  const { ask, open } = requests
  return {
    name: 's3',

    async put(name, body) {
      checkedBlobName(name)
      const part = gather()
      let upload: Upload | undefined
      let bytes = 0
      try {
        for await (const piece of body) {
          bytes += piece.byteLength
          for (let at = 0; at < piece.byteLength; ) {
            const end = Math.min(piece.byteLength, at + partBytes - part.length())
            // A copy: whoever gives a piece may use its memory again.
            part.add(Uint8Array.prototype.slice.call(piece, at, end))
            at = end
            if (part.length() < partBytes) continue
            upload ??= await beginUpload(requests, name)
            await upload.send(part.take())
          }
        }
        if (upload === undefined) refuseMissing((await ask({ method: 'PUT', name, payload: part.take() })).status)
        else {
          if (part.length() > 0) await upload.send(part.take())
          await upload.complete(bytes)
        }
        return { bytes }
      } catch (error) {
        await upload?.abort().catch(() => {})
        throw error
      }
    },

    async get(name) {
      checkedBlobName(name)
      const answer = await open({ method: 'GET', name })
      if (answer.status === 404) {
        if (textOf(await answer.text(), 'Code') === 'NoSuchBucket') refuseMissing(404)
        return undefined
      }
      const bytes = Number(answer.headers.get('content-length'))
      return { bytes, body: piecesOf(answer, bytes, answerMs) }
    },

    async delete(name) {
      checkedBlobName(name)
      const { status, text } = await ask({ method: 'DELETE', name })
      if (status === 404 && textOf(text, 'Code') === 'NoSuchBucket') refuseMissing(404)
    },

    async *list(prefix) {
      for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
        const query = { 'list-type': '2', prefix: place.prefix + prefix, ...(token === undefined ? {} : { 'continuation-token': token }) }
        const { status, text } = await ask({ method: 'GET', query })
        refuseMissing(status)
        for (const it of elementsOf(text, 'Contents')) yield { name: (textOf(it, 'Key') ?? '').slice(place.prefix.length), bytes: Number(textOf(it, 'Size')) }
        token = textOf(text, 'IsTruncated') === 'true' ? textOf(text, 'NextContinuationToken') : undefined
      }
    },

    async removeLeftovers() {
      const { status, text } = await ask({ method: 'GET', query: { uploads: '', prefix: place.prefix } })
      refuseMissing(status)
      let count = 0
      for (const it of elementsOf(text, 'Upload')) {
        const [key, uploadId, begun] = [textOf(it, 'Key') ?? '', textOf(it, 'UploadId') ?? '', Date.parse(textOf(it, 'Initiated') ?? '')]
        if (!key.startsWith(place.prefix) || !(Date.now() - begun > leftoverMs)) continue
        await ask({ method: 'DELETE', name: key.slice(place.prefix.length), query: { uploadId } })
        count += 1
      }
      return count
    },
  }
}

type Upload = { send(part: Payload): Promise<void>; complete(bytes: number): Promise<void>; abort(): Promise<void> }

async function beginUpload({ ask }: S3Requests, name: string): Promise<Upload> {
  const { status, text } = await ask({ method: 'POST', name, query: { uploads: '' } })
  refuseMissing(status)
  const uploadId = textOf(text, 'UploadId')
  if (!uploadId) throw new PortFault('The object store began an upload without a name for it.', { retryable: true })
  const etags: string[] = []
  return {
    async send(payload) {
      if (etags.length === mostParts) throw new PortFault('The blob is larger than 80 GB.', { retryable: false })
      const sent = await ask({ method: 'PUT', name, query: { partNumber: String(etags.length + 1), uploadId }, payload })
      const etag = sent.headers.get('etag')
      if (sent.status === 404 || !etag) throw new PortFault('The object store lost an upload while it was under way.', { retryable: true })
      etags.push(etag)
    },
    async complete(bytes) {
      const parts = etags.map((etag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${etag.replaceAll('"', '&quot;')}</ETag></Part>`)
      const list = gather()
      list.add(Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`))
      const done = await ask({ method: 'POST', name, query: { uploadId }, payload: list.take() })
      // An earlier try may have completed it and its answer been lost.
      if (done.status === 404 && textOf(done.text, 'Code') === 'NoSuchUpload') {
        const there = await ask({ method: 'HEAD', name })
        if (there.status === 200 && Number(there.headers.get('content-length')) === bytes) return
        throw new PortFault('The object store lost an upload before its end.', { retryable: true })
      }
      // A failure after the answer has begun stands in its body.
      if (done.status === 404 || textOf(done.text, 'Code') !== undefined) throw new S3Fault(done.status === 404 ? 404 : 500, done.text)
    },
    async abort() {
      await ask({ method: 'DELETE', name, query: { uploadId } })
    },
  }
}

function refuseMissing(status: number): void {
  if (status === 404) throw new S3Fault(404, '<Code>NoSuchBucket</Code>')
}

async function* piecesOf(answer: Response, bytes: number, silentMs: number): AsyncGenerator<Uint8Array> {
  const reader = answer.body?.getReader()
  let count = 0
  try {
    for (;;) {
      const next = await inTime(reader?.read(), silentMs)
      if (next === undefined || next.done) break
      count += next.value.byteLength
      yield next.value
    }
  } catch (error) {
    throw s3Trouble(error)
  } finally {
    await reader?.cancel().catch(() => {})
  }
  if (count !== bytes) throw new PortFault('The blob ends earlier than it should.', { retryable: true })
}

async function inTime<T>(work: Promise<T> | undefined, limitMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new PortFault('The object store stopped in the middle of a blob.', { retryable: true })), limitMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
