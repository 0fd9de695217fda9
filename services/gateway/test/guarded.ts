import { randomBytes } from 'node:crypto'
import { contracts } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import type { gateway } from '@myna/contracts/gateway'
import type { identity as identityContract } from '@myna/contracts/identity'
import { createMemoryCounters, createMemoryFanOut } from '@myna/engine-memory'
import { identity } from '@myna/identity'
import { createHouse, createLog, createVault, newId, serve } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { workspace } from '@myna/workspace'
import type { Ports } from '#context.ts'
import { createGateway } from '#service.ts'
import type { VersionEntry } from '#versions/api-versions.ts'

/** How long what happens behind the back of requests is waited for. */
export const patience = { timeout: 20_000 }

export const operatorToken = 'op_for-tests-only'

type Options = { ports?: Partial<Ports>; versions?: readonly VersionEntry[]; clock?: { now(): Date } }

/** Services behind a gateway with limits, rules and counts; keys are real, and so are addresses: all requests come from this machine. */
export async function openGuarded(options: Options = {}) {
  const secret = randomBytes(32)
  const fanOut = createMemoryFanOut()
  const counters = createMemoryCounters()
  const gatewayPorts: Ports = {
    publicUrl: 'http://myna.example',
    operatorToken,
    consoleFolder: undefined,
    upstreams: undefined,
    fanOut,
    counters,
    secret,
    version: 'test',
    ...options.ports,
  }
  const ports = {
    identity: {
      mailer: { name: 'none', send: async () => ({ where: 'nowhere' }) },
      mailIsOn: false,
      publicUrl: 'http://myna.example',
      origins: [],
      secret: 'x'.repeat(64),
      operators: ['operator@example.com'],
      vendors: {},
      resolveText: async () => [],
    },
    gateway: gatewayPorts,
  }
  const clock = options.clock ? { clock: options.clock } : {}
  const house = await openHouse({ services: [createGateway(options), identity, workspace], secret, ports, ...clock })
  // The desk looks at the database, which is there only now.
  gatewayPorts.desk = house.house.desk

  return {
    ...house,
    /** A second process with a gateway over the same database. */
    async openSecond() {
      const log = createLog({ level: 'silent' })
      const second = await createHouse({
        services: [createGateway(options), identity, workspace],
        contracts,
        database: house.database,
        ports,
        vault: createVault(randomBytes(32)),
        secret,
        log,
        upstreams: house.upstreams,
        ...clock,
      })
      await second.start()
      const { app } = await serve({ house: second, log, secret, version: 'test', ready: async () => undefined })
      const address = await app.listen({ port: 0, host: '127.0.0.1' })
      return {
        address,
        async close() {
          await app.close()
          await second.drain(1_000)
        },
      }
    },
    gatewayOf: (caller: Caller, how: 'process' | 'http' = 'process') => house.client<typeof gateway>('gateway', caller, how),
    /** Who runs the platform, in a tenant of their own. */
    platformCaller: () => house.newCaller({ subject: 'operator', ip: '127.0.0.1', scopes: ['*'] }),
    /** A key of a tenant, with its id. */
    async keyOf(tenantId: string, scopes: string[] = ['agents:read', 'traffic:read', 'access:read']) {
      const maker = house.client<typeof identityContract>('identity', house.newCaller({ tenantId, subject: 'operator' }))
      const { key, apiKey } = await maker.createApiKey({ name: `key ${newId()}`, scopes })
      return { key, id: apiKey.id }
    },
    /** One request through the gateway. */
    ask: (path: string, key: string | undefined, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string>; at?: string } = {}) =>
      fetch(`${init.at ?? house.address}/api/v1${path}`, { ...init, headers: { ...(key === undefined ? {} : { 'x-api-key': key }), ...init.headers } }),
  }
}
