export type WebRequest = {
  url: string
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** More body than this is cut off with `too_large`. */
  maxBytes: number
  timeoutMs: number
  signal?: AbortSignal
}

export type WebResponse = {
  /** Address of this response; redirects are not followed. */
  url: string
  status: number
  headers: Record<string, string>
  /** Body after decompression. */
  body: Uint8Array
}

/** Why a web request had no answer. */
export type WebTrouble = 'private_address' | 'bad_address' | 'unreachable' | 'timeout' | 'too_large' | 'cancelled' | 'protocol'

/** Thrown by `Web`. */
export class WebFault extends Error {
  override name = 'WebFault'
  readonly trouble: WebTrouble
  constructor(trouble: WebTrouble, message: string, options?: ErrorOptions) {
    super(message, options)
    this.trouble = trouble
  }
}

/**
 * The only way out to the web. Refuses addresses in private, loopback, link-local and other special ranges, whether written
 * or resolved by DNS (the resolved address is the one connected to), and every scheme but http and https, unless the operator allows the host.
 * One hop: a redirect is an answer like any other, so the next hop is checked again.
 */
export type Web = {
  request(it: WebRequest): Promise<WebResponse>
  /** Says whether an address may be asked at all, DNS included, without asking it. Throws `bad_address`, `private_address` or `unreachable`. */
  check(url: string): Promise<void>
}
