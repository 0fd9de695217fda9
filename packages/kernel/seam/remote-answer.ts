import { type FaultCode, faults } from '@myna/contracts'
import type { Dispatcher } from 'undici'
import { callerHeader } from '#seam/caller-token.ts'
import { Fault, type FieldProblem } from '#seam/fault.ts'

/** Largest JSON that another process may answer with. */
const answerBytes = 33_554_432
/** Largest description of a fault. */
const problemBytes = 65_536

type Answer = Pick<Dispatcher.ResponseData, 'statusCode' | 'headers' | 'body'>

/** An answer that is none: of the wrong kind, cut off, too large, nonsense. It is the fault of the instance that gave it. */
export class BrokenAnswer extends Error {
  override name = 'BrokenAnswer'
}

/** Passes answers of the kind that was asked for; throws the `Fault` of a service, or `BrokenAnswer`. */
export async function checkedAnswer(answer: Answer, contentType: 'application/json' | 'text/event-stream' | undefined): Promise<Answer> {
  const { statusCode, headers, body } = answer
  // A body that is not wanted any more ends in an error, which nobody else may be there to hear.
  body.on('error', () => {})
  if (statusCode < 200 || statusCode > 299) throw await faultIn(answer)
  const given = String(headers['content-type'] ?? '')
  if (contentType === undefined || given.startsWith(contentType)) return answer
  body.destroy()
  throw new BrokenAnswer(`answered ${statusCode} with ${given || 'no content type'} where ${contentType} was asked for`)
}

/** The JSON in an answer. Throws `BrokenAnswer`. */
export async function jsonIn({ body }: Pick<Answer, 'body'>): Promise<unknown> {
  const read = parsed(await textIn(body, answerBytes))
  if (read === undefined) throw new BrokenAnswer('answered with what is no JSON')
  return read
}

async function faultIn({ statusCode, headers, body }: Answer): Promise<Fault | BrokenAnswer> {
  const text = await textIn(body, problemBytes)
  const problem = parsed(text) as { code?: unknown; fields?: readonly FieldProblem[] } | null | undefined
  if (headers[callerHeader] !== undefined) return new Fault('server.unavailable', { why: 'the other process does not believe who asks; its log says why' })
  if (typeof problem?.code !== 'string' || !Object.hasOwn(faults, problem.code)) return new BrokenAnswer(`answered ${statusCode} without a fault that is known`)
  return new Fault(problem.code as FaultCode, { remote: true }, Array.isArray(problem.fields) ? { fields: problem.fields } : {})
}

async function textIn(body: Answer['body'], most: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > most) throw new BrokenAnswer(`answered with more than ${most} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
