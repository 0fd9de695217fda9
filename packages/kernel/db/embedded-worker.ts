import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { parentPort, workerData } from 'node:worker_threads'

/** How the embedded database is opened: a folder, or memory when there is none, filled from `snapshot` (a tar of `dump`) when given. */
export type EmbeddedStart = { folder: string | undefined; snapshot: Uint8Array | undefined }

/** What the thread is told: bytes of the PostgreSQL wire protocol, or to give a snapshot, or to close. */
export type ToEmbedded = { bytes: Uint8Array } | { dump: true } | { close: true }

/** What the thread says: it is open, the answer to bytes, a snapshot, or why it had to stop. */
export type FromEmbedded = { open: true } | { bytes: Uint8Array } | { snapshot: Uint8Array } | { stopped: string }

// Runs only as a worker thread: PostgreSQL compiled to WebAssembly computes synchronously and would stall calls on the main thread.
if (parentPort) await serve(workerData as EmbeddedStart)

async function serve(start: EmbeddedStart): Promise<void> {
  const port = parentPort
  if (!port) return
  const say = (it: FromEmbedded, transfer: ArrayBuffer[] = []) => port.postMessage(it, transfer)
  const lastWords: string[] = []
  const stop = (error: unknown, words: readonly string[] = []) => {
    say({ stopped: [error instanceof Error ? error.message : String(error), ...words].join(' | ') })
    port.close()
  }
  let database: PGlite
  try {
    database = await PGlite.create({
      ...(start.folder ? { dataDir: start.folder } : {}),
      ...(start.snapshot ? { loadDataDir: new Blob([start.snapshot as Uint8Array<ArrayBuffer>]) } : {}),
      extensions: { pg_trgm },
      // The default of 1 GB lets the write-ahead log outgrow the data many times over.
      postgresqlconf: ['max_wal_size=96MB'],
      onStderr: (text) => {
        lastWords.push(text.trim())
        if (lastWords.length > 3) lastWords.shift()
        return false
      },
    })
    await database.query('select 1')
  } catch (error) {
    stop(error, lastWords)
    return
  }
  const handle = async (it: ToEmbedded) => {
    if ('bytes' in it) {
      // Not `execProtocolRaw`: that also parses every message and keeps them all until somebody asks in another way.
      const pieces: Uint8Array[] = []
      // Each is a view of the memory of PostgreSQL, which is used again.
      await database.execProtocolRawStream(it.bytes, { onRawData: (piece) => void pieces.push(piece.slice()) })
      const answer = joined(pieces)
      const death = deathIn(answer)
      say({ bytes: answer }, [answer.buffer])
      if (death) throw new Error(death)
    } else if ('dump' in it) {
      const file = await database.dumpDataDir('none')
      const snapshot = new Uint8Array(await file.arrayBuffer())
      say({ snapshot }, [snapshot.buffer])
    } else {
      await database.close()
      port.close()
    }
  }
  let work = Promise.resolve()
  port.on('message', (it: ToEmbedded) => {
    work = work.then(() => handle(it)).catch((error: unknown) => stop(error))
  })
  say({ open: true })
}

/** All in one buffer of their own, which may cross the thread. */
function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, it) => sum + it.byteLength, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}

const errorResponse = 0x45
const readyForQuery = 0x5a

/**
 * Why the session ended with this answer, as when the disk is full: an ErrorResponse of severity FATAL or PANIC and no ReadyForQuery
 * after it (messages of the PostgreSQL wire protocol: a type byte, a four-byte length that counts itself, a body).
 */
function deathIn(answer: Uint8Array): string | undefined {
  if (answer.at(-6) === readyForQuery && answer.at(-2) === 5) return undefined
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength)
  for (let at = 0; at + 5 <= answer.length; at += 1 + view.getInt32(at + 1)) {
    if (answer[at] !== errorResponse) continue
    const fields = Buffer.from(answer.subarray(at + 5, at + 1 + view.getInt32(at + 1)))
      .toString('utf8')
      .split('\0')
    if (fields.includes('VPANIC') || fields.includes('VFATAL')) return fields.find((it) => it.startsWith('M'))?.slice(1) ?? 'it panicked'
  }
  return undefined
}
