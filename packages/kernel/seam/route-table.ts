import type { AnyOperation, Contract } from '@myna/contracts'

/** An operation found at an address. */
export type Route = { readonly service: string; readonly name: string; readonly operation: AnyOperation }

export type RouteTable = {
  /** The operation a method and path mean; `path` is below `/api/v1` and begins with a slash. HEAD means what GET does. */
  find(method: string, path: string): Route | undefined
  /** Which methods there are at a path that has operations; sockets count for none. */
  methodsAt(path: string): string[]
}

type Shape = { method: string; route: Route /** Null where a parameter stands. */; segments: readonly (string | null)[] }

/** Finds operations by address, over all contracts. Where a path fits a word and a parameter, the word is meant. */
export function createRouteTable(contracts: Readonly<Record<string, Contract>>): RouteTable {
  const plain = new Map<string, Route>()
  const shapes = new Map<string, Shape[]>()
  const shapesAt = (path: string) => {
    const segments = path.split('/')
    return (shapes.get(`${segments[1]} ${segments.length}`) ?? []).filter((it) => isAt(it, segments))
  }
  for (const [service, contract] of Object.entries(contracts))
    for (const [name, operation] of Object.entries(contract)) {
      const [method, path] = operation.http.split(' ') as [string, string]
      const route = { service, name, operation }
      const segments = path.split('/').map((it) => (it.startsWith('{') ? null : it))
      if (!segments.includes(null)) plain.set(`${method} ${path}`, route)
      const key = `${segments[1]} ${segments.length}`
      shapes.set(key, [...(shapes.get(key) ?? []), { method, route, segments }])
    }
  // Whoever has words earlier is more exactly meant.
  for (const list of shapes.values()) list.sort((a, b) => wordsOf(b).localeCompare(wordsOf(a)))
  return {
    find(method, path) {
      const asked = method === 'HEAD' ? 'GET' : method
      const exact = plain.get(`${asked} ${path}`)
      if (exact) return exact
      const segments = path.split('/')
      const list = shapes.get(`${segments[1]} ${segments.length}`)
      if (list) for (const it of list) if (it.method === asked && isAt(it, segments)) return it.route
      return undefined
    },
    methodsAt(path) {
      const methods = new Set(
        shapesAt(path)
          .filter((it) => it.route.operation.kind !== 'socket')
          .map((it) => it.method),
      )
      return [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].sort()
    },
  }
}

function isAt({ segments: wanted }: Shape, segments: readonly string[]): boolean {
  for (let at = 1; at < wanted.length; at++) {
    const word = wanted[at]
    if (word === null ? segments[at] === '' : word !== segments[at]) return false
  }
  return true
}

function wordsOf({ segments }: Shape): string {
  return segments.map((it) => (it === null ? '0' : '1')).join('')
}
