import type { IncomingMessage } from 'node:http'

/** Letters that need no second look, and no dot that begins a segment. */
const plainPath = /^(?:\/[A-Za-z0-9_~!$&'()*+,;=:@-][A-Za-z0-9_.~!$&'()*+,;=:@-]*)*\/?$/
/** What stands in no path or query, however its reader reads it. */
const never = /[\\#\0-\x20\x7f]/

/**
 * Why the target of a request is refused, in words; undefined when it is a plain one. Everybody who reads an accepted path sees the same segments in it: none
 * that mean "above" or "here", none empty, none with a hidden slash beside dots. `http://host/path` becomes `/path` (RFC 9112, section 3.2.2).
 */
export function addressTrouble(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string | undefined {
  let url = request.url ?? ''
  if (url.charCodeAt(0) !== 47 /* slash */) {
    if (url === '*') return request.method === 'OPTIONS' ? undefined : 'an asterisk'
    const absolute = /^https?:\/\/([^/?#]+)(.*)$/i.exec(url)
    if (!absolute) return 'no path'
    url = absolute[2]!.startsWith('/') ? absolute[2]! : `/${absolute[2]}`
    request.url = url
    request.headers.host = absolute[1]!
  }
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  if (mark >= 0 && never.test(url)) return 'a character that has no place in an address'
  if (path === '/' || plainPath.test(path)) return undefined
  if (never.test(path)) return 'a character that has no place in an address'
  if (path.includes('//')) return 'an empty segment'
  let read: string
  try {
    read = decodeURIComponent(path)
  } catch {
    return 'a broken escape'
  }
  if (read.includes('\0') || read.includes('\\')) return 'an escape of what has no place in an address'
  return /(?:^|\/)\.{1,2}(?:\/|$)/.test(read) ? 'a segment of dots' : undefined
}
