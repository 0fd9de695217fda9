import type { ParameterSchema } from '@myna/contracts/tools'
import { Fault } from '@myna/kernel'
import type { Context } from '#context.ts'
import { type ReadSchema, readSchema } from '#domain/parameter-schema.ts'
import { checkOf } from '#running/room.ts'

/** Reads a schema and compiles it; what does not compile is trouble like any other. */
export function compiledSchema(context: Pick<Context, 'db'>, given: unknown, of: 'own' | 'hosted'): ReadSchema {
  const read = readSchema(given, of)
  if (read.trouble !== undefined) return read
  try {
    checkOf(context, read.schema)
    return read
  } catch (error) {
    return { trouble: error instanceof Error ? error.message.slice(0, 300) : 'it is no valid JSON Schema' }
  }
}

/** A schema that can be checked against. Throws `tools.schema_wrong`. */
export function ownSchema(context: Pick<Context, 'db'>, given: unknown): ParameterSchema {
  const { schema, trouble } = compiledSchema(context, given, 'own')
  if (schema === undefined) throw new Fault('tools.schema_wrong', { trouble }, { fields: [{ field: 'parameters', problem: trouble }] })
  return schema
}
