import type { CallOptions, Client, Contract } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import { askAnswer, askBytes, askSocket, askStream, askUpload, type Hosted } from '#seam/dispatch.ts'
import { socketPair } from '#seam/socket-pair.ts'
import type { Origin, ServiceContext } from '#seam/service-context.ts'
import { callSpan } from '#trace/trace-call.ts'

const never = new AbortController().signal

/** On whose behalf a client asks. */
export type Asker = { caller: Caller; signal?: AbortSignal }

type LocalCall = (this: { asker: Asker }, input: unknown, second?: unknown, third?: CallOptions) => unknown

/**
 * Makes clients of a service that lives in this process. The methods are made once; a client for one asker is a small
 * object over them, so that it costs next to nothing.
 */
export function localClients(hosted: Hosted, contextFor: (origin: Origin) => ServiceContext): (asker: Asker) => Client<Contract> {
  const methods: Record<string, LocalCall> = {}
  for (const [name, operation] of Object.entries(hosted.service.contract)) {
    const { kind } = operation
    if (kind === 'answer')
      methods[name] = function (input, options) {
        const context = contextFor(originOf(this.asker, options as CallOptions | undefined))
        const span = callSpan(hosted.service.name, name)
        return span ? span.around(() => askAnswer(hosted, name, input, context)) : askAnswer(hosted, name, input, context)
      }
    else if (kind === 'stream')
      methods[name] = function (input, options) {
        const events = askStream(hosted, name, input, contextFor(originOf(this.asker, options as CallOptions | undefined)))
        return callSpan(hosted.service.name, name)?.through(events) ?? events
      }
    else if (kind === 'bytes')
      methods[name] = async function* (input, options) {
        const context = contextFor(originOf(this.asker, options as CallOptions | undefined))
        const span = callSpan(hosted.service.name, name)
        const { body } = await (span ? span.run(() => askBytes(hosted, name, input, context)) : askBytes(hosted, name, input, context))
        yield* span?.through(body) ?? body
      }
    else if (kind === 'upload')
      methods[name] = function (input, body, options) {
        return askUpload(hosted, name, input, body as AsyncIterable<Uint8Array>, contextFor(originOf(this.asker, options)))
      }
    else
      methods[name] = async function (input, options) {
        const context = contextFor(originOf(this.asker, options as CallOptions | undefined))
        const { near, far } = socketPair(operation, context.signal)
        askSocket(hosted, name, input, far, context).then(near.end, near.fail)
        return near.client
      }
  }
  return (asker) => Object.create(methods, { asker: { value: asker } }) as Client<Contract>
}

function originOf(asker: Asker, options: CallOptions | undefined): Origin {
  if (options === undefined) return { caller: asker.caller, signal: asker.signal ?? never }
  const signal = options.signal && asker.signal ? AbortSignal.any([options.signal, asker.signal]) : (options.signal ?? asker.signal ?? never)
  return {
    caller: asker.caller,
    signal,
    ...(options.idempotencyKey ? { idempotencyKey: options.idempotencyKey } : {}),
    ...(options.lastEventId ? { lastEventId: options.lastEventId } : {}),
  }
}
