/** How rows are ordered, as it stands in the address: `name` upwards, `-name` downwards. */
export type Sorting = { by: string | undefined; down: boolean; onSort: (by: string) => void }

/** The order of an address, and what a press on a head makes of it: upwards, downwards, the list's own. */
export function sortingOf(sort: string | undefined, onChange: (sort: string | undefined) => void): Sorting {
  const down = sort?.startsWith('-') ?? false
  const by = down ? sort!.slice(1) : sort
  return { by, down, onSort: (name) => onChange(by !== name ? name : down ? undefined : `-${name}`) }
}

/** Rows in the order of an address; rows that are equal stay as they were. */
export function sortRows<T>(
  rows: readonly T[],
  sort: string | undefined,
  keys: Readonly<Record<string, (row: T) => string | number>>,
  language: string,
): readonly T[] {
  const down = sort?.startsWith('-') ?? false
  const keyOf = keys[(down ? sort?.slice(1) : sort) ?? '']
  if (!keyOf) return rows
  const { compare } = new Intl.Collator(language, { numeric: true })
  const keyed = rows.map((row) => [keyOf(row), row] as const)
  keyed.sort(([a], [b]) => (down ? -1 : 1) * (typeof a === 'number' ? a - (b as number) : compare(a, String(b))))
  return keyed.map(([, row]) => row)
}
