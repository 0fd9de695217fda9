import { existsSync, readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { parse } from 'yaml'

type Ref = { $ref?: string }
type Channel = {
  bindings?: { ws?: { query?: { properties?: Record<string, object>; required?: string[] } } }
  publish?: { message: Ref & { oneOf?: Ref[] } }
  subscribe?: { message: Ref & { oneOf?: Ref[] } }
}
type Description = { channels?: Record<string, Channel>; components: { schemas: Record<string, object>; messages?: Record<string, { payload: Ref }> } }

const folder = process.env.MYNA_VENDOR_SPECS ?? ''

/**
 * A vendor's own description of its WebSocket (AsyncAPI 2.6 in YAML, or the schemas of an OpenAPI document), by its path below the folder `MYNA_VENDOR_SPECS`; tests
 * that need it skip where it is absent. Wrongs are what is not as described, nothing when all is.
 */
export function socketSpec(file: string) {
  const path = `${folder}/${file}`
  const absent = folder === '' || !existsSync(path)
  let read: { description: Description; ajv: Ajv; compiled: Map<string, ValidateFunction> } | undefined
  const open = () => {
    if (read) return read
    const text = readFileSync(path, 'utf8')
    const description = (path.endsWith('.json') ? JSON.parse(text) : parse(text)) as Description
    const ajv = new Ajv({
      strict: false,
      validateFormats: false,
      logger: false,
      schemas: [{ $id: 'vendor', components: { schemas: rooted(description.components.schemas) } }],
    })
    return (read = { description, ajv, compiled: new Map() })
  }
  const wrongsIn = (schema: object, value: unknown): string[] => {
    const { ajv, compiled } = open()
    const name = JSON.stringify(schema)
    const check = compiled.get(name) ?? ajv.compile(rooted(schema))
    compiled.set(name, check)
    return check(value) ? [] : (check.errors ?? []).map((it: ErrorObject) => `${it.instancePath} ${it.message ?? ''} ${JSON.stringify(it.params)}`)
  }
  return {
    absent,
    /** What is wrong with the settings of a handshake. */
    queryWrongs(channel: string, url: URL): string[] {
      const query = open().description.channels?.[channel]?.bindings?.ws?.query
      if (!query || !url.pathname.endsWith(channel)) return [`no address ${url.pathname}`]
      return [...url.searchParams].flatMap(([name, value]) => {
        const schema = query.properties?.[name]
        return schema ? wrongsIn(schema, value).map((it) => `${name}: ${it}`) : [`no setting ${name}`]
      })
    },
    /** What is wrong with a message of one side, if it is none of those that side may send. */
    messageWrongs(channel: string, side: 'client' | 'vendor', message: object): string[] {
      const { description } = open()
      const said = description.channels?.[channel]?.[side === 'client' ? 'subscribe' : 'publish']?.message
      const wrongs = (said?.oneOf ?? (said ? [said] : [])).map((it) => {
        const name = it.$ref?.replace('#/components/messages/', '') ?? ''
        return wrongsIn(description.components.messages?.[name]?.payload ?? { not: {} }, message)
      })
      return wrongs.some((it) => it.length === 0) ? [] : wrongs.flat()
    },
    /** What is wrong with a value that a schema of this name describes. */
    schemaWrongs: (name: string, value: object): string[] => wrongsIn({ $ref: `#/components/schemas/${name}` }, value),
  }
}

/** References within the description lead to it from everywhere; `nullable` is of OpenAPI 3.0, and means nothing without a type. */
function rooted<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema), (name, value: unknown) => {
    if (name === '$ref' && typeof value === 'string' && value.startsWith('#')) return `vendor${value}`
    if (typeof value !== 'object' || value === null || !('nullable' in value) || 'type' in value) return value
    const { nullable: _, ...others } = value
    return others
  }) as T
}
