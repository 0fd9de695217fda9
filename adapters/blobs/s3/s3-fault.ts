import { PortFault } from '@myna/ports/fault'
import { textOf } from '#xml.ts'

const sentences: Readonly<Record<string, string>> = {
  AccessDenied: 'The object store denies access: the key may not do this in the bucket.',
  InvalidAccessKeyId: 'The object store does not know the access key.',
  SignatureDoesNotMatch: 'The object store does not accept the secret of the access key.',
  RequestTimeTooSkewed: 'The clock of this machine differs too much from the clock of the object store.',
  NoSuchBucket: 'The bucket does not exist in the object store.',
  SlowDown: 'The object store asks to be used more slowly.',
  QuotaExceeded: 'The bucket of the object store is full.',
  XMinioStorageFull: 'The object store is full.',
  PermanentRedirect: 'The bucket lies in another region or is reached at another address.',
  AuthorizationHeaderMalformed: 'The region of the object store is another one.',
}
const byStatus: Readonly<Record<number, string>> = {
  403: sentences.AccessDenied!,
  404: sentences.NoSuchBucket!,
  503: sentences.SlowDown!,
  507: 'The object store is full.',
}

/** A refusal of the store, for people. */
export class S3Fault extends PortFault {
  /** The store's own word for it, such as `NoSuchUpload`. */
  readonly code: string
  constructor(status: number, body: string) {
    const code = textOf(body, 'Code') ?? ''
    super(sentences[code] ?? byStatus[status] ?? `The object store refused (${status}${/^\w{1,60}$/.test(code) ? ` ${code}` : ''}).`, {
      retryable: status >= 500 || status === 429 || status === 408 || code === 'RequestTimeout',
      status,
    })
    this.code = code
  }
}

/** What a request that got no answer means. */
export function s3Trouble(error: unknown): PortFault {
  if (error instanceof PortFault) return error
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const late = error instanceof Error && error.name === 'TimeoutError'
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : cause instanceof Error ? cause.message : String(cause)
  return new PortFault(late ? 'The object store did not answer in time.' : `The object store cannot be reached (${code.slice(0, 120)}).`, {
    retryable: true,
    cause: error,
  })
}
