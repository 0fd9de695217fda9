import type { CallOptions, Client, Contract } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import { askAnswer, askBytes, askSocket, askStream, askUpload, type Hosted } from '#seam/dispatch.ts'
import { eitherSignal, type Following } from '#seam/either-signal.ts'
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
        const { origin, end } = followingOf(this.asker, options as CallOptions | undefined)
        const events = askStream(hosted, name, input, contextFor(origin))
        const seen = callSpan(hosted.service.name, name)?.through(events) ?? events
        return end ? endingWith(seen, end) : seen
      }
    else if (kind === 'bytes')
      methods[name] = async function* (input, options) {
        const { origin, end } = followingOf(this.asker, options as CallOptions | undefined)
        const context = contextFor(origin)
        const span = callSpan(hosted.service.name, name)
        try {
          const { body } = await (span ? span.run(() => askBytes(hosted, name, input, context)) : askBytes(hosted, name, input, context))
          yield* span?.through(body) ?? body
        } finally {
          end?.()
        }
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

/** Where a call comes from; what is to be waited for either of two signals is so until `end`, for calls whose end is known. */
function followingOf(asker: Asker, options: CallOptions | undefined): { origin: Origin; end?: () => void } {
  const [brief, livesLong] = [options?.signal, asker.signal]
  if (!brief || !livesLong) return { origin: originOf(asker, options) }
  let following: Following | undefined
  const signal = () => (following = eitherSignal(brief, livesLong)).signal
  return { origin: { ...originOf(asker, options), signal }, end: () => following?.end() }
}

async function* endingWith<T>(events: AsyncIterable<T>, end: () => void): AsyncGenerator<T> {
  try {
    yield* events
  } finally {
    end()
  }
}

function originOf(asker: Asker, options: CallOptions | undefined): Origin {
  if (options === undefined) return { caller: asker.caller, signal: asker.signal ?? never }
  const [brief, livesLong] = [options.signal, asker.signal]
  return {
    caller: asker.caller,
    // Made on first use: most answers are there before anybody asks how long to wait for them.
    signal: brief && livesLong ? () => AbortSignal.any([brief, livesLong]) : (brief ?? livesLong ?? never),
    ...(options.idempotencyKey ? { idempotencyKey: options.idempotencyKey } : {}),
    ...(options.lastEventId ? { lastEventId: options.lastEventId } : {}),
  }
}
