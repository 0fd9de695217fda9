import type { ChainedAct } from '#domain/chain.ts'

/**
 * An act in the letters a database keeps, so that its hash is the same after it was read back: halves of surrogate pairs and NUL, which PostgreSQL
 * refuses or replaces, become U+FFFD. The act is what came out of JSON.
 */
export function storableAct<A extends Omit<ChainedAct, 'sequence'>>(act: A): A {
  return storable(act) as A
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\u0000', '\ufffd')
  if (Array.isArray(value)) return value.map(storable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [storable(key), storable(it)]))
}
