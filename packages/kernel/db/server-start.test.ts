import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { DatabaseRefusal } from '#db/database-refusal.ts'
import { openServer } from '#db/server-database.ts'
import { type Mood, playServer } from '#db/test/played-server.ts'
import { createLog } from '#log.ts'

/** Opens a played server; what it came to, and what was told meanwhile. */
async function open(patienceMs: number, ...moods: [Mood, ...Mood[]]) {
  const server = await playServer(...moods)
  const told: { message: string; 'myna.why': string }[] = []
  const log = createLog({
    level: 'warn',
    destination: new Writable({
      write(line: Buffer, _encoding, done) {
        told.push(JSON.parse(line.toString()) as (typeof told)[number])
        done()
      },
    }),
  })
  const opened = await openServer({ url: server.url, poolSize: 2, acquireTimeoutMs: 5_000, patienceMs, log }).then(
    (pool) => pool.end().then(() => 'open' as const),
    (error: unknown) => error as DatabaseRefusal,
  )
  await server.close()
  return { opened, told, greeted: server.greeted() }
}

test('a server that starts, hangs up or is in recovery is waited for, and one line says so', async () => {
  const { opened, told } = await open(60_000, 'starting', 'hangs up', 'recovering', 'recovering', 'well')
  expect(opened).toBe('open')
  expect(told[0]).toMatchObject({ message: 'waiting for PostgreSQL', 'myna.why': 'the database system is starting up' })
})

test('a server that never comes is refused when the time is over, without its password', async () => {
  const { opened, greeted } = await open(600, 'starting')
  expect(opened).toBeInstanceOf(DatabaseRefusal)
  expect(String(opened)).toContain('starting up. Check DATABASE_URL.')
  expect(String(opened)).not.toContain('hidden')
  expect(greeted).toBeGreaterThan(1)
})

test('what waiting does not change is refused at once', async () => {
  const { opened, greeted, told } = await open(60_000, 'refuses')
  expect(String(opened)).toContain('password authentication failed')
  expect([greeted, told]).toEqual([1, []])
})

test('a place where nobody listens is waited for', async () => {
  const server = await playServer('well')
  await server.close()
  const log = createLog({ level: 'silent' })
  const refusal = await openServer({ url: server.url, poolSize: 1, acquireTimeoutMs: 1_000, patienceMs: 600, log }).catch((error: unknown) => error)
  expect(String(refusal)).toContain('ECONNREFUSED')
})
