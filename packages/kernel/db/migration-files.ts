import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DatabaseRefusal } from '#db/database-refusal.ts'

/** One migration: `name` is the file's (`0001-agents.sql`), `sha256` of its text with unix line ends. */
export type MigrationFile = { name: string; sql: string; sha256: string }

/** Migrations in a folder, in order; throws `DatabaseRefusal` on a name that is not `NNNN-words.sql` or a number used twice. */
export function readMigrationFiles(folder: URL): MigrationFile[] {
  const path = fileURLToPath(folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`))
  const names = readdirSync(path)
    .filter((it) => it.endsWith('.sql'))
    .sort()
  let before = ''
  return names.map((name) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]
    if (number === undefined) throw new DatabaseRefusal(`The migration ${path}${name} is not named like 0001-agents.sql.`)
    if (number === before) throw new DatabaseRefusal(`Two migrations in ${path} have the number ${number}.`)
    before = number
    const sql = readFileSync(path + name, 'utf8').replaceAll('\r\n', '\n')
    if (/^\s*(begin|commit|rollback|start transaction)\s*;/im.test(sql)) {
      throw new DatabaseRefusal(`The migration ${path}${name} begins or ends a transaction; it runs inside one.`)
    }
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/** Tables of a migration that say what they are in the first line inside their parentheses, as `-- global: why`. */
export function marksIn(sql: string): { table: string; mark: string }[] {
  const pattern = /create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?("?[a-z_][\w$.]*"?)\s*\(\s*--\s*((?:global|outbox|private)[ \t]*:[ \t]*\S[^\n]*)/gi
  return [...sql.matchAll(pattern)].map(([, table = '', mark = '']) => ({ table, mark: mark.replace(/\s*:\s*/, ': ').trim() }))
}
