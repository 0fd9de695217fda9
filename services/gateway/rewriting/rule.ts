/**
 * One difference between a version of the API and the one before it, as data, told in the direction from old to new. A path names fields by dots, `*` each
 * element of a list: `items.*.name`.
 */
export type Rule =
  /** The field stands elsewhere, or has another name. Both paths go through the same lists. */
  | { move: string; to: string }
  /** The field is new; who does not know it means this. */
  | { add: string; value: unknown }
  /** The field is gone; who still looks for it finds this. */
  | { drop: string; value: unknown }

/** What a rule does to a JSON body. Never changes the body it is given. */
export type Rewrite = (body: unknown) => unknown

type Path = { each: readonly string[][]; field: readonly string[] }
type Fields = Readonly<Record<string, unknown>>

const forbidden = new Set(['__proto__', 'constructor', 'prototype', ''])

/** A rewrite from the older version to the newer. Throws on a path that cannot be. */
export function upward(rule: Rule): Rewrite {
  if ('move' in rule) return moving(rule.move, rule.to)
  if ('add' in rule) return adding(rule.add, rule.value)
  return dropping(rule.drop)
}

/** The rewrite back. What was moved stands where it was, what was added is gone, what was dropped has its value. */
export function downward(rule: Rule): Rewrite {
  if ('move' in rule) return moving(rule.to, rule.move)
  if ('add' in rule) return dropping(rule.add)
  return adding(rule.drop, rule.value)
}

/** One rewrite after the other; undefined for none. */
export function inTurn(rewrites: readonly Rewrite[]): Rewrite | undefined {
  if (rewrites.length === 0) return undefined
  return (body) => rewrites.reduce((it, rewrite) => rewrite(it), body)
}

function moving(from: string, to: string): Rewrite {
  const [source, target] = [pathOf(from), pathOf(to)]
  if (JSON.stringify(source.each) !== JSON.stringify(target.each)) throw new Error(`"${from}" and "${to}" do not go through the same lists`)
  return (body) =>
    inEach(body, source.each, (fields) => {
      const value = read(fields, source.field)
      // A field that is there already is nobody's to overwrite.
      if (value === undefined || read(fields, target.field) !== undefined) return fields
      const moved = write(without(fields, source.field), target.field, value)
      return moved ?? fields
    })
}

function adding(path: string, value: unknown): Rewrite {
  const { each, field } = pathOf(path)
  return (body) => inEach(body, each, (fields) => (read(fields, field) === undefined ? (write(fields, field, value) ?? fields) : fields))
}

function dropping(path: string): Rewrite {
  const { each, field } = pathOf(path)
  return (body) => inEach(body, each, (fields) => (read(fields, field) === undefined ? fields : without(fields, field)))
}

function pathOf(text: string): Path {
  const parts = text.split('.')
  if (parts.some((it) => forbidden.has(it))) throw new Error(`"${text}" is no path of a rule`)
  const last = parts.lastIndexOf('*')
  const field = parts.slice(last + 1)
  if (field.length === 0) throw new Error(`"${text}" ends in a list and names no field`)
  const each: string[][] = []
  let at: string[] = []
  for (const part of parts.slice(0, last + 1)) {
    if (part !== '*') at.push(part)
    else {
      each.push(at)
      at = []
    }
  }
  return { each, field }
}

/** The body with each object that a path leads to changed. */
function inEach(body: unknown, each: readonly string[][], change: (fields: Fields) => Fields): unknown {
  const [first, ...rest] = each
  if (first === undefined) return isFields(body) ? change(body) : body
  const list = first.length === 0 ? body : isFields(body) ? read(body, first) : undefined
  if (!Array.isArray(list)) return body
  const changed = list.map((it) => inEach(it, rest, change))
  if (changed.every((it, at) => it === list[at])) return body
  return first.length === 0 ? changed : (write(body as Fields, first, changed) ?? body)
}

function isFields(it: unknown): it is Fields {
  return typeof it === 'object' && it !== null && !Array.isArray(it)
}

function read(fields: Fields, path: readonly string[]): unknown {
  let it: unknown = fields
  for (const name of path) {
    if (!isFields(it) || !Object.hasOwn(it, name)) return undefined
    it = it[name]
  }
  return it
}

/** A copy with the field set; undefined where something else than an object is on its way. */
function write(fields: Fields, [name, ...rest]: readonly string[], value: unknown): Fields | undefined {
  if (name === undefined) return undefined
  if (rest.length === 0) return { ...fields, [name]: value }
  const inner = Object.hasOwn(fields, name) ? fields[name] : {}
  const changed = isFields(inner) ? write(inner, rest, value) : undefined
  return changed && { ...fields, [name]: changed }
}

/** A copy without the field, and without objects that hold nothing any more. */
function without(fields: Fields, [name, ...rest]: readonly string[]): Fields {
  if (name === undefined) return fields
  const { [name]: inner, ...others } = fields
  if (rest.length === 0) return others
  const left = without(inner as Fields, rest)
  return Object.keys(left).length === 0 ? others : { ...fields, [name]: left }
}
