import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js'
import { PortFault } from '@myna/ports/fault'
import { WebFault } from '@myna/ports/web'

const longestText = 300

/** What a server said of a failure, short enough for a sentence. */
export function shortText(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > longestText ? `${plain.slice(0, longestText).toWellFormed()}…` : plain
}

/** A failure of an MCP server in words for people; never holds the address or a header. */
export function faultOf(error: unknown): PortFault {
  const fault = (sentence: string, retryable: boolean, status?: number) =>
    new PortFault(sentence, { retryable, cause: error, ...(status === undefined ? {} : { status }) })
  if (error instanceof PortFault) return error
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof PortFault) return cause
  const guard = [error, cause].find((it) => it instanceof WebFault)
  if (guard?.trouble === 'private_address') return fault('The server is inside a private network. The operator can allow it with MYNA_TOOL_ALLOW_HOSTS.', false)
  if (guard?.trouble === 'bad_address') return fault('The address of the server cannot be used.', false)
  if (error instanceof StreamableHTTPError) {
    const { code: status } = error
    if (status === 401 || status === 403) return fault('The server refused the key. Check the headers of this connection.', false, status)
    if (status === 404) return fault('The server has nothing at this address.', false, status)
    if (status === 429) return fault('The server says too many requests.', true, status)
    if (status !== undefined && status >= 500) return fault(`The server has a failure of its own (status ${status}).`, true, status)
    return fault('The server does not answer as an MCP server does.', false, status)
  }
  if (error instanceof McpError) {
    if (error.code === ErrorCode.RequestTimeout) return fault('The server did not answer in time.', true)
    if (error.code === ErrorCode.ConnectionClosed)
      return fault(typeof error.data === 'string' ? shortText(error.data) : 'The connection to the server broke off.', false)
    return fault(`The server refused: ${shortText(error.message.replace(/^MCP error -?\d+: /, ''))}`, false)
  }
  if (cause instanceof Error && /redirect/.test(cause.message)) return fault('The server redirects to another address, which is not followed.', false)
  if (error instanceof TypeError) return fault('The server could not be reached, or broke off.', true)
  return fault('The server does not answer as an MCP server does.', false)
}
