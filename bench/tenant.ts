import { newId } from '@myna/kernel'
import { type Benchmark, comparedWith, type Goal } from './figure.ts'
import { postgresUrl } from './machine.ts'
import { type Diary, openEmbedded, openOnServer } from './tenant/diary.ts'

const rounds = 9
const roundMs = 1_000
/** Transactions under way at once; fewer than the connections of the pool. */
const callers = 8

type Work = (diary: Diary, entry: { tenantId: string; id: string }) => Promise<unknown>
type Statement = { title: string; fenced: Work; plain: Work }

const text = 'The shop was open from nine to five.'
const statements: Statement[] = [
  {
    title: 'select one row',
    fenced: ({ db }, { tenantId, id }) =>
      db.inTenant({ tenantId }, (tx) => tx.selectFrom('entries').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirstOrThrow()),
    plain: ({ plainly }, { tenantId, id }) =>
      plainly
        .transaction()
        .execute((tx) => tx.selectFrom('plain.entries').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirstOrThrow()),
  },
  {
    title: 'insert one row',
    fenced: ({ db }, { tenantId }) => db.inTenant({ tenantId }, (tx) => tx.insertInto('entries').values({ tenant_id: tenantId, id: newId(), text }).execute()),
    plain: ({ plainly }, { tenantId }) =>
      plainly.transaction().execute((tx) => tx.insertInto('plain.entries').values({ tenant_id: tenantId, id: newId(), text }).execute()),
  },
]

/** What the tenant fence costs: a transaction behind it against the same statement in a plain transaction on a table without one. */
export const tenant: Benchmark = {
  summary: 'a tenant transaction against the same statement in a plain one',
  async *run() {
    process.stderr.write(`PostgreSQL at ${new URL(postgresUrl).host}; MYNA_TEST_DATABASE_URL names another\n`)
    yield* compare('PostgreSQL', await openOnServer(), { of: 'ratio', atLeast: 0.8 })
    yield* compare('embedded', await openEmbedded())
  },
}

async function* compare(where: string, diary: Diary, goal?: Goal) {
  try {
    for (const { title, fenced, plain } of statements) {
      const mine: number[] = []
      const peers: number[] = []
      for (const work of [fenced, plain]) await perSecond(diary, work)
      for (let round = 0; round < rounds; round++) {
        mine.push(await perSecond(diary, fenced))
        peers.push(await perSecond(diary, plain))
      }
      yield comparedWith({ name: `${where}, ${title}`, unit: 'transactions/s', ...(goal ? { goal } : {}) }, mine, peers)
    }
  } finally {
    await diary.close()
  }
}

/** One round: several callers, each beginning its next transaction when its last one is done. */
async function perSecond(diary: Diary, work: Work): Promise<number> {
  const start = performance.now()
  let count = 0
  const call = async (from: number) => {
    for (let at = from; performance.now() - start < roundMs; at += callers, count++) await work(diary, diary.entries[(at * 7919) % diary.entries.length]!)
  }
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)))
  return (count * 1000) / (performance.now() - start)
}
