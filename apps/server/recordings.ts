import { join } from 'node:path'
import type { Log } from '@myna/kernel'
import type { BlobStore } from '@myna/ports/blobs'
import type { Config } from '#config.ts'
import { firstOf } from '#first-of.ts'

/** The object store of the configuration; undefined when it names none. */
export async function openS3({ s3 }: Pick<Config, 's3'>) {
  if (!s3) return undefined
  const [{ createGuardedFetch }, { createS3Blobs }] = await Promise.all([import('@myna/fetch-guarded'), import('@myna/blobs-s3')])
  const { host } = new URL(s3.url)
  // The operator names the host, as that of the database: it may lie inside, and nothing else is reached.
  const bare = host.replace(/:\d+$/, '')
  const { fetch, close } = createGuardedFetch({ allowHosts: s3.style === 'host' ? [`${s3.bucket}.${bare}`] : [bare], connections: 64 })
  return { store: createS3Blobs({ ...s3, fetch }), close }
}

/** Where recordings are kept: in the object store, where one is set, with those of earlier still read from the data folder; else in that folder. */
export async function openRecordings(config: Pick<Config, 's3' | 'dataFolder'>, log: Log): Promise<{ store: BlobStore; close(): Promise<void> }> {
  const { createFolderBlobs } = await import('@myna/blobs-folder')
  const folder = createFolderBlobs(join(config.dataFolder, 'recordings'))
  const s3 = await openS3(config)
  if (!s3) return { store: folder, close: async () => {} }
  s3.store.removeLeftovers().catch((error: Error) => log.warn({ error: error.message }, 'unfinished uploads of earlier could not be removed'))
  return { store: firstOf(s3.store, folder), close: s3.close }
}
