import { gzipSync } from 'node:zlib'
import { type Header, pack } from 'tar-stream'

/** A tar archive, packed by gzip, of entries in this order; a name alone is a file whose content is its name. */
export async function tarGz(entries: readonly (string | (Partial<Header> & { name: string; content?: Buffer | string }))[]): Promise<Buffer> {
  const tar = pack()
  for (const it of entries) {
    const { content, ...header } = typeof it === 'string' ? { name: it, content: it } : it
    tar.entry(header, content ?? '')
  }
  tar.finalize()
  return gzipSync(Buffer.concat(await Array.fromAsync(tar as unknown as AsyncIterable<Buffer>)))
}
