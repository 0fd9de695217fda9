import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Extract, extract, type Header } from 'tar-stream'
import { bunzipByProgram, bunzipHere, bzip2Program } from '#models/bunzip.ts'
import { diskTrouble, ModelTrouble } from '#models/trouble.ts'

type Entry = Extract extends AsyncIterable<infer E> ? E : never

/** What an archive may become at most. */
export type UnpackLimits = { bytes: number; files: number }

/** A file as it was written. */
export type Written = { path: string; bytes: number; sha256: string }

/**
 * Unpacks a tar archive into a folder, without the one folder that such archives have at their top. Only plain files and folders are taken; a link, a device, a
 * name that leads out of the folder, the same file twice or more than the limits ends it. `onBytes` hears how
 * much of the archive has been read, `program` unpacks bzip2. Answers what was written. Throws `ModelTrouble`.
 */
export async function unpack(
  archive: string,
  format: 'tar.bz2' | 'tar.gz',
  folder: string,
  limits: UnpackLimits,
  options: { onBytes?: (bytes: number) => void; program?: string | undefined } = { program: bzip2Program },
): Promise<Written[]> {
  const written: Written[] = []
  const paths = new Set<string>()
  const tar = extract()
  let left = limits.bytes
  const room = (bytes: number) => {
    left -= bytes
    if (left < 0) throw new ModelTrouble(`The archive unpacks to more than ${limits.bytes} bytes; it is not what it should be.`)
  }
  // Blocks and names of tar itself are counted too, so that an endless archive of nothing ends.
  const packed = read(archive, options.onBytes)
  const plain = format === 'tar.gz' ? gunzipped(packed) : options.program === undefined ? bunzipHere(packed) : bunzipByProgram(options.program, packed)
  const bytes = Readable.from(counted(plain, limits.bytes * 2 + limits.files * 2048))
  bytes.on('error', (error) => tar.destroy(error)).pipe(tar)
  try {
    for await (const entry of tar) {
      const path = innerPathOf(entry.header)
      if (path !== undefined) {
        if (paths.size >= limits.files) throw new ModelTrouble(`The archive has more than ${limits.files} files; it is not what it should be.`)
        if (paths.has(path.toLowerCase())) throw new ModelTrouble(`The archive has ${path} twice; it is not what it should be.`)
        paths.add(path.toLowerCase())
        written.push(await writeEntry(entry, join(folder, path), path, room))
      } else entry.resume()
    }
  } catch (error) {
    if (error instanceof ModelTrouble) throw error
    if (typeof (error as NodeJS.ErrnoException).code === 'string' && (error as NodeJS.ErrnoException).syscall)
      throw diskTrouble(error, `unpacking into ${folder}`)
    throw new ModelTrouble(`The archive cannot be unpacked: ${(error as Error).message}.`, 'failed', error)
  } finally {
    bytes.destroy()
    tar.destroy()
  }
  if (written.length === 0) throw new ModelTrouble('The archive has no files in it.')
  return written
}

/** Where an entry belongs below the folder of the model; undefined for folders and for the archive's own top. */
function innerPathOf({ name, type }: Pick<Header, 'name'> & { type: Header['type'] | null }): string | undefined {
  if (type !== 'file' && type !== 'contiguous-file' && type !== 'directory')
    throw new ModelTrouble(`The archive has a ${type ?? 'thing'} in it (${shown(name)}); only files are taken.`)
  const parts = name.replace(/^(\.\/)+/, '').split('/')
  const isPlain = parts.every((it, at) => it !== '.' && it !== '..' && it.length <= 200 && (it !== '' || at === parts.length - 1))
  if (!isPlain || /[\\\0:]/.test(name) || name.length > 500) throw new ModelTrouble(`The archive has a file with a name that cannot be (${shown(name)}).`)
  if (type === 'directory' || parts.at(-1) === '') return undefined
  // Some archives are made on a Mac, whose shadow files are of no use.
  return parts.length > 1 && !parts.at(-1)!.startsWith('._') ? parts.slice(1).join('/') : undefined
}

async function writeEntry(entry: Entry, file: string, path: string, room: (bytes: number) => void): Promise<Written> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, 'wx', 0o644)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of entry as unknown as AsyncIterable<Buffer>) {
      room(chunk.length)
      hash.update(chunk)
      for (let done = 0; done < chunk.length; ) done += (await handle.write(chunk, done)).bytesWritten
      bytes += chunk.length
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { path, bytes, sha256: hash.digest('hex') }
}

/** The archive as it lies on the disk; tells how much of it has been read. */
async function* read(archive: string, onBytes?: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of createReadStream(archive, { highWaterMark: 16_384 }) as AsyncIterable<Buffer>) {
    yield chunk
    bytes += chunk.length
    onBytes?.(bytes)
  }
}

function gunzipped(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const gunzip = createGunzip()
  Readable.from(packed)
    .on('error', (error) => gunzip.destroy(error))
    .pipe(gunzip)
  return gunzip
}

async function* counted(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > limit) throw new ModelTrouble('The archive unpacks to far more than it should.')
    yield chunk
  }
}

const shown = (name: string) => JSON.stringify(name.slice(0, 100))
