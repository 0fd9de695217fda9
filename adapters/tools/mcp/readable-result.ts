import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { PortFault } from '@myna/ports/fault'
import { shortText } from '#fault-of.ts'

/** What a tool answered: its structured content if there is any, else its text, read as JSON where it is JSON. Throws `PortFault` when it says it failed. */
export function readableResult(result: CallToolResult): unknown {
  const text = result.content.map(textOf).filter(Boolean).join('\n')
  if (result.isError) throw new PortFault(text ? `The tool failed: ${shortText(text)}` : 'The tool failed and did not say how.', { retryable: false })
  if (result.structuredContent !== undefined) return result.structuredContent
  if (text === '') return null
  if (!/^\s*[[{]/.test(text)) return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function textOf(part: CallToolResult['content'][number]): string {
  if (part.type === 'text') return part.text
  if (part.type === 'resource_link') return part.uri
  if (part.type === 'resource') return 'text' in part.resource ? part.resource.text : ''
  return ''
}
