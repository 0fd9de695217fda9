import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { Connection } from 'rabbitmq-client'
import { expect, test } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open-database.ts'
import { quiet, workshopEntries } from '#jobs/test/workshop.ts'

const killsEach = 8
const child = fileURLToPath(new URL('./test/broker-crash-child.ts', import.meta.url))
const server = process.env['MYNA_TEST_DATABASE_URL']
const rabbitUrl = process.env['MYNA_TEST_RABBITMQ_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672'
const rabbit = new Connection({ url: rabbitUrl, connectionTimeout: 3_000 })
rabbit.on('error', () => {})
const here = await rabbit.onConnect(3_000).then(
  () => true,
  () => false,
)
if (!here || !server) await rabbit.close()
const absent = server ? (here ? undefined : `no RabbitMQ answers at ${new URL(rabbitUrl).host}`) : 'needs MYNA_TEST_DATABASE_URL'

/** Moments of a process at which it dies, between one thing that lasts and the next. */
const moments = { tell: ['act', 'committed', 'published'], hear: ['taken', 'reacting', 'effect', 'settled'] }
const anyOf = <T>(those: readonly T[]) => those[Math.floor(Math.random() * those.length)]!

/** Runs a child until it dies: at its moment, or soon at any. Answers the orders it was told were kept, and whether it died at its moment. */
async function run(role: string, where: readonly string[], dieAt?: string): Promise<{ acknowledged: string[]; byItself: boolean }> {
  const moment = dieAt ? [dieAt, String(Math.floor(Math.random() * 40))] : []
  const it = spawn(process.execPath, [child, role, ...where, ...moment], { stdio: ['ignore', 'pipe', 'pipe'] })
  const acknowledged: string[] = []
  let rest = ''
  let complaint = ''
  let finished = false
  let byItself = true
  it.stderr.on('data', (data: Buffer) => (complaint += data.toString()))
  it.stdout.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === 'finished') finished = true
      else if (line !== 'ready') acknowledged.push(line.slice(4))
      else if (role !== 'finish') {
        const kill = () => {
          byItself = false
          it.kill('SIGKILL')
        }
        setTimeout(kill, dieAt ? 3_000 : 100 + Math.random() * 1_500).unref()
      }
    }
  })
  const signal = await new Promise<string | null>((resolve) => it.on('close', (_code, by) => resolve(by)))
  if (signal !== 'SIGKILL' && !finished) throw new Error(`the child ended by itself: ${complaint}`)
  return { acknowledged, byItself }
}

test.skipIf(absent !== undefined)(
  `beside RabbitMQ no event is lost, none takes effect twice and each tenant's stay in order when those who tell and hear are killed ${4 * killsEach} times${absent ? ` (${absent})` : ''}`,
  async ({ annotate }) => {
    const name = `myna_crash_${process.pid}_${randomBytes(4).toString('hex')}`
    const url = new URL(server ?? '')
    const administrator = new pg.Client({ connectionString: url.href })
    await administrator.connect()
    await administrator.query(`create database ${name}`)
    url.pathname = `/${name}`
    const where = [url.href, rabbitUrl, name]
    const database = await openDatabase({ url: url.href, log: quiet })
    try {
      await migrate(database, workshopEntries, quiet)
      const acknowledged: string[] = []
      const died: Record<string, number> = {}
      const kill = async (role: string) => {
        const those = role === 'hear' ? moments.hear : moments.tell
        for (let n = 0; n < killsEach; n++) {
          const moment = n % 4 === 3 ? undefined : anyOf(those)
          const end = await run(role, where, moment)
          acknowledged.push(...end.acknowledged)
          const at = (end.byItself && moment) || 'any'
          died[at] = (died[at] ?? 0) + 1
        }
      }
      await Promise.all([kill('tell:a'), kill('tell:b'), kill('hear'), kill('hear')])
      await run('finish', where)

      const orders = await database.pool.query<{ tenant_id: string; id: string }>('select tenant_id, id from shop.orders order by id')
      const effects = await database.pool.query<{ tenant_id: string; order_id: string; who: string; runs: number }>('select * from shop.effects order by place')
      const rows = await database.pool.query(`
        select (select count(*)::int from kernel.deliveries where state <> 'done') as open,
          (select count(*)::int from kernel.deliveries) - 2 * (select count(*)::int from shop.orders) as strays`)
      expect(rows.rows).toEqual([{ open: 0, strays: 0 }])
      const kept = new Set(orders.rows.map((order) => order.id))
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
      expect(acknowledged.length).toBeGreaterThan(killsEach)
      // As many effects as orders and services, each in the place its order has among those of its tenant.
      for (const who of ['mail', 'stats'])
        for (const [tenant, said] of Map.groupBy(orders.rows, (order) => order.tenant_id))
          expect(
            effects.rows.filter((effect) => effect.who === who && effect.tenant_id === tenant).map((effect) => effect.order_id),
            `${who} of ${tenant}`,
          ).toEqual(said.map((order) => order.id))
      const again = effects.rows.reduce((sum, effect) => sum + effect.runs - 1, 0)
      await annotate(
        `${acknowledged.length} acknowledged, ${kept.size} kept, 0 lost, in order; begun again: ${again} reactions; died at ${JSON.stringify(died)}`,
      )
    } finally {
      for (const queue of ['mail', 'stats', 'mail.dead', 'stats.dead']) await rabbit.queueDelete({ queue: `${name}.${queue}` }).catch(() => {})
      await rabbit.close()
      await database.close()
      await administrator.query(`drop database ${name} with (force)`)
      await administrator.end()
    }
  },
  280_000,
)
