import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '#db/ids.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open-database.ts'
import { createServiceDb } from '#db/service-db.ts'
import { walkFence } from '#db/walk-fence.ts'
import { createLog } from '#log.ts'

const kills = Number(process.env['MYNA_CHAOS_KILLS'] ?? 10)
const writer = fileURLToPath(new URL('./test/durable-writer.ts', import.meta.url))
const orchard = { name: 'orchard', migrations: new URL('./test/fixtures/orchard/', import.meta.url) }
const log = createLog({ level: 'silent' })
const tenantId = newId()

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'myna-chaos-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** Lets a writer run and kills it some time after it began to write, or after it was started; gives back what it had acknowledged last. */
async function writeAndKill(from: number, afterMs: number, since: 'writing' | 'start'): Promise<number> {
  const child = spawn(process.execPath, [writer, dataDir, tenantId, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let acknowledged = from - 1
  const kill = () => setTimeout(() => child.kill('SIGKILL'), afterMs)
  if (since === 'start') kill()
  createInterface(child.stdout).on('line', (line) => {
    if (line !== 'open') acknowledged = Number(line)
    else if (since === 'writing') kill()
  })
  const [, signal] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
  return acknowledged
}

/** What a start after the kill finds: the highest tree, with nothing missing below it and nothing half written. */
async function look(): Promise<number> {
  const database = await openDatabase({ dataDir, log })
  await migrate(database, [orchard], log)
  const found = await createServiceDb(database, 'orchard').inTenant({ tenantId }, async (tx) => ({
    trees: (await tx.selectFrom('trees').select('rings').orderBy('rings').execute()).map((it) => it.rings),
    fruits: (
      await tx
        .selectFrom('fruits')
        .innerJoin('trees', 'trees.id', 'fruits.tree_id')
        .select('rings')
        .where('kind', 'like', 'fruit of %')
        .orderBy('rings')
        .execute()
    ).map((it) => it.rings),
  }))
  expect(found.trees).toEqual(Array.from({ length: found.trees.length }, (_, index) => index + 1))
  expect(found.fruits).toEqual(found.trees)
  await database.close()
  return found.trees.length
}

test(`nothing acknowledged is lost, and nothing is half there, after ${kills} kills at random moments`, async ({ annotate }) => {
  let last = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const acknowledged = await writeAndKill(last + 1, Math.random() * 1_500, 'writing')
    const found = await look()
    expect(found).toBeGreaterThanOrEqual(acknowledged)
    // At most the one transaction whose acknowledgement was on its way.
    expect(found).toBeLessThanOrEqual(acknowledged + 1)
    last = found
  }
  expect(last).toBeGreaterThan(kills)
  const database = await openDatabase({ dataDir, log })
  expect((await walkFence(database)).leaks).toEqual([])
  await database.close()
  await annotate(`${kills} kills, ${last} transactions, none lost`)
})

test('a first start that is killed while the database is made or migrated starts again', async () => {
  for (const afterMs of [300, 900, 1_500, 2_200, 3_000, 3_600]) {
    rmSync(dataDir, { recursive: true, force: true })
    const acknowledged = await writeAndKill(1, afterMs * (0.9 + Math.random() * 0.2), 'start')
    expect(await look()).toBeGreaterThanOrEqual(acknowledged)
  }
})
