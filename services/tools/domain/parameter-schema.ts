import type { ParameterSchema } from '@myna/contracts/tools'
import { isSafePattern } from '#domain/safe-pattern.ts'

/** A schema that can be checked against, or why it cannot be. */
export type ReadSchema = { schema: ParameterSchema; trouble?: undefined } | { schema?: undefined; trouble: string }

const longestSchema = 16_000
const deepest = 24
/** Schemas within, counted as often as they are referred to: what a check walks through. */
const mostWeight = 3_000

const schemaMaps = new Set(['properties', '$defs', 'definitions'])
const schemaLists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const schemaKeys = new Set(['items', 'additionalItems', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'])
const valueKeys = new Set(['enum', 'const', 'default', 'examples', 'required', 'type'])
/** They change how a whole schema is read, or match names of properties by patterns. */
const refusedKeys = new Set(['$id', 'id', '$anchor', '$dynamicRef', '$dynamicAnchor', '$recursiveRef', '$recursiveAnchor', '$async', 'patternProperties'])

class Trouble extends Error {}

/**
 * Reads a JSON Schema of a stranger: of an object, of bounded size and depth, without references in a circle or abroad and without patterns that cost
 * too much. `own` schemas are refused for any of that and name their parameters in letters, digits and _; of `hosted` ones, written for others too, what cannot
 * be checked is left out where it only narrows. Keywords Myna does not know are dropped.
 */
export function readSchema(given: unknown, of: 'own' | 'hosted'): ReadSchema {
  try {
    if (shapeOf(given).depth > deepest * 2) throw new Trouble('it is nested too deeply')
    if (JSON.stringify(given).length > (of === 'own' ? longestSchema : 2 * longestSchema)) throw new Trouble(`it is longer than ${longestSchema} characters`)
    const schema = copied(given, of, 0)
    if (typeof schema !== 'object' || schema.type !== 'object') throw new Trouble('its type is not "object"')
    if (of === 'own')
      for (const name of Object.keys(schema.properties ?? {}))
        if (!/^[A-Za-z0-9_]{1,64}$/.test(name)) throw new Trouble(`"${name.slice(0, 80)}" is no name of a parameter: use letters, digits and _`)
    weightOf(schema, schema, [])
    return { schema: schema as ParameterSchema }
  } catch (error) {
    if (error instanceof Trouble) return { trouble: error.message }
    throw error
  }
}

type Plain = Record<string, unknown>
const isPlain = (it: unknown): it is Plain => typeof it === 'object' && it !== null && !Array.isArray(it)

function copied(given: unknown, of: 'own' | 'hosted', depth: number): Plain | boolean {
  if (typeof given === 'boolean' && depth > 0) return given
  if (!isPlain(given)) throw new Trouble('a part of it is neither an object nor true or false')
  if (depth > deepest) throw new Trouble('it is nested too deeply')
  const copy: [string, unknown][] = []
  for (const [key, value] of Object.entries(given)) {
    if (refusedKeys.has(key)) {
      if (of === 'own') throw new Trouble(`"${key}" is not supported`)
    } else if (schemaMaps.has(key)) {
      if (!isPlain(value)) throw new Trouble(`"${key}" is no object`)
      copy.push([key, Object.fromEntries(Object.entries(value).map(([name, it]) => [name, copied(it, of, depth + 1)]))])
    } else if (schemaLists.has(key) || (key === 'items' && Array.isArray(value))) {
      if (!Array.isArray(value)) throw new Trouble(`"${key}" is no list`)
      copy.push([key, value.map((it) => copied(it, of, depth + 1))])
    } else if (schemaKeys.has(key)) copy.push([key, copied(value, of, depth + 1)])
    else if (key === 'pattern') {
      if (typeof value === 'string' && isSafePattern(value)) copy.push([key, value])
      else if (of === 'own') throw new Trouble(`the pattern ${JSON.stringify(value).slice(0, 80)} is wrong, or could take too long to match`)
    } else if (key !== '$schema' && (valueKeys.has(key) || typeof value !== 'object' || value === null)) copy.push([key, value])
  }
  return Object.fromEntries(copy)
}

/** How many schemas a check against this one may walk through. Throws when that is too many, or endless. */
function weightOf(schema: unknown, root: Plain, path: readonly string[]): number {
  if (!isPlain(schema)) return 1
  let weight = 1
  const add = (it: unknown, within: readonly string[] = path) => {
    weight += weightOf(it, root, within)
    if (weight > mostWeight) throw new Trouble('it holds too many parts')
  }
  for (const [key, value] of Object.entries(schema)) {
    if (schemaLists.has(key) || (key === 'items' && Array.isArray(value))) for (const it of value as unknown[]) add(it)
    else if (key === 'properties') for (const it of Object.values(value as Plain)) add(it)
    else if (schemaKeys.has(key)) add(value)
    else if (key === '$ref') {
      if (typeof value !== 'string' || !value.startsWith('#/')) throw new Trouble('it may refer to its own parts only, as "#/$defs/name"')
      if (path.includes(value)) throw new Trouble(`it refers to itself in a circle at ${value.slice(0, 80)}`)
      add(partAt(root, value), [...path, value])
    }
  }
  return weight
}

function partAt(root: Plain, pointer: string): unknown {
  let at: unknown = root
  for (const step of pointer.slice(2).split('/')) {
    const name = decoded(step).replaceAll('~1', '/').replaceAll('~0', '~')
    at = (isPlain(at) || Array.isArray(at)) && Object.hasOwn(at, name) ? (at as Plain)[name] : undefined
  }
  if (at === undefined) throw new Trouble(`it refers to ${pointer.slice(0, 80)}, which it does not have`)
  return at
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

/** How deep a value is nested and how many values it holds, without recursion: deep ones come to break that. Stops counting at a depth of 1,000. */
export function shapeOf(value: unknown): { depth: number; count: number } {
  let level: unknown[] = [value]
  let count = 1
  for (let depth = 0; ; depth++) {
    const next = level.flatMap((it) => (typeof it === 'object' && it !== null ? Object.values(it) : []))
    if (next.length === 0 || depth >= 1_000) return { depth, count }
    count += next.length
    level = next
  }
}
