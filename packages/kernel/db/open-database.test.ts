import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { DatabaseRefusal } from '#db/database-refusal.ts'
import { folderRefusal } from '#db/folder-lock.ts'
import { openDatabase } from '#db/open-database.ts'
import { createLog } from '#log.ts'

// Making a database takes seconds on an idle machine.
vi.setConfig({ testTimeout: 120_000 })
const log = createLog({ level: 'silent' })
const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'myna-db-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const it of folders.splice(0)) rmSync(it, { recursive: true, force: true })
})

test('keeps what was written in its folder', async () => {
  const dataDir = join(newFolder(), 'not/there/yet')
  const first = await openDatabase({ dataDir, log })
  expect(first.kind).toBe('embedded')
  await first.pool.query(`create table kept as select 'here' as it`)
  await first.close()
  const second = await openDatabase({ dataDir, log })
  expect((await second.pool.query('select it from kept')).rows).toEqual([{ it: 'here' }])
  await second.close()
})

test('refuses a folder that is open already, and opens it afterwards', async () => {
  const dataDir = newFolder()
  const first = await openDatabase({ dataDir, log })
  await expect(openDatabase({ dataDir, log })).rejects.toThrow(/is in use by another Myna \(process \d+ on /)
  await first.ready()
  await first.close()
  await (await openDatabase({ dataDir, log })).close()
})

test('refuses a file in place of a folder', async () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  await expect(openDatabase({ dataDir: file, log })).rejects.toThrow('is a file, or lies below one')
  await expect(openDatabase({ dataDir: join(file, 'below'), log })).rejects.toBeInstanceOf(DatabaseRefusal)
})

test('refuses a folder nobody can write to', async () => {
  await expect(openDatabase({ dataDir: '/proc/myna', log })).rejects.toBeInstanceOf(DatabaseRefusal)
})

test('says what is wrong with a folder in words', () => {
  const failure = (code: string) => Object.assign(new Error(`${code}: it failed`), { code })
  expect(folderRefusal('/data', failure('ENOSPC')).message).toMatch(/no room left.*Free some space/)
  expect(folderRefusal('/data', failure('EROFS')).message).toMatch(/read-only disk/)
  expect(folderRefusal('/data', failure('EACCES')).message).toMatch(/may not write.*Change its owner/)
})

test('says of a folder of another PostgreSQL version that it cannot read it', async () => {
  const dataDir = newFolder()
  await (await openDatabase({ dataDir, log })).close()
  writeFileSync(join(dataDir, 'db', 'PG_VERSION'), '12\n')
  await expect(openDatabase({ dataDir, log })).rejects.toThrow('another version of PostgreSQL')
})

test('fails every query, and its readiness, once the embedded database has died', async () => {
  const dataDir = newFolder()
  const database = await openDatabase({ dataDir, log })
  await database.ready()
  // Without its control file PostgreSQL panics at the next checkpoint, as it does when the disk is full.
  rmSync(join(dataDir, 'db', 'global', 'pg_control'))
  const waiting = [database.pool.query('checkpoint'), database.pool.query('select 1'), database.pool.query('select 2')]
  for (const it of await Promise.allSettled(waiting)) expect(it.status).toBe('rejected')
  await expect(database.ready()).rejects.toThrow('the embedded database stopped')
  await expect(database.pool.connect()).rejects.toThrow('the embedded database stopped')
  await database.close()
})

test('names a server that is not there, and keeps its password', async () => {
  const refusal = await openDatabase({ url: 'postgres://someone:secret@127.0.0.1:1/myna', log }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(DatabaseRefusal)
  expect(String(refusal)).toMatch(/127\.0\.0\.1:1\/myna cannot be used.*ECONNREFUSED.*DATABASE_URL/)
  expect(String(refusal)).not.toContain('secret')
})

test('gives up on a server that never answers', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  await expect(openDatabase({ url: `postgres://someone@127.0.0.1:${port}/myna`, log, acquireTimeoutMs: 100 })).rejects.toBeInstanceOf(DatabaseRefusal)
  server.close()
})
