import { PortFault } from './fault.ts'

const longestName = 500
const longestPart = 120

/**
 * The name, if a blob may have it: parts of letters, digits, `.`, `-` and `_` joined by `/`, none of them starting with a dot, 500
 * characters at the most. Throws `PortFault` otherwise.
 */
export function checkedBlobName(name: string): string {
  const fits = name.length <= longestName && name.split('/').every((part) => part.length <= longestPart && /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part))
  if (!fits) throw new PortFault(`"${name.slice(0, 80)}" is not a name for a blob: letters, digits, ".", "-" and "_", parted by "/".`, { retryable: false })
  return name
}
