import { open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { diskTrouble, ModelTrouble } from '#models/trouble.ts'

/** How a download behaves; the defaults suit the internet. */
export type Patience = { stallMs: number; tries: number; pauseMs: number }
const patient: Patience = { stallMs: 30_000, tries: 6, pauseMs: 1000 }

/** No model is larger than this. */
const mostBytes = 8 * 2 ** 30

type Wanted = {
  url: string
  /** Length, where it is known. */
  bytes: number | null
  /** Whether a checksum tells later that pieces from before belong together. */
  hasChecksum: boolean
}

/** Something that another try may mend. */
class Interruption extends Error {}

/**
 * Downloads into `file`, going on where an earlier try ended: with `Range`, and `If-Range` where the server names a version (RFC 9110, sections 13.1.5
 * and 14). Beside it lies `<file>.json`, which says what it is a piece of. Resolves once all is there; what is there may still be wrong, which only a
 * checksum tells. Throws `ModelTrouble`; an interrupted piece stays for the next time, one that is of no use is deleted.
 */
export async function download(wanted: Wanted, file: string, options: { patience?: Partial<Patience>; onBytes?: (bytes: number) => void } = {}): Promise<void> {
  const { stallMs, tries, pauseMs } = { ...patient, ...options.patience }
  let last: Error | undefined
  let had = await sizeOf(file)
  for (let failures = 0; failures < tries; failures++) {
    if (failures > 0) await sleep(pauseMs * failures)
    try {
      return await attempt(wanted, file, stallMs, options.onBytes)
    } catch (error) {
      if (!(error instanceof Interruption)) throw error
      last = error
      // A try that brought something was no failure; the pieces are bounded by the length.
      const has = await sizeOf(file)
      if (has > had) failures = 0
      had = has
    }
  }
  const kept = had > 0 ? ` ${megabytes(had)} of it are kept; the same command goes on from there.` : ''
  throw new ModelTrouble(`${wanted.url} could not be downloaded: ${last?.message ?? 'it does not answer'}.${kept}`, had > 0 ? 'failed' : 'unreachable', last)
}

/** Deletes a piece and what is known of it. */
export async function discard(file: string): Promise<void> {
  await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })])
}

async function attempt(wanted: Wanted, file: string, stallMs: number, onBytes?: (bytes: number) => void): Promise<void> {
  const { have, validator } = await pieceOf(wanted, file)
  if (wanted.bytes !== null && have === wanted.bytes) return
  const stop = new AbortController()
  let stall = setTimeout(() => stop.abort(), stallMs)
  const alive = () => {
    clearTimeout(stall)
    stall = setTimeout(() => stop.abort(), stallMs)
  }
  try {
    const headers: Record<string, string> = { 'accept-encoding': 'identity' }
    if (have > 0) headers.range = `bytes=${have}-`
    if (have > 0 && validator !== undefined) headers['if-range'] = validator
    const response = await fetch(wanted.url, { headers, signal: stop.signal })
    alive()
    const from = await startOf(response, wanted, have, file)
    const version = versionOf(response)
    await writeFile(`${file}.json`, JSON.stringify({ url: wanted.url, ...(version === undefined ? {} : { validator: version }) })).catch((error: unknown) => {
      throw diskTrouble(error, `writing ${file}`)
    })
    await store(response, wanted, { file, from, alive, ...(onBytes ? { onBytes } : {}) })
  } catch (error) {
    if (error instanceof ModelTrouble || error instanceof Interruption) throw error
    throw new Interruption(stop.signal.aborted ? `nothing came for ${stallMs / 1000} s` : reasonOf(error))
  } finally {
    clearTimeout(stall)
    stop.abort()
  }
}

/** How much of it is there and may be gone on with. */
async function pieceOf(wanted: Wanted, file: string): Promise<{ have: number; validator?: string }> {
  const have = await sizeOf(file)
  if (have === 0) return { have }
  const note = await readFile(`${file}.json`, 'utf8')
    .then((it) => JSON.parse(it) as { url?: unknown; validator?: unknown })
    .catch(() => ({}) as { url?: unknown; validator?: unknown })
  const validator = typeof note.validator === 'string' ? note.validator : undefined
  const isOfUse = note.url === wanted.url && (wanted.hasChecksum || validator !== undefined) && (wanted.bytes === null || have <= wanted.bytes)
  if (!isOfUse) await discard(file)
  return isOfUse ? { have, ...(validator === undefined ? {} : { validator }) } : { have: 0 }
}

/** Where in the file the body of this response begins; throws when it is not what was asked for. */
async function startOf(response: Response, wanted: Wanted, have: number, file: string): Promise<number> {
  const { status } = response
  if (status === 416 || (status === 206 && have === 0)) {
    await discard(file)
    throw new Interruption(`the server answered with status ${status}`)
  }
  if (status === 429 || status === 408 || status >= 500) throw new Interruption(`the server answered with status ${status}`)
  if (status !== 200 && status !== 206) throw new ModelTrouble(`${wanted.url} cannot be had: the server answered with status ${status}.`)
  let from = 0
  let total = Number(response.headers.get('content-length') ?? Number.NaN)
  if (status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '')
    from = Number(range?.[1] ?? -1)
    total = Number(range?.[2])
    if (from !== have) {
      await discard(file)
      throw new Interruption('the server sent another piece than the one asked for')
    }
  }
  if (wanted.bytes !== null && !response.headers.has('content-encoding') && !Number.isNaN(total) && total !== wanted.bytes) {
    await discard(file)
    throw new ModelTrouble(`${wanted.url} has ${total} bytes, and the catalogue says ${wanted.bytes}: it is another file than the one meant.`)
  }
  return from
}

type Store = { file: string; from: number; alive: () => void; onBytes?: (bytes: number) => void }

async function store(response: Response, wanted: Wanted, { file, from, alive, onBytes }: Store): Promise<void> {
  const limit = wanted.bytes ?? mostBytes
  const failed = (error: unknown) => diskTrouble(error, `writing ${file}`)
  const handle = await open(file, from > 0 ? 'r+' : 'w').catch((error: unknown) => Promise.reject(failed(error)))
  let at = from
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      alive()
      if (at + chunk.length > limit) {
        await discard(file)
        throw new ModelTrouble(`${wanted.url} sends more than the ${limit} bytes it should have. What had come was deleted.`)
      }
      for (let done = 0; done < chunk.length; )
        done += (await handle.write(chunk, done, chunk.length - done, at + done).catch((error: unknown) => Promise.reject(failed(error)))).bytesWritten
      at += chunk.length
      onBytes?.(at)
    }
    await handle.sync().catch((error: unknown) => Promise.reject(failed(error)))
  } catch (error) {
    if (error instanceof ModelTrouble) await discard(file)
    throw error
  } finally {
    await handle.close()
  }
  if (wanted.bytes !== null && at < wanted.bytes) throw new Interruption(`it broke off after ${at} of ${wanted.bytes} bytes`)
}

/** What names the version of the body strongly enough for `If-Range`. */
function versionOf(response: Response): string | undefined {
  const tag = response.headers.get('etag')
  return tag !== null && !tag.startsWith('W/') ? tag : undefined
}

/** Length of a file, 0 where there is none. */
async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    (it) => it.size,
    () => 0,
  )
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error ? `${message} (${cause.message})` : message
}

/** Megabytes, as people read them. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)} MB`
}
