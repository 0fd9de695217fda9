import { parseArgs } from 'node:util'
import { type Command, exitCodes, UsageError } from '#commands/command.ts'
import { type CatalogueEntry, type Manifest, readCatalogue } from '#models/catalogue.ts'
import { megabytes } from '#models/download.ts'
import { pull } from '#models/pull.ts'
import { openShelf, type Shelf } from '#models/shelf.ts'
import { ModelTrouble } from '#models/trouble.ts'

const usage = `Usage: myna models list [--json]
       myna models pull <name> [--sha256 <checksum> | --trust-first] [--file <path>]… [--json]
       myna models verify [<name>…] [--json]
       myna models remove <name> [--json]

Models that recognise or speak on this machine, in <MYNA_DATA>/models. Nothing is downloaded unless you ask for it. Needs no server; a server that runs
takes a new model up by itself.
pull    downloads a model, checks it against the checksum in the catalogue and shows it to Myna only when all of it is well. Interrupted, it goes on where
        it stopped. --file takes files that you brought here yourself, one for each part of the model, and uses no internet. Where the catalogue has no
        checksum, --sha256 gives it, or --trust-first takes what comes and keeps its checksum for later.
verify  reads every file again and tells which is not as it came. Exit code 1: something is wrong.
--catalogue <file> adds a catalogue of your own. Behind a proxy set NODE_USE_ENV_PROXY=1. Read the licence of a model before you use it.
Exit code 0: done, 1: it failed, 3: the source cannot be reached.`

type Options = { json: boolean; catalogue: string | undefined; sha256: string | undefined; trustFirst: boolean; file: string[] | undefined }

/** Lists, downloads, verifies and removes models that recognise and speak. */
export const models: Command = {
  summary: 'List, download, verify or remove models that recognise or speak here.',
  usage,
  async run(args, config) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        catalogue: { type: 'string' },
        sha256: { type: 'string' },
        'trust-first': { type: 'boolean', default: false },
        file: { type: 'string', multiple: true },
      },
    })
    const [action = '', ...names] = positionals
    const { 'trust-first': trustFirst, ...rest } = values
    const options: Options = { catalogue: undefined, sha256: undefined, file: undefined, ...rest, trustFirst }
    const act = Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : undefined
    if (!act) throw new UsageError(usage)
    if (options.sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(options.sha256)) throw new UsageError('--sha256 takes 64 hexadecimal digits.')
    try {
      return await act(openShelf(config.dataFolder), names, options)
    } catch (error) {
      if (!(error instanceof ModelTrouble)) throw error
      if (error.kind === 'usage') throw new UsageError(error.message)
      process.stderr.write(`${error.message}\n`)
      return error.kind === 'unreachable' ? exitCodes.unreachable : exitCodes.failed
    }
  },
}

const actions = { list, pull: pullOne, verify, remove }

async function list(shelf: Shelf, names: string[], { json, catalogue }: Options): Promise<number> {
  if (names.length > 0) throw new UsageError(usage)
  const [known, there] = await Promise.all([readCatalogue(catalogue), shelf.list()])
  const extra = there.filter((it) => known.every((entry) => entry.name !== it.name))
  const rows = [
    ...known.map((entry) =>
      rowOf(entry, sizeOf(entry), there.some((it) => it.name === entry.name) ? stateOf(there.find((it) => it.name === entry.name)?.manifest) : 'not here'),
    ),
    ...extra.map(({ name, manifest }) => rowOf(manifest ?? { name }, manifest?.files.reduce((sum, it) => sum + it.bytes, 0) ?? null, stateOf(manifest))),
  ]
  for (const it of rows) {
    const size = it.bytes === null ? '?' : megabytes(it.bytes)
    const text = `${it.name.padEnd(22)} ${it.state.padEnd(8)} ${size.padStart(7)}  ${it.kind.padEnd(11)} ${it.languages.join(', ').padEnd(10)}  ${it.purpose} ${it.licence}.`
    process.stdout.write(json ? `${JSON.stringify(it)}\n` : `${text}\n`)
  }
  return exitCodes.done
}

const stateOf = (manifest: Manifest | undefined) => (manifest ? 'here' : 'broken')
const sizeOf = ({ parts }: CatalogueEntry) => (parts.some((it) => it.bytes === null) ? null : parts.reduce((sum, it) => sum + (it.bytes ?? 0), 0))

function rowOf(it: Partial<Manifest> & { name: string; source?: string }, bytes: number | null, state: 'here' | 'broken' | 'not here') {
  const { name, kind = '', languages = [], licence = '', purpose = 'Its manifest cannot be read; remove it and pull it again.', source } = it
  return { name, state, kind, languages, bytes, licence, purpose, ...(source === undefined ? {} : { source }) }
}

async function pullOne(shelf: Shelf, names: string[], { json, catalogue, sha256, trustFirst, file }: Options): Promise<number> {
  const [name, ...others] = names
  if (name === undefined || others.length > 0 || (sha256 !== undefined && trustFirst)) throw new UsageError(usage)
  const known = await readCatalogue(catalogue)
  const entry = known.find((it) => it.name === name)
  if (!entry) throw new UsageError(`The catalogue has no model ${name}. "myna models list" shows those it has.`)
  const there = (await shelf.list()).find((it) => it.name === name)
  if (there && !there.manifest) throw new ModelTrouble(`What is in ${shelf.folder}/${name} cannot be read. Run "myna models remove ${name}" first.`)
  if (there) {
    say(json, { name, state: 'here', changed: false }, `${name} is here already. "myna models verify ${name}" looks at its files.`)
    return exitCodes.done
  }
  process.stderr.write(`${name}: ${entry.purpose} Licence: ${entry.licence}. Source: ${entry.source}\n`)
  const progress = createProgress()
  const manifest = await pull(shelf, entry, { given: sha256?.toLowerCase(), trustFirst, files: file, onProgress: progress.show }).finally(progress.end)
  const unsure = manifest.origins.filter((it) => it.vouchedBy === 'nobody')
  for (const { from, sha256: kept } of unsure) process.stderr.write(`Nobody vouches for ${from}; its checksum is ${kept}.\n`)
  say(json, { name, state: 'here', changed: true, origins: manifest.origins }, `${name} is here, in ${shelf.folder}/${name}.`)
  return exitCodes.done
}

async function verify(shelf: Shelf, names: string[], { json }: Options): Promise<number> {
  const there = await shelf.list()
  for (const name of names) if (there.every((it) => it.name !== name)) throw new UsageError(`There is no model ${name} here.`)
  let wrong = false
  for (const { name, manifest } of there.filter((it) => names.length === 0 || names.includes(it.name))) {
    const progress = createProgress()
    const problems = manifest
      ? await shelf.verify(manifest, (bytes) => progress.show(`Reading ${name}`, bytes, undefined)).finally(progress.end)
      : ['Its manifest cannot be read.']
    wrong ||= problems.length > 0
    say(
      json,
      { name, intact: problems.length === 0, problems },
      problems.length === 0 ? `${name} is intact.` : `${name} is not intact:\n  ${problems.join('\n  ')}`,
    )
  }
  if (there.length === 0 && !json) process.stdout.write('There are no models here.\n')
  return wrong ? exitCodes.failed : exitCodes.done
}

async function remove(shelf: Shelf, names: string[], { json }: Options): Promise<number> {
  const [name, ...others] = names
  if (name === undefined || others.length > 0 || !/^[a-z0-9][a-z0-9.-]*$/.test(name)) throw new UsageError(usage)
  const was = await shelf.alone(name, () => shelf.remove(name))
  if (!was) throw new ModelTrouble(`There is no model ${name} here.`)
  say(json, { name, state: 'not here', changed: true }, `${name} is gone.`)
  return exitCodes.done
}

function say(json: boolean, fact: object, sentence: string): void {
  process.stdout.write(`${json ? JSON.stringify(fact) : sentence}\n`)
}

/** Shows on standard error how far a long work is: in place on a terminal, else a line for every tenth. */
function createProgress() {
  const terminal = process.stderr.isTTY
  let last = ''
  return {
    show(doing: string, bytes: number, of: number | undefined): void {
      const share = of === undefined ? '' : ` of ${megabytes(of)} (${Math.floor((bytes / of) * 100)} %)`
      const step = of === undefined ? Math.floor(bytes / 50e6) : Math.floor((bytes / of) * (terminal ? 100 : 10))
      if (`${doing}${step}` === last) return
      last = `${doing}${step}`
      process.stderr.write(terminal ? `\r\u001B[K${doing}: ${megabytes(bytes)}${share}` : `${doing}: ${megabytes(bytes)}${share}\n`)
    },
    end(): void {
      if (terminal && last !== '') process.stderr.write('\n')
    },
  }
}
