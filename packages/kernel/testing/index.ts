import { randomBytes } from 'node:crypto'
import { type Client, type Contract, contracts } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import type { Clock } from '#clock.ts'
import { newId } from '#db/ids.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { type AnyService, createHouse, type House } from '#house.ts'
import { createLog } from '#log.ts'
import { remoteClients } from '#seam/remote-client.ts'
import { serve } from '#serve.ts'
import { createVault } from '#vault.ts'

type TestHouseOptions = {
  services: readonly AnyService[]
  ports?: Record<string, unknown>
  clock?: Clock
  /** Contracts that are not part of the product, for tests of the seam itself. */
  contracts?: Record<string, Contract>
  /** Services in other houses: name → address; they share `secret`. */
  remotes?: Record<string, string>
  secret?: Uint8Array
}

/** A real house for tests: real database, jobs and events, reachable in process and over HTTP. */
export async function openHouse(options: TestHouseOptions) {
  const log = createLog({ level: process.env.MYNA_TEST_LOG ?? 'silent' })
  const secret = options.secret ?? randomBytes(32)
  const database = await openTestDatabase()
  const all: Record<string, Contract> = { ...contracts, ...options.contracts }
  const house: House = await createHouse({
    services: options.services,
    contracts: all,
    database,
    ports: options.ports ?? {},
    vault: createVault(randomBytes(32)),
    secret,
    log,
    checkOutput: true,
    remotes: options.remotes ?? {},
    ...(options.clock ? { clock: options.clock } : {}),
  })
  await house.start()
  const { app, drain } = await serve({ house, log, secret, version: 'test', ready: async () => undefined })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })

  return {
    house,
    database,
    /** `http://127.0.0.1:port` of the same house. */
    address,
    secret,
    /** A caller of a fresh tenant holding every scope, unless told otherwise. */
    newCaller(it: Partial<Caller> = {}): Caller {
      return { tenantId: newId(), subject: `user:${newId()}`, name: 'Test person', roles: ['owner'], scopes: ['*'], traceId: newId(), ...it }
    },
    /** A client of one of the services, in process or over HTTP. */
    client<C extends Contract = Contract>(service: keyof typeof contracts | (string & {}), caller: Caller, how: 'process' | 'http' = 'process'): Client<C> {
      if (how === 'process') return house.client(service, { caller }) as Client<C>
      return remoteClients({ name: service, contract: all[service]!, address, secret })({ caller }) as Client<C>
    },
    async close() {
      await Promise.race([drain(), new Promise((resolve) => setTimeout(resolve, 5_000).unref())])
      await app.close()
      await house.drain(2_000)
      await database.close()
    },
  }
}
