import { createLog, migrateAll, openDatabase } from '@myna/kernel'
import { type Command, exitCodes } from '#commands/command.ts'
import { serviceLoaders } from '#services.ts'

/** Brings the database to this version without serving. */
export const migrate: Command = {
  summary: 'Bring the database to this version; "serve" does so by itself.',
  usage: `Usage: myna migrate

Runs the migrations of all services on DATABASE_URL or the embedded database, and exits. A migration that was interrupted left nothing behind; run it again.`,
  async run(_args, config) {
    const log = createLog({ level: config.logLevel })
    const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataFolder, log })
    try {
      await migrateAll(database, await Promise.all(Object.values(serviceLoaders).map((load) => load())), log)
    } finally {
      await database.close()
    }
    process.stdout.write('The database is at this version.\n')
    return exitCodes.done
  },
}
