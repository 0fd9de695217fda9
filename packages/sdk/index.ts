import type { Client, Contracts } from '@myna/contracts'
import { httpCall, type HttpClientOptions, type Route } from './http-client.ts'
import { routes } from './routes.gen.ts'

/** The whole API, typed: `api.agents.listAgents({})`. */
export type Api = { [S in keyof Contracts]: Client<Contracts[S]> }

/** A client of a Myna server. Failures are thrown as `ApiFault`. */
export function createClient(options: HttpClientOptions): Api {
  const api: Record<string, Record<string, unknown>> = {}
  for (const [service, operations] of Object.entries(routes as unknown as Record<string, Record<string, Route>>)) {
    const client: Record<string, unknown> = {}
    for (const [name, route] of Object.entries(operations)) client[name] = httpCall(route, options)
    api[service] = client
  }
  return api as unknown as Api
}

export { ApiFault, faultOf, unreachable } from './api-fault.ts'
export { readEventStream } from './event-stream.ts'
export { httpCall, type HttpClientOptions, requestOf, type Route } from './http-client.ts'
export { openSocket } from './socket-client.ts'
