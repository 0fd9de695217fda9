/**
 * A process that hears: events of ours (`house`), notifications (`notify`) or messages (`rabbit`). Says `ready`, then `{ n, at }` for each it hears.
 * Arguments: what, the address of the database, the address of the broker or `-`, a prefix for queues.
 */
import { createRabbitBroker } from '@myna/broker-rabbitmq'
import { createHouse, createLog, createVault, defineService, openDatabase, reaction } from '@myna/kernel'
import pg from 'pg'
import { pinged, wallMs } from './ping.ts'

const [what = '', databaseUrl = '', brokerUrl = '-', prefix = 'bench'] = process.argv.slice(2)
const note = (n: number) => process.send!({ n, at: wallMs() })
const log = createLog({ level: 'error' })

if (what === 'notify') {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  client.on('notification', ({ payload }) => note(Number(payload)))
  await client.query('listen bench')
} else if (what === 'rabbit') {
  const broker = createRabbitBroker({ url: brokerUrl, prefix, log })
  await broker.consume('bare', 200, async ({ id }) => {
    note(Number(id))
    return 'done'
  })
} else {
  const listener = defineService<{}, {}, {}>({
    name: 'listener',
    contract: {},
    needs: {},
    operations: {},
    hears: { onPinged: reaction(pinged, async ({ n }) => void note(n)) },
    migrations: new URL('./migrations/', import.meta.url),
  })
  const database = await openDatabase({ url: databaseUrl, log })
  const broker = brokerUrl === '-' ? undefined : createRabbitBroker({ url: brokerUrl, prefix, log })
  const secret = new Uint8Array(32)
  const house = await createHouse({ services: [listener], contracts: { listener: {} }, database, broker, ports: {}, vault: createVault(secret), secret, log })
  await house.start()
}
process.send!('ready')
process.on('disconnect', () => process.exit())
