import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SpeechLanguage, SpeechVoice } from '@myna/ports/speech'
import type { ModelUse } from './child/messages.ts'

/** A model in the folder of models, as its manifest tells of it. */
export type InstalledModel = {
  name: string
  languages: readonly SpeechLanguage[]
  as: ModelUse['as']
  family: string
  /** Absolute paths. */
  files: Readonly<Record<string, string>>
  settings: Readonly<Record<string, string | number>>
  voices: readonly (SpeechVoice & { speaker: number })[]
  /** Every file of it with its length and SHA-256, as it came. */
  contents: readonly { file: string; path: string; bytes: number; sha256: string }[]
  /** Differs when the model was taken away and brought again. */
  stamp: string
}

const mostManifestBytes = 8_000_000
const knownLanguages: readonly unknown[] = ['en', 'hi', 'hinglish', 'bn']
const knownUses: readonly unknown[] = ['streaming-recognition', 'recognition', 'speech']

/** The models for sherpa-onnx in a folder, by name; what is no such model is passed over. */
export function installedModels(folder: string): InstalledModel[] {
  return namesIn(folder).flatMap((name) => {
    try {
      return readModel(folder, name) ?? []
    } catch {
      return []
    }
  })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((it) => !it.startsWith('.'))
      .sort()
  } catch {
    return []
  }
}

type Manifest = {
  version: number
  name: string
  languages: SpeechLanguage[]
  engine: { library: string; as: ModelUse['as']; family: string; files: Record<string, string>; settings?: Record<string, string | number> }
  voices?: (SpeechVoice & { speaker: number })[]
  files: { path: string; bytes: number; sha256: string }[]
}

/** Reads a manifest as `myna models` writes it; undefined, or an error, when it is another. */
function readModel(folder: string, name: string): InstalledModel | undefined {
  const file = join(folder, name, 'manifest.json')
  const { size, mtimeMs, ino } = statSync(file)
  if (size > mostManifestBytes) return undefined
  const { version, engine, languages, voices = [], files, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  if (version !== 1 || manifest.name !== name || engine.library !== 'sherpa-onnx' || !knownUses.includes(engine.as) || !/^[a-zA-Z0-9]+$/.test(engine.family))
    return undefined
  const paths = [...Object.values(engine.files), ...files.map((it) => it.path)]
  if (!paths.every(isInner) || !languages.every((it) => knownLanguages.includes(it)) || languages.length === 0) return undefined
  if (!voices.every((it) => knownLanguages.includes(it.language) && Number.isInteger(it.speaker))) return undefined
  const home = join(folder, name)
  return {
    name,
    languages,
    as: engine.as,
    family: engine.family,
    files: Object.fromEntries(Object.entries(engine.files).map(([key, path]) => [key, join(home, path)])),
    settings: engine.settings ?? {},
    voices: voices.map((it) => ({ ...it, id: `${name}.${it.id}` })),
    contents: files.map((it) => ({ ...it, file: join(home, it.path) })),
    stamp: `${ino} ${mtimeMs}`,
  }
}

/** Whether a path leads down from the folder of its model. */
function isInner(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !/[\\\0]/.test(path) && path.split('/').every((it) => it !== '..' && it !== '.' && it !== '')
}

/** The first thing that is not as it came, in words that follow the name of the model; undefined when every file is. */
export async function whatDiffers({ contents }: InstalledModel): Promise<string | undefined> {
  for (const { file, path, bytes, sha256 } of contents) {
    const info = await lstat(file).catch(() => undefined)
    if (!info?.isFile()) return `lacks its file ${path}`
    if (info.size !== bytes) return `has another length of ${path} than it came with`
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) hash.update(chunk)
    if (hash.digest('hex') !== sha256) return `has another checksum of ${path} than it came with`
  }
  return undefined
}
