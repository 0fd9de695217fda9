import type { Tool } from '#api/shapes.ts'

export const parameterTypes = ['string', 'number', 'integer', 'boolean'] as const
export type ParameterType = (typeof parameterTypes)[number]
/** One parameter as the editor shows it. */
export type Parameter = { name: string; type: ParameterType; description: string; required: boolean }
type Schema = Tool['parameters']

const known = new Set(['type', 'description'])

/** The parameters of a schema as rows; undefined when the schema says more than rows can hold, and must stay as it is. */
export function parametersOf(schema: Schema): Parameter[] | undefined {
  if (Object.keys(schema).some((it) => !['type', 'properties', 'required', 'additionalProperties'].includes(it))) return undefined
  const rows: Parameter[] = []
  for (const [name, it] of Object.entries(schema.properties ?? {})) {
    if (typeof it !== 'object' || it === null || Object.keys(it).some((key) => !known.has(key))) return undefined
    const { type, description } = it as { type?: unknown; description?: unknown }
    const own = parameterTypes.find((known) => known === type)
    if (!own || (description !== undefined && typeof description !== 'string')) return undefined
    rows.push({ name, type: own, description: description ?? '', required: schema.required?.includes(name) ?? false })
  }
  return rows
}

/** Rows as a JSON Schema of an object. */
export function schemaOf(rows: readonly Parameter[]): Schema {
  const required = rows.filter((it) => it.required).map((it) => it.name)
  return {
    type: 'object',
    properties: Object.fromEntries(rows.map(({ name, type, description }) => [name, { type, ...(description.trim() && { description: description.trim() }) }])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

/** Whether each row has a name of its own that a parameter may have. */
export function namesAreRight(rows: readonly Parameter[]): boolean {
  return rows.every((it) => /^[A-Za-z0-9_]{1,64}$/.test(it.name)) && new Set(rows.map((it) => it.name)).size === rows.length
}

/** Names in braces of an address that no row has yet, so that `{order}` becomes a parameter by being written. */
export function namesInAddress(url: string, rows: readonly Parameter[]): string[] {
  const names = [...url.matchAll(/\{([A-Za-z0-9_]{1,64})\}/g)].map((it) => it[1]!)
  return [...new Set(names)].filter((name) => !rows.some((it) => it.name === name))
}

/** What was typed for a parameter as a value of its type; undefined when it was left empty. Throws nothing: what does not fit goes to the server as typed. */
export function argumentOf(typed: string, schema: unknown): unknown {
  if (typed.trim() === '') return undefined
  const type = (schema as { type?: unknown } | null)?.type
  if ((type === 'number' || type === 'integer') && Number.isFinite(Number(typed))) return Number(typed)
  if (type === 'boolean') return typed === 'true'
  if (type === 'object' || type === 'array') {
    try {
      return JSON.parse(typed) as unknown
    } catch {
      return typed
    }
  }
  return typed
}
