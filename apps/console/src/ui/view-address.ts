type Search = Record<string, string | undefined>

/** Stands in the address for all rows, where a list opens with a view. */
export const everything = 'all'

/** What of an address a view keeps: filters and order, not what is open. */
export function viewPart({ view: _view, open: _open, tab: _tab, ...rest }: Search): Record<string, string> {
  return Object.fromEntries(Object.entries(rest).filter((it): it is [string, string] => Boolean(it[1])))
}

/** Whether an address asks for a list as such. */
export function isBare(search: Search): boolean {
  return search['view'] === undefined && search['open'] === undefined && Object.keys(viewPart(search)).length === 0
}

/** Whether two views show the same. */
export function sameSearch(one: Record<string, string>, other: Record<string, string>): boolean {
  const flat = (it: Record<string, string>) => JSON.stringify(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)))
  return flat(one) === flat(other)
}
