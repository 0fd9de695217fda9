import type { FaultCode } from '@myna/contracts'

/** A failure the API answered, or could not answer because it was out of reach (`server.unavailable`). */
export class ApiFault extends Error {
  override name = 'ApiFault'
  readonly code: FaultCode
  readonly status: number
  /** Quote it to the operator: every log line of the request carries it. */
  readonly traceId: string | undefined
  /** Which input fields are wrong, and how. */
  readonly fields: readonly { field: string; problem: string }[] | undefined

  constructor(problem: ProblemBody, options?: ErrorOptions) {
    super(problem.title, options)
    this.code = problem.code
    this.status = problem.status
    this.traceId = problem.traceId
    this.fields = problem.fields
  }
}

/** The wire shape of a failure: RFC 9457 problem details with a code. */
export type ProblemBody = { title: string; status: number; code: FaultCode; traceId?: string; fields?: { field: string; problem: string }[] }

/** The fault of a server that cannot be reached. */
export function unreachable(cause: unknown): ApiFault {
  return new ApiFault({ code: 'server.unavailable', status: 503, title: 'Myna cannot be reached right now.' }, { cause })
}

/** The fault in an answer that is not `ok`. What a proxy says in place of a server that is away means that Myna is out of reach. */
export async function faultOf(response: Response): Promise<ApiFault> {
  const body = (await response.json().catch(() => undefined)) as Partial<ProblemBody> | undefined
  if (body?.code && body.title) return new ApiFault({ ...body, status: response.status } as ProblemBody)
  if (response.status >= 502 && response.status <= 504) return unreachable(new Error(`answered ${response.status} with no problem`))
  return new ApiFault({
    code: response.status === 404 ? 'request.not_found' : 'server.unexpected',
    status: response.status,
    title: `The server answered ${response.status}.`,
  })
}
