import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLog, openDatabase } from '@myna/kernel'

/** Where and with what figures were measured. */
export type Machine = {
  date: string
  cpu: string
  cores: number
  memoryGb: number
  os: string
  node: string
  pglite: string
  /** Version of the PostgreSQL server that is compared against; null when there is none. */
  postgres: string | null
  /** Work that waited for a processor when the run began, mean of a minute: above zero, somebody else was busy here. */
  loadBefore: number
}

/** The server that benchmarks on PostgreSQL use; they make and drop a database of their own there. */
export const postgresUrl = process.env['MYNA_TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres'

/** This machine. */
export async function describeMachine(): Promise<Machine> {
  return {
    date: new Date().toISOString(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    os: `${type()} ${release()}`,
    node: process.version,
    pglite: versionOfPglite(),
    postgres: await versionOfPostgres(),
    loadBefore: Math.round(loadavg()[0]! * 10) / 10,
  }
}

/** The machine in one line. */
export function machineLine(it: Machine): string {
  const databases = `PGlite ${it.pglite}${it.postgres ? `, PostgreSQL ${it.postgres}` : ', no PostgreSQL server'}`
  return `${it.date.slice(0, 16).replace('T', ' ')} UTC · ${it.cpu}, ${it.cores} cores, ${it.memoryGb} GB · ${it.os} · Node ${it.node.slice(1)} · ${databases} · load before ${it.loadBefore}`
}

/** The version the kernel runs on. */
function versionOfPglite(): string {
  const fromKernel = createRequire(fileURLToPath(import.meta.resolve('@myna/kernel')))
  const main = fromKernel.resolve('@electric-sql/pglite')
  const { version } = JSON.parse(readFileSync(join(dirname(main), '..', 'package.json'), 'utf8')) as { version: string }
  return version
}

async function versionOfPostgres(): Promise<string | null> {
  try {
    const database = await openDatabase({ url: postgresUrl, log: createLog({ level: 'silent' }), acquireTimeoutMs: 2_000 })
    try {
      const { rows } = await database.pool.query<{ server_version: string }>('show server_version')
      return rows[0]?.server_version.split(' ')[0] ?? null
    } finally {
      await database.close()
    }
  } catch {
    return null
  }
}
