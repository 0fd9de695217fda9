import { binOf, emptyBins } from '#traffic/bins.ts'

/** Requests of one organisation that were alike, within one minute. `keyId` is '' for people; `bins` are empty where nobody waited for an end, as of streams. */
export type Cell = { tenantId: string; minute: number; route: string; keyId: string; status: number; requests: number; bins: number[] }

export type Tally = ReturnType<typeof createTally>

const nobody = ''

/** Counts requests in memory until they are written; a request costs it a look into two maps. `tenantId` is '' for requests of nobody known. */
export function createTally() {
  let tenants = new Map<string, Map<string, Cell>>()
  let cells = 0
  /** The next request is mostly like the last. */
  let last: Cell | undefined

  function cellOf(tenantId: string, minute: number, route: string, keyId: string, status: number): Cell {
    if (last && last.minute === minute && last.status === status && last.route === route && last.keyId === keyId && last.tenantId === tenantId) return last
    let ofTenant = tenants.get(tenantId)
    if (ofTenant === undefined) tenants.set(tenantId, (ofTenant = new Map()))
    const name = `${route} ${status} ${minute} ${keyId}`
    let cell = ofTenant.get(name)
    if (cell === undefined) {
      cell = { tenantId, minute, route, keyId, status, requests: 0, bins: emptyBins() }
      ofTenant.set(name, cell)
      cells++
    }
    last = cell
    return cell
  }

  return {
    /** Notes one request; `ms` undefined where its time says nothing. */
    note(it: { tenantId: string | null; route: string; keyId: string; status: number; ms: number | undefined; at: number }): void {
      const cell = cellOf(it.tenantId ?? nobody, Math.floor(it.at / 60_000) * 60_000, it.route, it.keyId, it.status)
      cell.requests++
      if (it.ms !== undefined) cell.bins[binOf(it.ms)]!++
    },
    /** How many cells wait to be written. */
    size: () => cells,
    /** Takes all that was counted, by tenant; counting goes on from nothing. */
    takeAll(): ReadonlyMap<string, Cell[]> {
      const taken = new Map([...tenants].map(([tenantId, ofTenant]) => [tenantId, [...ofTenant.values()]]))
      tenants = new Map()
      cells = 0
      last = undefined
      return taken
    },
    /** Puts back what could not be written. */
    putBack(some: readonly Cell[]): void {
      for (const it of some) {
        const cell = cellOf(it.tenantId, it.minute, it.route, it.keyId, it.status)
        cell.requests += it.requests
        it.bins.forEach((count, at) => (cell.bins[at]! += count))
      }
    },
  }
}
