import { copyFile, mkdir, open, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { bzip2Program } from '#models/bunzip.ts'
import type { CatalogueEntry, CataloguePart, Manifest } from '#models/catalogue.ts'
import { checksumOf } from '#models/checksum.ts'
import { discard, download, megabytes, type Patience } from '#models/download.ts'
import type { Shelf } from '#models/shelf.ts'
import { diskTrouble, ModelTrouble } from '#models/trouble.ts'
import { unpack, type Written } from '#models/unpack.ts'

/** How a model is fetched. `given` vouches for the one part whose checksum the catalogue does not know, `trustFirst` takes such parts as they come. */
export type PullOptions = {
  given?: string | undefined
  trustFirst?: boolean | undefined
  /** Files that have been brought here, instead of the internet: one for each part, in any order. */
  files?: readonly string[] | undefined
  patience?: Partial<Patience>
  onProgress?: (doing: string, bytes: number, of: number | undefined) => void
}

type Origin = Manifest['origins'][number]

/**
 * Puts a model on the shelf: fetches its parts, checks them, unpacks them out of sight, writes the manifest and shows all of it in one step. An interrupted pull
 * leaves pieces in `.downloads` alone, and the next one goes on from them. Throws `ModelTrouble`.
 */
export async function pull(shelf: Shelf, entry: CatalogueEntry, options: PullOptions = {}): Promise<Manifest> {
  const unknown = entry.parts.filter((it) => it.sha256 === null)
  if (options.given !== undefined && unknown.length !== 1)
    throw new ModelTrouble(
      unknown.length === 0
        ? 'The catalogue knows the checksums of this model; leave --sha256 out.'
        : `${unknown.length} parts have no checksum; --sha256 tells of one.`,
      'usage',
    )
  if (unknown.length > 0 && options.given === undefined && !options.trustFirst)
    throw new ModelTrouble(
      `No public source tells the checksum of ${entry.name}. Give it with --sha256, or take what comes and keep its checksum with --trust-first.`,
      'usage',
    )
  return shelf.alone(entry.name, async () => {
    await forgetHalves(shelf, entry.name)
    await needRoom(shelf, entry)
    const room = join(shelf.downloads, `${entry.name}.new-${process.pid}`)
    try {
      await mkdir(room, { recursive: true })
      const origins: Origin[] = []
      const files: Written[] = []
      for (const [at, part] of entry.parts.entries()) {
        const expected = part.sha256 ?? options.given ?? null
        const vouchedBy = part.sha256 !== null ? 'catalogue' : options.given !== undefined ? 'operator' : 'nobody'
        const got = options.files ? await imported(options.files, entry, part, expected) : await fetched(shelf, entry, at, expected, options)
        files.push(...(await placed(part, got.file, room, got.sha256, options)))
        origins.push({ from: got.from, sha256: got.sha256, vouchedBy })
      }
      const manifest = manifestOf(entry, origins, files)
      await writeFile(join(room, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
      await rename(room, join(shelf.folder, entry.name))
      await syncFolder(shelf.folder)
      for (const at of entry.parts.keys()) await discard(pieceOf(shelf, entry.name, at))
      return manifest
    } catch (error) {
      throw error instanceof ModelTrouble ? error : diskTrouble(error, `putting ${entry.name} into ${shelf.folder}`)
    } finally {
      await rm(room, { recursive: true, force: true })
    }
  })
}

const pieceOf = (shelf: Shelf, name: string, at: number) => join(shelf.downloads, `${name}.${at}.part`)

/** What processes that were killed left half unpacked or half removed. */
async function forgetHalves(shelf: Shelf, name: string): Promise<void> {
  for (const it of await readdir(shelf.downloads))
    if (it.startsWith(`${name}.new-`) || it.startsWith(`${name}.removed-`)) await rm(join(shelf.downloads, it), { recursive: true, force: true })
}

async function needRoom(shelf: Shelf, { name, parts }: CatalogueEntry): Promise<void> {
  // An archive and what comes out of it lie beside each other for a while.
  const needed = parts.reduce((sum, it) => sum + (it.bytes ?? 0) * (it.unpack ? 2.5 : 2), 0)
  const { bavail, bsize } = await statfs(shelf.downloads)
  if (bavail * bsize < needed)
    throw new ModelTrouble(`There is no room for ${name} in ${shelf.folder}: it needs about ${megabytes(needed)}, and ${megabytes(bavail * bsize)} are free.`)
}

type Got = { file: string; sha256: string; from: string }

async function fetched(shelf: Shelf, entry: CatalogueEntry, at: number, expected: string | null, options: PullOptions): Promise<Got> {
  const part = entry.parts[at]!
  const file = pieceOf(shelf, entry.name, at)
  const troubles: ModelTrouble[] = []
  for (const url of part.urls) {
    if (expected === null && !isSafe(url)) {
      troubles.push(new ModelTrouble(`${url} is not encrypted, so what comes from it cannot be trusted without a checksum.`))
      continue
    }
    try {
      const doing = `Downloading ${part.path ?? entry.name}`
      await download({ url, bytes: part.bytes, hasChecksum: expected !== null }, file, {
        ...(options.patience ? { patience: options.patience } : {}),
        onBytes: (bytes) => options.onProgress?.(doing, bytes, part.bytes ?? undefined),
      })
      const sha256 = await checksumOf(file)
      if (expected === null || sha256 === expected) return { file, sha256, from: url }
      await discard(file)
      throw new ModelTrouble(`What came from ${url} has the wrong checksum: ${sha256} instead of ${expected}. It was deleted.`)
    } catch (error) {
      if (!(error instanceof ModelTrouble)) throw error
      troubles.push(error)
    }
  }
  throw troubles.length === 1 ? troubles[0]! : new ModelTrouble(troubles.map((it) => it.message).join(' '), troubles.at(-1)!.kind)
}

/** Whether nobody on the way can change what comes from an address. */
function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

/** Finds the part among the files that were brought: by its checksum, or, where none is known, the only file there is. */
async function imported(files: readonly string[], entry: CatalogueEntry, part: CataloguePart, expected: string | null): Promise<Got> {
  const called = part.urls[0]!.split('/').at(-1)!
  if (files.length > entry.parts.length) throw new ModelTrouble(`${entry.name} has ${entry.parts.length} parts, and ${files.length} files were given.`, 'usage')
  for (const file of files) {
    const info = await stat(file).catch(() => undefined)
    if (!info?.isFile()) throw new ModelTrouble(`There is no file ${file}.`, 'usage')
    if (part.bytes !== null && info.size !== part.bytes) continue
    const sha256 = await checksumOf(file)
    if (expected === null ? entry.parts.length === 1 : sha256 === expected) return { file, sha256, from: file }
  }
  throw new ModelTrouble(`None of the files given is ${called}${expected === null ? '' : ` with the checksum ${expected}`}.`)
}

async function placed(part: CataloguePart, file: string, room: string, sha256: string, options: PullOptions): Promise<Written[]> {
  const { size } = await stat(file)
  if (part.unpack === undefined) {
    const path = part.path!
    await mkdir(dirname(join(room, path)), { recursive: true })
    // The piece stays until all is done: a later part may be interrupted.
    await copyFile(file, join(room, path))
    return [{ path, bytes: size, sha256 }]
  }
  const onBytes = (bytes: number) => options.onProgress?.('Unpacking', bytes, size)
  return unpack(file, part.unpack, room, { bytes: size * 10 + 100_000_000, files: 20_000 }, { onBytes, program: bzip2Program })
}

function manifestOf({ name, kind, languages, licence, purpose, engine, voices }: CatalogueEntry, origins: Origin[], files: Written[]): Manifest {
  const paths = new Set(files.map((it) => it.path))
  for (const path of Object.values(engine.files))
    if (!paths.has(path) && !files.some((it) => it.path.startsWith(`${path}/`)))
      throw new ModelTrouble(`There is no ${path} in what came for ${name}; it cannot be used.`)
  if (paths.size < files.length || paths.has('manifest.json')) throw new ModelTrouble(`Two parts of ${name} have a file of the same name.`)
  return { version: 1, name, kind, languages, licence, purpose, engine, ...(voices ? { voices } : {}), origins, files }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
