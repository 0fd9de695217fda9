/** What an adapter throws when its vendor fails: whether trying again may help, and a sentence for the log. */
export class PortFault extends Error {
  override name = 'PortFault'
  readonly retryable: boolean
  readonly status: number | undefined
  /** How long the vendor asks to wait before the next try, where it says so. */
  readonly retryAfterMs: number | undefined
  constructor(message: string, options: { retryable: boolean; status?: number; retryAfterMs?: number; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.retryable = options.retryable
    this.status = options.status
    this.retryAfterMs = options.retryAfterMs
  }
}
