import { randomBytes } from 'node:crypto'
import { createMemoryFanOut } from '@myna/engine-memory'
import { createLog, createUpstreams } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import type { Ports } from '#context.ts'
import { createGateway } from '#service.ts'

export const operatorToken = 'op_for-tests-only'

/** Where nobody listens. */
const nowhere = 'http://127.0.0.1:9'

type Services = NonNullable<Parameters<typeof openHouse>[0]['services']>

/** A gateway in a process of its own, in front of services elsewhere: their addresses by name. Others may be in the same process. */
export async function openEdge(
  addresses: Record<string, readonly string[]>,
  { here = [], ports = {}, secret = randomBytes(32) }: { here?: Services; ports?: Partial<Ports>; secret?: Uint8Array } = {},
) {
  const upstreams = await createUpstreams({ addresses, log: createLog({ level: 'silent' }), healthMs: 200 })
  const house = await openHouse({
    services: [createGateway(), ...here],
    secret,
    remotes: { identity: nowhere },
    ports: {
      gateway: {
        publicUrl: 'http://localhost',
        operatorToken,
        consoleFolder: undefined,
        upstreams,
        fanOut: createMemoryFanOut(),
        limitFactor: 0,
        secret,
        version: 'test',
        ...ports,
      } satisfies Ports,
    },
  })
  return {
    ...house,
    upstreams,
    /** One request as the operator, in a tenant. */
    ask: (path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}, tenantId = '019a9c7e-5f00-7000-8000-00000000000a') =>
      fetch(`${house.address}${path}`, {
        ...init,
        headers: {
          authorization: `Bearer ${operatorToken}`,
          'x-myna-tenant': tenantId,
          ...(init.body ? { 'content-type': 'application/json' } : {}),
          ...init.headers,
        },
      }),
    async close() {
      await house.close()
      await upstreams.close()
    },
  }
}
