import { type FaultCode, faults } from '@myna/contracts'

/** A failure with a code that callers may rely on; `detail` goes to the log, `fields` to the caller. */
export class Fault extends Error {
  override name = 'Fault'
  readonly code: FaultCode
  readonly detail: Record<string, unknown>
  /** What is wrong with which input field, when that is the trouble. */
  readonly fields: readonly FieldProblem[] | undefined

  constructor(code: FaultCode, detail: Record<string, unknown> = {}, options: { cause?: unknown; fields?: readonly FieldProblem[] } = {}) {
    super(faults[code].message, { cause: options.cause })
    this.code = code
    this.detail = detail
    this.fields = options.fields
  }

  get status(): number {
    return faults[this.code].status
  }
}

export type FieldProblem = { field: string; problem: string }

/** RFC 9457 problem details: all that the outside learns of a failure. */
export type Problem = { type: string; title: string; status: number; code: FaultCode; traceId: string; fields?: readonly FieldProblem[] }

/** The public face of any error; what is not a `Fault` becomes `server.unexpected` and says nothing of itself. */
export function problemOf(error: unknown, traceId: string): Problem {
  const fault = error instanceof Fault ? error : new Fault('server.unexpected')
  return {
    type: `urn:myna:fault:${fault.code}`,
    title: fault.message,
    status: fault.status,
    code: fault.code,
    traceId,
    ...(fault.fields ? { fields: fault.fields } : {}),
  }
}
