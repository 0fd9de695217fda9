import { randomBytes } from 'node:crypto'
import { type Client, type Contract, contracts } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import type { Clock } from '#clock.ts'
import { newId } from '#db/ids.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { type AnyService, createHouse, type House } from '#house.ts'
import { createLog, type Log } from '#log.ts'
import { remoteClients } from '#seam/remote-client.ts'
import { serve } from '#serve.ts'
import type { Certificates } from '#upstream/certificates.ts'
import { createUpstreams } from '#upstream/create-upstreams.ts'
import type { Tracer } from '#trace/tracer.ts'
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
  tracer?: Tracer
  /** Speaks TLS beside plain HTTP. */
  certificates?: Certificates
}

/** A real house for tests: real database, jobs and events, reachable in process and over HTTP. */
export async function openHouse(options: TestHouseOptions) {
  const log = createLog({ level: process.env.MYNA_TEST_LOG ?? 'silent' })
  const secret = options.secret ?? randomBytes(32)
  const database = await openTestDatabase()
  const all: Record<string, Contract> = { ...contracts, ...options.contracts }
  const upstreams = await upstreamsOf(options.remotes ?? {}, log)
  const house: House = await createHouse({
    services: options.services,
    contracts: all,
    database,
    ports: options.ports ?? {},
    vault: createVault(randomBytes(32)),
    secret,
    log,
    checkOutput: true,
    upstreams,
    ...(options.clock ? { clock: options.clock } : {}),
    tracer: options.tracer,
  })
  await house.start()
  const { app, drain } = await serve({ house, log, secret, version: 'test', ready: async () => undefined, certificates: options.certificates })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  // The same house as others see it.
  const mirror = await upstreamsOf(Object.fromEntries(options.services.map((it) => [it.name, address])), log)

  return {
    house,
    database,
    /** Services in other houses. */
    upstreams,
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
      return remoteClients({ name: service, contract: all[service]!, upstreams: mirror, secret })({ caller }) as Client<C>
    },
    async close() {
      await Promise.race([drain(), new Promise((resolve) => setTimeout(resolve, 5_000).unref())])
      await mirror.close()
      await app.close()
      await house.drain(2_000)
      await upstreams.close()
      await database.close()
    },
  }
}

function upstreamsOf(addresses: Record<string, string>, log: Log) {
  return createUpstreams({ addresses: Object.fromEntries(Object.entries(addresses).map(([name, it]) => [name, [it]])), log })
}
