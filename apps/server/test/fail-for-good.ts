import { createLog, newId, openDatabase } from '@myna/kernel'
import { readConfig } from '#config.ts'

// Writes three jobs that failed for good into the data folder of the environment, before a server stands on it. They are of a service there is not, so that nobody does them.
const { databaseUrl: url, dataFolder: dataDir } = readConfig(process.env)
const database = await openDatabase({ url, dataDir, log: createLog({ level: 'silent' }) })
for (const [name, error] of [
  ['crawl', 'Error: no paper'],
  ['crawl', 'Error: no paper'],
  ['read-file', 'Error: no light'],
])
  await database.pool.query(
    `insert into kernel.jobs (id, service, name, input, caller, state, attempt, due_at, ended_at, error)
     values ($1, 'archive', $2, '{}', '{"subject":"x","traceId":"x"}', 'dead', 3, now(), now(), $3)`,
    [newId(), name, error],
  )
await database.close()
