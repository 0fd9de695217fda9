import { z } from 'zod'

/** A port of TCP. */
export const port = z.coerce.number().int().min(0).max(65_535)
/** Names of hosts with commas between them, in lower case. */
export const hosts = z.string().transform((text) =>
  text
    .split(',')
    .map((it) => it.trim().toLowerCase())
    .filter(Boolean),
)
/** An address of a server, without a slash at its end. */
export const address = z.url({ protocol: /^https?$/ }).transform((it) => it.replace(/\/+$/, ''))

/** Addresses of mail with commas between them. */
export function addressesOfMail(text: string, context: z.RefinementCtx): string[] {
  return partsOf(text).map((it) => {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(it)) context.addIssue(`"${it}" is no e-mail address`)
    return it.toLowerCase()
  })
}

/** Origins of websites with commas between them. */
export function originsOf(text: string, context: z.RefinementCtx): string[] {
  return partsOf(text).map((it) => {
    const url = URL.parse(it)
    if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/') context.addIssue(`"${it}" is no address such as https://voice.example.com`)
    return url?.origin ?? it
  })
}

function partsOf(text: string): string[] {
  return text
    .split(',')
    .map((it) => it.trim())
    .filter(Boolean)
}

/** Addresses of services: `name=http://host:port|http://other:port,…`. */
export function addressesOf(text: string, context: z.RefinementCtx): Record<string, string[]> {
  const addresses: Record<string, string[]> = {}
  for (const pair of text
    .split(',')
    .map((it) => it.trim())
    .filter(Boolean)) {
    const [name, urls] = pair.split(/=(.*)/s, 2)
    const read = (urls ?? '').split('|').map((it) => it.trim())
    if (name && read.every((it) => /^(https?|dns|srv):\/\/[^\s/]/.test(it))) (addresses[name] ??= []).push(...read)
    else context.addIssue(`"${pair}" is not name=http://host:port`)
  }
  return addresses
}

/** Headers: `name=value,…`. */
export function headersOf(text: string, context: z.RefinementCtx): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const pair of text.split(',').filter((it) => it.trim() !== '')) {
    const [, name, value] = /^\s*([\w-]+)\s*=\s*([ -~]*?)\s*$/.exec(pair) ?? []
    if (name && value !== undefined) headers[name.toLowerCase()] = plain(value)
    else context.addIssue('one of them is not name=value')
  }
  return headers
}

/** STUN and TURN servers with commas between them. */
export function iceServersOf(text: string, context: z.RefinementCtx): { urls: string; username?: string; credential?: string }[] {
  return text.split(',').flatMap((it) => {
    const [, scheme, username, credential, host] =
      /^(stun|turns?):(?:([^:@\s]+):([^@\s]+)@)?([\w.-]+(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?)$/.exec(it.trim()) ?? []
    const urls = `${scheme}:${host}`
    if (scheme === 'stun' && !username) return [{ urls }]
    if (scheme?.startsWith('turn')) return [{ urls, ...(username && credential ? { username: plain(username), credential: plain(credential) } : {}) }]
    context.addIssue('one of them is neither stun:host:port nor turn:host:port nor turn:name:word@host:port')
    return []
  })
}

/** A name or word in which special characters stand as in addresses, `%40` for `@`. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
