import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { postgresUrl } from '../machine.ts'

/** A database of its own on the PostgreSQL server, dropped on close. */
export async function openPlace(): Promise<{ url: string; close(): Promise<void> }> {
  const name = `myna_bench_${process.pid}_${randomBytes(4).toString('hex')}`
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: postgresUrl })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await administer(`create database ${name}`)
  const url = new URL(postgresUrl)
  url.pathname = `/${name}`
  return { url: url.href, close: () => administer(`drop database ${name} with (force)`) }
}
