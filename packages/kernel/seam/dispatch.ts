import type { AnyOperation, BytesAnswer, Schema, SocketServer, StreamEvent } from '@myna/contracts'
import { z } from 'zod'
import { checkAccess } from '#seam/access.ts'
import { Fault, type FieldProblem } from '#seam/fault.ts'
import type { Service } from '#seam/service.ts'
import type { ServiceContext } from '#seam/service-context.ts'

/** A service made ready to be asked: its handlers beside its operations, and whether what it answers is checked too. */
export type Hosted = { service: Service; checkOutput: boolean }

type AnyHandler = (input: unknown, context: ServiceContext, extra?: unknown) => unknown

/** Asks an operation with a JSON answer: may they, does it fit, do it. The one path of every such call, from near or far. */
export async function askAnswer({ service, checkOutput }: Hosted, name: string, raw: unknown, context: ServiceContext): Promise<unknown> {
  const operation = service.contract[name]!
  const input = admit(operation, raw, context)
  const answer = await handlerOf(service, name)(input, context)
  return checkOutput && 'output' in operation ? checked(operation.output, answer, `${service.name}.${name}`) : answer
}

/** Asks an operation that answers with events. */
export async function* askStream({ service, checkOutput }: Hosted, name: string, raw: unknown, context: ServiceContext): AsyncGenerator<StreamEvent<unknown>> {
  const operation = service.contract[name]!
  const input = admit(operation, raw, context)
  for await (const event of handlerOf(service, name)(input, context) as AsyncIterable<StreamEvent<unknown>>) {
    if (context.signal.aborted) return
    yield checkOutput && 'output' in operation ? { ...event, data: checked(operation.output, event.data, `${service.name}.${name}`) } : event
  }
}

/** Asks an operation that answers with bytes. */
export async function askBytes({ service }: Hosted, name: string, raw: unknown, context: ServiceContext): Promise<BytesAnswer> {
  const operation = service.contract[name]!
  const input = admit(operation, raw, context)
  const answer = await (handlerOf(service, name)(input, context) as AsyncIterable<Uint8Array> | Promise<BytesAnswer>)
  return 'body' in answer ? answer : { body: answer }
}

/** Hands an upload to its operation; more than the contract allows ends it with `request.too_large`. */
export async function askUpload(
  { service, checkOutput }: Hosted,
  name: string,
  raw: unknown,
  body: AsyncIterable<Uint8Array>,
  context: ServiceContext,
): Promise<unknown> {
  const operation = service.contract[name]!
  if (operation.kind !== 'upload') throw new Fault('request.not_found', { name })
  const input = admit(operation, raw, context)
  const answer = await handlerOf(service, name)(input, context, limited(body, operation.maxBytes))
  return checkOutput ? checked(operation.output, answer, `${service.name}.${name}`) : answer
}

/** Lets a service converse over a socket until either side is done. */
export async function askSocket(
  { service }: Hosted,
  name: string,
  raw: unknown,
  socket: SocketServer<unknown, unknown>,
  context: ServiceContext,
): Promise<void> {
  const input = admit(service.contract[name]!, raw, context)
  await handlerOf(service, name)(input, context, socket)
}

/** Checks access and input before anything happens; answers the input as its schema reads it. */
export function admit(operation: AnyOperation, raw: unknown, context: Pick<ServiceContext, 'caller'>): unknown {
  const { caller } = context
  checkAccess(operation.access, caller)
  if (caller.deadline !== undefined && caller.deadline < Date.now()) throw new Fault('request.deadline')
  const input = z.safeParse(operation.input, raw)
  if (!input.success) throw new Fault('request.invalid', { operation: operation.http }, { fields: fieldProblems(input.error) })
  return input.data
}

/** What is wrong with which field, in the words of the schema. */
export function fieldProblems(error: z.core.$ZodError): FieldProblem[] {
  return error.issues.slice(0, 20).map((it) => ({ field: it.path.join('.'), problem: it.message }))
}

function checked(schema: Schema, answer: unknown, name: string): unknown {
  const result = z.safeParse(schema, answer)
  if (!result.success) throw new Error(`${name} answers what its contract does not allow: ${z.prettifyError(result.error)}`)
  return result.data
}

function handlerOf(service: Service, name: string): AnyHandler {
  return service.operations[name] as AnyHandler
}

async function* limited(body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new Fault('request.too_large', { maxBytes })
    yield chunk
  }
}
