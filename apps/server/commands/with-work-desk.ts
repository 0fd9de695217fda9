import { createLog, createWorkDesk, openDatabase, type WorkDesk } from '@myna/kernel'
import { type Config, ConfigRefusal } from '#config.ts'

/** What PostgreSQL says where a role, a schema, a table or a function is not there. */
const emptyDatabase = new Set(['22023', '42704', '3F000', '42P01', '42883'])

/** Runs `work` at the desk of the configured database: beside running processes on a PostgreSQL server, instead of one on the embedded database. */
export async function withWorkDesk<T>(config: Config, work: (desk: WorkDesk) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataFolder, log: createLog({ level: config.logLevel }) })
  try {
    return await work(createWorkDesk(database))
  } catch (error) {
    const nothingThere = emptyDatabase.has((error as { code?: string }).code ?? '')
    throw nothingThere ? new ConfigRefusal('There is no Myna in this database yet, or an earlier one: run "myna migrate".') : error
  } finally {
    await database.close()
  }
}

/** An id as the tables have it; undefined when it is none. */
export function workId(text: string | undefined): string | undefined {
  return text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : undefined
}
