import type { CompiledQuery } from 'kysely'
import { currentSpan, type Span } from '#trace/span.ts'

const rawVerbs = new Set(['select', 'insert', 'update', 'delete', 'with', 'commit', 'begin', 'rollback', 'lock'])

/** A span for a statement, by its class and table: never by its text, which may hold values. Undefined when nothing is traced. */
export function statementSpan(query: CompiledQuery): Span | undefined {
  const span = currentSpan()
  if (!span) return undefined
  const { verb, table } = classOf(query)
  return span.child(table === undefined ? verb : `${verb} ${table}`, {
    kind: 'client',
    attributes: { 'db.system.name': 'postgresql', 'db.operation.name': verb, ...(table === undefined ? {} : { 'db.collection.name': table }) },
  })
}

type Named = { table?: { identifier?: { name?: unknown } } }

function classOf(compiled: CompiledQuery): { verb: string; table: string | undefined } {
  const root = compiled.query as unknown as { kind: string; into?: Named; table?: Named; from?: { froms?: Named[] } }
  const verb = /^(Select|Insert|Update|Delete|Merge)QueryNode$/.exec(root.kind)?.[1]?.toUpperCase()
  if (verb === undefined) {
    const first = /^\s*(\w+)/.exec(compiled.sql)?.[1]?.toLowerCase() ?? ''
    return { verb: rawVerbs.has(first) ? first.toUpperCase() : 'OTHER', table: undefined }
  }
  const name = (root.into ?? root.table ?? root.from?.froms?.[0])?.table?.identifier?.name
  return { verb, table: typeof name === 'string' ? name : undefined }
}
