import { type CallOptions, type Client, type Contract, faults } from '@myna/contracts'
import { ApiFault, httpCall, type Route } from '@myna/sdk'
import { callerHeader, signCaller } from '#seam/caller-token.ts'
import { Fault } from '#seam/fault.ts'
import type { Asker } from '#seam/local-client.ts'

export type Remote = { name: string; contract: Contract /** `http://host:port`, without a path. */; address: string; secret: Uint8Array }

/** Attempts at a question that changes nothing, when the other process does not answer. */
const safeAttempts = 3

/**
 * Makes clients of a service in another process. The caller travels as a signed token; the deadline of the caller bounds the call;
 * questions by GET are asked again when the other side is briefly away.
 */
export function remoteClients({ name, contract, address, secret }: Remote): (asker: Asker) => Client<Contract> {
  return (asker) => {
    const client: Record<string, unknown> = {}
    for (const [operationName, operation] of Object.entries(contract)) {
      const [method, path] = operation.http.split(' ') as [string, string]
      const route: Route = [method, path, operation.kind]
      const call = httpCall(route, {
        baseUrl: `${address}/api/v1`,
        headers: () => ({ [callerHeader]: signCaller(asker.caller, name, secret, Date.now()) }),
      }) as (...args: unknown[]) => unknown
      const optionsAt = operation.kind === 'upload' ? 2 : 1
      const ask = (...args: unknown[]) => {
        args[optionsAt] = withSignals(args[optionsAt] as CallOptions | undefined, asker)
        while (args.length < optionsAt + 1) args.push(undefined)
        return call(...args)
      }
      if (operation.kind === 'answer' || operation.kind === 'upload' || operation.kind === 'socket')
        client[operationName] = async (...args: unknown[]) => {
          for (let attempt = 1; ; attempt++) {
            try {
              return await ask(...args)
            } catch (error) {
              const fault = faultOf(error)
              const again = method === 'GET' && fault.code === 'server.unavailable' && attempt < safeAttempts
              if (!again) throw fault
              await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt))
            }
          }
        }
      else
        client[operationName] = async function* (...args: unknown[]) {
          try {
            yield* ask(...args) as AsyncIterable<unknown>
          } catch (error) {
            throw faultOf(error)
          }
        }
    }
    return client as Client<Contract>
  }
}

function withSignals(options: CallOptions | undefined, asker: Asker): CallOptions {
  const signals = [options?.signal, asker.signal].filter((it) => it !== undefined)
  if (asker.caller.deadline !== undefined) signals.push(AbortSignal.timeout(Math.max(0, asker.caller.deadline - Date.now())))
  return { ...options, ...(signals.length > 0 ? { signal: AbortSignal.any(signals) } : {}) }
}

/** A fault of the other process as if it had been thrown here. */
function faultOf(error: unknown): Fault {
  if (error instanceof ApiFault && error.code in faults)
    return new Fault(error.code, { remote: true }, { cause: error, ...(error.fields ? { fields: error.fields } : {}) })
  if (error instanceof DOMException && error.name === 'TimeoutError') return new Fault('request.deadline', {}, { cause: error })
  if (error instanceof DOMException && error.name === 'AbortError') return new Fault('request.cancelled', {}, { cause: error })
  return new Fault('server.unavailable', {}, { cause: error })
}
