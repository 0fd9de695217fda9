/** The part of JSON schema (draft 2020-12) that the API is described with. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: boolean | Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  format?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

/** The named schemas of the document. */
export type Components = Readonly<Record<string, Schema>>

/** A schema with its reference followed; `name` is the one it is known by. */
export function resolved(schema: Schema, components: Components): { schema: Schema; name?: string } {
  let name: string | undefined
  let found = schema
  // A reference that leads round in a circle ends here rather than never.
  for (let steps = 0; found.$ref && steps < 8; steps++) {
    name = found.$ref.split('/').at(-1)!
    const { $ref: _, ...beside } = found
    found = { ...components[name], ...beside }
  }
  return { schema: found, ...(name && { name }) }
}

/** What kind of value it is, in a few words: `array of Agent`, `"live" | "draft"`, `string or null`. */
export function kindOf(schema: Schema, components: Components): string {
  const { schema: it, name } = resolved(schema, components)
  if (it.const !== undefined) return JSON.stringify(it.const)
  if (it.enum) return name ?? it.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = it.oneOf ?? it.anyOf
  if (choices) return name ?? [...new Set(choices.map((one) => kindOf(one, components)))].join(' or ')
  if (it.type === 'array' && it.items) return `array of ${kindOf(it.items, components)}`
  if (name) return name
  if (typeof it.additionalProperties === 'object' && !it.properties) return `map of ${kindOf(it.additionalProperties, components)}`
  return [it.type ?? 'anything'].flat().join(' or ')
}

/** Its bounds as a person reads them: `1 to 80 characters`, `at least 1`; nothing when it has none worth a word. */
export function boundsOf({ format, minimum, maximum, minLength, maxLength, minItems, maxItems, default: fallback, enum: values }: Schema): string[] {
  return [
    ...(format ? [format] : []),
    ...range(minLength, maxLength, ' characters'),
    ...range(farthest(minimum), farthest(maximum), ''),
    ...range(minItems, maxItems, ' items'),
    ...(values && values.length > 0 ? [values.map((it) => JSON.stringify(it)).join(' | ')] : []),
    ...(fallback === undefined ? [] : [`default ${JSON.stringify(fallback)}`]),
  ]
}

/** The largest integer JavaScript holds is how a schema says that there is no end. */
function farthest(bound: number | undefined): number | undefined {
  return bound !== undefined && Math.abs(bound) === Number.MAX_SAFE_INTEGER ? undefined : bound
}

function range(from: number | undefined, to: number | undefined, unit: string): string[] {
  if (from !== undefined && to !== undefined) return [`${from} to ${to}${unit}`]
  if (to !== undefined) return [`at most ${to}${unit}`]
  return from ? [`at least ${from}${unit}`] : []
}

/** The schemas inside of one, each under the name a reader looks for; empty for a plain value. */
export function partsOf(schema: Schema, components: Components): { name: string; schema: Schema; required: boolean }[] {
  const { schema: it } = resolved(schema, components)
  if (it.properties) return Object.entries(it.properties).map(([name, part]) => ({ name, schema: part, required: it.required?.includes(name) ?? false }))
  if (it.items) return partsOf(it.items, components)
  if (typeof it.additionalProperties === 'object') return partsOf(it.additionalProperties, components)
  const choices = (it.oneOf ?? it.anyOf ?? []).filter((one) => partsOf(one, components).length > 0)
  if (choices.length === 1) return partsOf(choices[0]!, components)
  return choices.map((one, i) => ({ name: choiceName(one, components) ?? String(i + 1), schema: one, required: false }))
}

/** A choice is known by the constant it carries, such as `type: "text"`. */
function choiceName(schema: Schema, components: Components): string | undefined {
  const tag = Object.entries(resolved(schema, components).schema.properties ?? {}).find(([, part]) => part.const !== undefined)
  return tag && `${tag[0]}: ${JSON.stringify(tag[1].const)}`
}

/** A value that shows the shape of a schema; only what is required, or all of an object that requires nothing. */
export function sampleOf(schema: Schema, components: Components, depth = 0): unknown {
  const { schema: it } = resolved(schema, components)
  if (it.const !== undefined) return it.const
  if (it.default !== undefined) return it.default
  if (it.enum) return it.enum[0]
  const choices = it.oneOf ?? it.anyOf
  if (choices?.[0]) return sampleOf(choices[0], components, depth)
  const [type] = [it.type ?? 'object'].flat()
  if (type === 'array') return it.items && (it.minItems ?? 0) > 0 && depth < 6 ? [sampleOf(it.items, components, depth + 1)] : []
  if (type === 'object') {
    const fields = Object.entries(it.properties ?? {}).filter(([name]) => it.required?.includes(name) ?? depth === 0)
    return depth < 6 ? Object.fromEntries(fields.map(([name, part]) => [name, sampleOf(part, components, depth + 1)])) : {}
  }
  if (type === 'integer' || type === 'number') return Math.max(0, it.minimum ?? 0)
  if (type === 'boolean') return false
  return type === 'null' ? null : ''
}
