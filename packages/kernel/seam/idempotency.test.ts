import type { Caller } from '@myna/contracts/caller'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#db/ids.ts'
import type { Database } from '#db/open-database.ts'
import { createServiceDb, type ServiceDb } from '#db/service-db.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { Fault } from '#seam/fault.ts'
import { createIdempotency, type Idempotency } from '#seam/idempotency.ts'
import { createVault } from '#vault.ts'

type Trees = { trees: { tenant_id: string; id: string; name: string; height_cm: number | null } }

let database: Database
let orchard: ServiceDb<Trees>
let idempotency: Idempotency
beforeAll(async () => {
  database = await openTestDatabase([
    { name: 'kernel-seam', schema: 'kernel', migrations: new URL('./migrations/', import.meta.url) },
    { name: 'orchard', migrations: new URL('../db/test/fixtures/orchard/', import.meta.url) },
  ])
  orchard = createServiceDb(database, 'orchard')
  idempotency = createIdempotency(createServiceDb(database, 'kernel'), createVault(new Uint8Array(32)))
})
afterAll(() => database.close())

const newCaller = (): Caller => ({ tenantId: newId(), subject: 'user:1', roles: [], scopes: ['*'], traceId: 'test' })
/** The same person's next request. */
const again = (caller: Caller): Caller => ({ ...caller })
const plant = async (caller: Caller, name: string) => {
  await orchard.inTenant(caller, (tx) => tx.insertInto('trees').values({ tenant_id: caller.tenantId!, id: newId(), name, height_cm: null }).execute())
  return name
}
const look = (caller: Caller) => orchard.inTenant(caller, (tx) => tx.selectFrom('trees').select('name').execute())
const write = (caller: Caller, work: () => Promise<unknown>) => idempotency.once(caller, 'key', 'orchard.plant', {}, work)

/** A process that dies within its write: the work goes no further, and nobody hears of it for longer than anything may take. */
async function dieWithin(caller: Caller, before: () => Promise<unknown>): Promise<void> {
  const reached = Promise.withResolvers<void>()
  void write(caller, async () => {
    await before()
    reached.resolve()
    return new Promise(() => {})
  })
  await reached.promise
  await orchard.inTenant({ tenantId: caller.tenantId }, (tx) => sql`update kernel.idempotency set held_until = now() - interval '1 second'`.execute(tx))
}

test('a write that broke off before it changed anything is done again', async () => {
  const caller = newCaller()
  await dieWithin(caller, () => look(caller))
  expect(await write(again(caller), () => plant(again(caller), 'Elm'))).toBe('Elm')
  expect(await write(again(caller), () => plant(again(caller), 'Fir'))).toBe('Elm')
})

test('a write that broke off after it changed something is never done again', async () => {
  const caller = newCaller()
  await dieWithin(caller, () => plant(caller, 'Oak'))
  await expect(write(again(caller), () => plant(again(caller), 'Oak'))).rejects.toMatchObject({ code: 'request.outcome_unknown' })
  expect(await look(newCaller())).toEqual([])
  expect(await look(again(caller))).toEqual([{ name: 'Oak' }])
})

test('a process that was held up while another did its write changes nothing any more', async () => {
  const caller = newCaller()
  await dieWithin(caller, () => look(caller))
  await write(again(caller), () => plant(again(caller), 'Ash'))
  await expect(plant(caller, 'Ash, too')).rejects.toMatchObject({ code: 'request.cancelled' })
  expect(await look(again(caller))).toEqual([{ name: 'Ash' }])
})

test('one that failed may be tried again at once', async () => {
  const caller = newCaller()
  await expect(write(caller, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await write(again(caller), async () => 'yes')).toBe('yes')
})

test('one that failed in a way nobody foresaw is not done again once it has changed something', async () => {
  const caller = newCaller()
  const breakOff = async () => {
    await plant(caller, 'Yew')
    throw new Error('the connection broke')
  }
  await expect(write(caller, breakOff)).rejects.toThrow('the connection broke')
  await expect(write(again(caller), () => plant(again(caller), 'Yew'))).rejects.toMatchObject({ code: 'request.in_progress' })
  expect(await look(again(caller))).toEqual([{ name: 'Yew' }])
})

test('one that was refused may be tried again, even after it had changed something', async () => {
  const caller = newCaller()
  const refuse = async () => {
    await plant(caller, 'Box')
    throw new Fault('request.forbidden')
  }
  await expect(write(caller, refuse)).rejects.toMatchObject({ code: 'request.forbidden' })
  expect(await write(again(caller), () => plant(again(caller), 'Fir'))).toBe('Fir')
})
