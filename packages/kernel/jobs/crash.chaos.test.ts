import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, test } from 'vitest'
import { type Database, openDatabase } from '#db/open-database.ts'
import { quiet } from '#jobs/test/workshop.ts'

const kills = 12
const child = fileURLToPath(new URL('./test/crash-child.ts', import.meta.url))
const server = process.env['MYNA_TEST_DATABASE_URL']

/** Runs the child until it ends; `afterReady` may kill it. Answers the orders it was told were kept. */
async function run(place: string, afterReady: (kill: () => void) => void, ...options: string[]): Promise<string[]> {
  const it = spawn(process.execPath, [child, place, ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
  const acknowledged: string[] = []
  let rest = ''
  let complaint = ''
  let finished = false
  it.stderr.on('data', (data: Buffer) => (complaint += data.toString()))
  it.stdout.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === 'ready') afterReady(() => it.kill('SIGKILL'))
      else if (line === 'finished') finished = true
      else acknowledged.push(line.slice(4))
    }
  })
  const signal = await new Promise<string | null>((resolve) => it.on('close', (_code, by) => resolve(by)))
  if (signal !== 'SIGKILL' && !finished) throw new Error(`the child ended by itself: ${complaint}`)
  return acknowledged
}

const soon = (kill: () => void) => void setTimeout(kill, 100 + Math.random() * 1_500)

/** Every acknowledged order is there, and every order there is was heard by both services and packed. Answers the figures as a sentence. */
async function expectNothingLost(database: Database, acknowledged: readonly string[]): Promise<string> {
  const orders = await database.pool.query<{ id: string; mail: number; stats: number; pack: number }>(`
    select o.id, count(*) filter (where who = 'mail')::int as mail, count(*) filter (where who = 'stats')::int as stats,
      count(*) filter (where who = 'pack')::int as pack
    from shop.orders o left join shop.traces t on t.tenant_id = o.tenant_id and t.order_id = o.id group by o.id`)
  const found = new Map(orders.rows.map((row) => [row.id, row]))
  const lost = { orders: acknowledged.filter((id) => !found.has(id)).length, events: 0, jobs: 0 }
  const again = { events: 0, jobs: 0 }
  for (const { mail, stats, pack } of orders.rows) {
    lost.events += Number(mail === 0) + Number(stats === 0)
    lost.jobs += Number(pack === 0)
    again.events += Math.max(0, mail - 1) + Math.max(0, stats - 1)
    again.jobs += Math.max(0, pack - 1)
  }
  const open = await database.pool.query(`
    select 'job' as what, id::text, state, attempt as tries, lost_runs as lost, error from kernel.jobs where state <> 'done'
    union all select listener, event_id::text, state, attempts, 0, error from kernel.deliveries where state <> 'done'`)
  const unlucky = await database.pool.query<{ lost: number }>('select coalesce(max(lost_runs), 0) as lost from kernel.jobs')
  const strays = await database.pool.query(`
    select 1 from shop.traces t where not exists (select from shop.orders o where o.tenant_id = t.tenant_id and o.id = t.order_id)`)
  expect(open.rows).toEqual([])
  expect(lost).toEqual({ orders: 0, events: 0, jobs: 0 })
  expect(strays.rowCount).toBe(0)
  expect(acknowledged.length).toBeGreaterThan(kills)
  return `${acknowledged.length} acknowledged, ${orders.rowCount} kept, none lost; ran again: ${again.events} events, ${again.jobs} jobs; one job was lost with its process ${unlucky.rows[0]?.lost} times`
}

test(`nothing acknowledged is lost when the process on an embedded database is killed ${kills} times`, async ({ annotate }) => {
  const folder = mkdtempSync(join(tmpdir(), 'myna-crash-'))
  try {
    const acknowledged: string[] = []
    for (let n = 0; n < kills; n++) acknowledged.push(...(await run(`folder:${folder}`, soon)))
    await run(`folder:${folder}`, () => {}, '--finish')
    const database = await openDatabase({ dataDir: folder, log: quiet })
    try {
      await annotate(await expectNothingLost(database, acknowledged))
    } finally {
      await database.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 400_000)

test.skipIf(!server)(
  `nothing acknowledged is lost when two processes on one server are killed ${kills} times (needs MYNA_TEST_DATABASE_URL)`,
  async ({ annotate }) => {
    const name = `myna_crash_${process.pid}_${randomBytes(4).toString('hex')}`
    const url = new URL(server ?? '')
    const administrator = new pg.Client({ connectionString: url.href })
    await administrator.connect()
    await administrator.query(`create database ${name}`)
    url.pathname = `/${name}`
    try {
      const acknowledged: string[] = []
      const rounds = async () => {
        for (let n = 0; n < kills / 2; n++) acknowledged.push(...(await run(`server:${url.href}`, soon)))
      }
      await Promise.all([rounds(), rounds()])
      await run(`server:${url.href}`, () => {}, '--finish')
      const database = await openDatabase({ url: url.href, log: quiet })
      try {
        await annotate(await expectNothingLost(database, acknowledged))
      } finally {
        await database.close()
      }
    } finally {
      await administrator.query(`drop database ${name} with (force)`)
      await administrator.end()
    }
  },
  400_000,
)
