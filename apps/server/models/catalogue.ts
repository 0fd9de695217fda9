import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ModelTrouble } from '#models/trouble.ts'

const modelName = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/, 'a name has small letters, digits, dots and hyphens')
const innerPath = z
  .string()
  .max(500)
  .regex(/^(?!.*(^|\/)\.{1,2}(\/|$))[^/\\\0][^\\\0]*$/, 'a path leads down from the folder of the model')
const checksum = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 has 64 hexadecimal digits')
const language = z.enum(['en', 'hi', 'hinglish', 'bn'])

/** One thing to download: a file that becomes `path`, or an archive whose inner folder becomes the folder of the model. `urls` are mirrors of the same bytes. */
const part = z
  .strictObject({
    urls: z.array(z.url({ protocol: /^https?$/ })).min(1),
    /** Null where no public source tells. */
    bytes: z.int().positive().nullable(),
    sha256: checksum.nullable(),
    path: innerPath.optional(),
    unpack: z.enum(['tar.bz2', 'tar.gz']).optional(),
  })
  .refine((it) => (it.path === undefined) !== (it.unpack === undefined), 'a part has either a path or an archive to unpack')

/** How an engine uses the files: `family` and the keys of `files` are names of the library's own configuration. */
const engine = z.strictObject({
  library: z.literal('sherpa-onnx'),
  as: z.enum(['streaming-recognition', 'recognition', 'speech']),
  family: z.string().regex(/^[a-zA-Z0-9]{1,40}$/),
  files: z.record(z.string().regex(/^[a-zA-Z0-9]{1,40}$/), innerPath),
  settings: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

const voice = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(100),
  language,
  gender: z.enum(['female', 'male', 'neutral']),
  speaker: z.int().nonnegative(),
})

const entry = z
  .strictObject({
    name: modelName,
    kind: z.enum(['recognition', 'speech']),
    languages: z.array(language).min(1),
    licence: z.string().min(1),
    /** What it is for, in a sentence. */
    purpose: z.string().min(1),
    source: z.url(),
    parts: z.array(part).min(1),
    engine,
    voices: z.array(voice).min(1).optional(),
  })
  .refine((it) => (it.kind === 'speech') === (it.voices !== undefined), 'a model that speaks has voices, and no other')

const catalogue = z.strictObject({ version: z.literal(1), models: z.array(entry) })

/** A model that can be had, and one of the things to download for it. */
export type CatalogueEntry = z.output<typeof entry>
export type CataloguePart = z.output<typeof part>

/** The manifest in the folder of a model that is there: what it is, and every file with its checksum. */
export const manifestShape = z.strictObject({
  version: z.literal(1),
  name: modelName,
  kind: z.enum(['recognition', 'speech']),
  languages: z.array(language).min(1),
  licence: z.string(),
  purpose: z.string(),
  engine,
  voices: z.array(voice).optional(),
  /** Where each part came from, its checksum, and who vouches for it: the catalogue, the operator, or nobody. */
  origins: z.array(z.strictObject({ from: z.string(), sha256: checksum, vouchedBy: z.enum(['catalogue', 'operator', 'nobody']) })),
  files: z.array(z.strictObject({ path: innerPath, bytes: z.int().nonnegative(), sha256: checksum })).min(1),
})
export type Manifest = z.output<typeof manifestShape>

/** The models of this release, and those of the operator's own catalogue, which come first. Throws `ModelTrouble` about a catalogue that cannot be read. */
export async function readCatalogue(own?: string): Promise<CatalogueEntry[]> {
  const release = await readEntries(new URL('./catalogue.json', import.meta.url))
  const more = own === undefined ? [] : await readEntries(own)
  return [...more, ...release.filter((it) => more.every((other) => other.name !== it.name))]
}

async function readEntries(file: string | URL): Promise<CatalogueEntry[]> {
  let json: unknown
  try {
    json = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new ModelTrouble(`The catalogue ${String(file)} cannot be read: ${(error as Error).message}`, 'usage')
  }
  const read = z.safeParse(catalogue, json)
  if (read.success) return read.data.models
  const [issue] = read.error.issues
  throw new ModelTrouble(`The catalogue ${String(file)} is not in order: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`, 'usage')
}
