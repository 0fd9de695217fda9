import { lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Manifest, manifestShape } from '#models/catalogue.ts'
import { checksumOf } from '#models/checksum.ts'
import { diskTrouble, ModelTrouble } from '#models/trouble.ts'

/** The folder of models: `<name>/` with its `manifest.json` for each that is there, and `.downloads/` for what is on its way. */
export type Shelf = {
  readonly folder: string
  /** Where the pieces of a model on its way lie. */
  readonly downloads: string
  /** Every model that is there, by name; one whose manifest cannot be read has none. */
  list(): Promise<{ name: string; manifest: Manifest | undefined }[]>
  /** What is wrong with a model, in sentences; none when every file is as it was when it came. */
  verify(manifest: Manifest, onBytes?: (bytes: number) => void): Promise<string[]>
  /** Takes a model and pieces of it away; answers whether it was there. */
  remove(name: string): Promise<boolean>
  /** Does something while nobody else works on this model. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>
}

/** The models below the data folder. */
export function openShelf(dataFolder: string): Shelf {
  const folder = join(dataFolder, 'models')
  const downloads = join(folder, '.downloads')
  return {
    folder,
    downloads,
    async list() {
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
      const names = entries.filter((it) => it.isDirectory() && !it.name.startsWith('.')).map((it) => it.name)
      return Promise.all(names.sort().map(async (name) => ({ name, manifest: await manifestIn(join(folder, name), name) })))
    },
    async verify(manifest, onBytes) {
      const wrong: string[] = []
      let before = 0
      for (const { path, bytes, sha256 } of manifest.files) {
        const file = join(folder, manifest.name, path)
        const info = await lstat(file).catch(() => undefined)
        if (!info?.isFile()) wrong.push(`${path} is missing.`)
        else if (info.size !== bytes) wrong.push(`${path} has ${info.size} bytes instead of ${bytes}.`)
        else if ((await checksumOf(file, (it) => onBytes?.(before + it))) !== sha256) wrong.push(`${path} is not as it was: its checksum differs.`)
        before += bytes
      }
      return wrong
    },
    async remove(name) {
      const gone = join(downloads, `${name}.removed-${process.pid}`)
      await mkdir(downloads, { recursive: true })
      // Out of sight in one step; what it takes to delete it may be interrupted.
      const was = await rename(join(folder, name), gone).then(
        () => true,
        () => false,
      )
      await rm(gone, { recursive: true, force: true })
      for (const it of await readdir(downloads)) if (isPieceOf(name, it)) await rm(join(downloads, it), { force: true })
      return was
    },
    async alone(name, work) {
      await mkdir(downloads, { recursive: true }).catch((error: unknown) => Promise.reject(diskTrouble(error, `making ${downloads}`)))
      const lock = join(downloads, `${name}.lock`)
      await take(lock, name)
      try {
        return await work()
      } finally {
        await rm(lock, { force: true })
      }
    },
  }
}

const isPieceOf = (name: string, file: string) => file.startsWith(`${name}.`) && /^\d+\.part(\.json)?$/.test(file.slice(name.length + 1))

async function manifestIn(folder: string, name: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    const read = z.safeParse(manifestShape, JSON.parse(text))
    return read.success && read.data.name === name ? read.data : undefined
  } catch {
    return undefined
  }
}

/** A file that says which process works on a model; one whose process has gone is taken over. */
async function take(lock: string, name: string): Promise<void> {
  for (let tries = 0; tries < 2; tries++) {
    try {
      const handle = await open(lock, 'wx')
      await handle.writeFile(String(process.pid))
      return await handle.close()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw diskTrouble(error, `writing ${lock}`)
    }
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''))
    if (holder > 0 && isAlive(holder)) throw new ModelTrouble(`Another process (${holder}) is working on ${name}. Wait for it, or stop it.`)
    await rm(lock, { force: true })
  }
  throw new ModelTrouble(`Another process is working on ${name}. Wait for it, or stop it.`)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
