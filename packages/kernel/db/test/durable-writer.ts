import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open-database.ts'
import { createServiceDb } from '#db/service-db.ts'
import { newId } from '#db/ids.ts'
import { createLog } from '#log.ts'

// A process to be killed: writes numbered trees one transaction each, and prints a number once its commit was acknowledged.
const [dataDir = '', tenantId = '', from = '1'] = process.argv.slice(2)
const log = createLog({ level: 'fatal' })
const database = await openDatabase({ dataDir, log })
await migrate(database, [{ name: 'orchard', migrations: new URL('./fixtures/orchard/', import.meta.url) }], log)
const orchard = createServiceDb(database, 'orchard')
process.stdout.write('open\n')
for (let number = Number(from); ; number += 1) {
  await orchard.inTenant({ tenantId }, async (tx) => {
    const id = newId()
    await tx
      .insertInto('trees')
      .values({ tenant_id: tenantId, id, name: `tree ${number}`, rings: number })
      .execute()
    // Two tables in one transaction: half of it must never be found.
    await tx
      .insertInto('fruits')
      .values({ tenant_id: tenantId, id: newId(), tree_id: id, kind: `fruit of ${number} ${'x'.repeat(number % 700)}` })
      .execute()
  })
  process.stdout.write(`${number}\n`)
}
