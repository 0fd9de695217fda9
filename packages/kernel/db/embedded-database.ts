import { statfsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { DatabaseRefusal } from '#db/database-refusal.ts'
import { makeDatabaseFiles } from '#db/embedded-first-start.ts'
import type { EmbeddedStart, FromEmbedded, ToEmbedded } from '#db/embedded-worker.ts'
import { folderRefusal, lockFolder } from '#db/folder-lock.ts'
import { MessagePortStream } from '#db/message-port-stream.ts'
import { rowTypes } from '#db/row-types.ts'
import { SingleSessionPool } from '#db/single-session-pool.ts'

const leastFreeBytes = 160 * 1024 * 1024

/** PostgreSQL in a thread of this process: its one session as a pool, a snapshot of it, and its end. */
export type EmbeddedDatabase = { pool: SingleSessionPool; dump(): Promise<Uint8Array>; close(): Promise<void> }

/**
 * Starts the embedded database on `<dataDir>/db`, or in memory without `dataDir`; `snapshot` fills a new one from an earlier `dump`.
 * Throws `DatabaseRefusal` when the folder is held by another process, unwritable, full, or does not open.
 */
export async function openEmbedded(options: {
  dataDir?: string | undefined
  snapshot?: Uint8Array | undefined
  acquireTimeoutMs: number
}): Promise<EmbeddedDatabase> {
  const home = options.dataDir === undefined ? undefined : resolve(options.dataDir)
  const unlock = home === undefined ? () => {} : claim(home)
  try {
    const folder = home === undefined ? undefined : join(home, 'db')
    if (folder !== undefined && home !== undefined) await makeDatabaseFiles(folder).catch((error: Error) => Promise.reject(folderRefusal(home, error)))
    const workerData: EmbeddedStart = { folder, snapshot: options.snapshot }
    const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData, name: 'database', stdout: true, stderr: true })
    const gone = new Promise<void>((done) => worker.once('exit', () => done()))
    await opened(worker, home)
    const stream = new MessagePortStream(worker)
    const client = new pg.Client({
      stream: () => stream,
      user: 'postgres',
      password: '',
      database: 'postgres',
      ssl: false,
      types: rowTypes,
    } as unknown as pg.ClientConfig)
    await client.connect()
    const pool = new SingleSessionPool(client, options.acquireTimeoutMs)
    void gone.then(unlock)
    return {
      pool,
      dump: () =>
        new Promise((done, refuse) => {
          const hear = (it: FromEmbedded) => {
            if ('bytes' in it) return
            worker.removeListener('message', hear)
            if ('snapshot' in it) done(it.snapshot)
            else refuse(new Error('the embedded database stopped'))
          }
          worker.on('message', hear)
          worker.postMessage({ dump: true } satisfies ToEmbedded)
        }),
      async close() {
        const failed = pool.ended
        await pool.end().catch(() => {})
        if (failed) await worker.terminate()
        else worker.postMessage({ close: true } satisfies ToEmbedded)
        await gone
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function claim(home: string): () => void {
  const unlock = lockFolder(home)
  const disk = statfsSync(home)
  if (disk.bavail * disk.bsize >= leastFreeBytes) return unlock
  unlock()
  throw folderRefusal(home, new Error('No space left'))
}

function opened(worker: Worker, home: string | undefined): Promise<void> {
  return new Promise((done, refuse) => {
    const fail = (why: string) => {
      refuse(home === undefined ? new DatabaseRefusal(`The embedded database did not start: ${why}`) : unopened(home, why))
    }
    worker.once('message', (it: FromEmbedded) => ('stopped' in it ? fail(it.stopped) : done()))
    worker.once('error', (error) => fail(error.message))
    worker.once('exit', () => fail('its thread ended'))
  })
}

function unopened(home: string, why: string): DatabaseRefusal {
  if (why.includes('incompatible')) {
    return new DatabaseRefusal(
      `The database in ${home} was written by another version of PostgreSQL. Start the Myna that wrote it, or restore a backup into a new folder.`,
      {
        cause: why,
      },
    )
  }
  return folderRefusal(home, new Error(why))
}
