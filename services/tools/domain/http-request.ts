import type { ParameterSchema } from '@myna/contracts/tools'
import type { ArgumentProblem } from '#domain/check-arguments.ts'
import type { StoredRequest } from '#store/tables.ts'

const placeholder = /\{([A-Za-z0-9_]{1,64})\}/g

/** Headers that belong to the connection or are sent by Myna itself. */
const ownHeaders = /^(?:host|connection|content-length|content-type|transfer-encoding|upgrade|te|trailer|keep-alive|expect|idempotency-key|proxy-.*)$/i

/** Why an address cannot be used for a tool with these parameters, if so. */
export function troubleOfAddress(address: string, parameters: ParameterSchema): string | undefined {
  const start = /^(https?:\/\/[^/?#\\{}]+)([/?][^#]*)?$/i.exec(address)
  const url = URL.parse(address.replace(placeholder, 'x'))
  if (!start || !url || url.username || url.password) return 'it must begin with http:// or https:// and a host, without a user name or #'
  if (/[{}]/.test(address.replace(placeholder, ''))) return 'its { and } do not hold names of parameters'
  const unknown = [...address.matchAll(placeholder)].map((it) => it[1]!).find((it) => !Object.hasOwn(parameters.properties ?? {}, it))
  return unknown === undefined ? undefined : `{${unknown}} is none of the parameters`
}

/** What is wrong with headers, if something is. */
export function troubleOfHeaders(headers: Readonly<Record<string, string>>): string | undefined {
  const own = Object.keys(headers).find((it) => ownHeaders.test(it))
  if (own) return `"${own}" is sent by Myna itself`
  const odd = Object.entries(headers).find(([, value]) => !/^[\t\x20-\x7e]*$/.test(value))
  return odd && `"${odd[0]}" may hold plain letters, digits and signs only`
}

/** The address and body of a request with its arguments in place, or what is wrong with them. */
export type FilledRequest = { url: string; body: string | undefined; problems?: undefined } | { problems: ArgumentProblem[] }

/** Fills arguments into a request; values are escaped, and none may change which path is asked. */
export function fillRequest({ method, url, body }: StoredRequest, args: Readonly<Record<string, unknown>>): FilledRequest {
  const used = new Set([...url.matchAll(placeholder)].map((it) => it[1]!))
  const queryAt = url.indexOf('?')
  const [path, query] = queryAt === -1 ? [url, ''] : [url.slice(0, queryAt), url.slice(queryAt + 1)]
  const problems: ArgumentProblem[] = []
  const filledPath = path.replace(placeholder, (_, name: string) => {
    const value = args[name]
    if (!['string', 'number', 'boolean'].includes(typeof value) || value === '') problems.push({ path: name, problem: 'is needed in the address' })
    return encodeURIComponent(textOf(value))
  })
  // A segment of "." or ".." means another place, escaped or not.
  if (problems.length === 0 && filledPath.split('/').some((it) => /^(?:\.|%2e){1,2}$/i.test(it)))
    problems.push({ path: [...used].join(', '), problem: 'may not be . or ..' })
  if (problems.length > 0) return { problems }

  const pairs = query
    .split('&')
    .filter((pair) => pair && ![...pair.matchAll(placeholder)].some((it) => args[it[1]!] === undefined))
    .map((pair) => pair.replace(placeholder, (_, name: string) => encodeURIComponent(textOf(args[name]))))
  const rest = Object.entries(args).filter(([name]) => !used.has(name))
  const isQuery = method === 'GET' || method === 'DELETE'
  if (body === 'json' && isQuery) for (const [name, value] of rest) pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(textOf(value))}`)
  return {
    url: pairs.length > 0 ? `${filledPath}?${pairs.join('&')}` : filledPath,
    body: body === 'json' && !isQuery ? JSON.stringify(Object.fromEntries(rest)) : undefined,
  }
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed()
}

type Addressed = { url: string; headers: Readonly<Record<string, string>> }

/** Headers after a change: one without a value keeps the value it had, unless the address leads to another place, which must not learn it. */
export function headersAfter(before: Addressed, wanted: Addressed): Record<string, string> {
  const originOf = ({ url }: Addressed) => URL.parse(url.replace(placeholder, 'x'))?.origin
  const kept = originOf(before) === originOf(wanted) ? before.headers : {}
  const valueOf = (name: string) => Object.entries(kept).find(([it]) => it.toLowerCase() === name.toLowerCase())?.[1]
  return Object.fromEntries(
    Object.entries(wanted.headers).flatMap(([name, value]) => {
      const next = value || valueOf(name)
      return next ? [[name, next]] : []
    }),
  )
}
