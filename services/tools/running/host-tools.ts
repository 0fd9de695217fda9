import { newId } from '@myna/kernel'
import type { HostedTool } from '@myna/ports/tool-host'
import type { Transaction } from 'kysely'
import type { Context } from '#context.ts'
import { errandToolOf } from '#domain/errand-tools.ts'
import { freeName } from '#domain/hosted-names.ts'
import { compiledSchema } from '#running/compiled-schema.ts'
import { createToolQueries } from '#store/tool-queries.ts'
import type { Tables } from '#store/tables.ts'

const mostTools = 200

/**
 * Brings the tools of a connection to what its plugin or server has now, inside the caller's transaction. New ones ask the caller for a yes until an admin
 * says otherwise; vanished ones stay, marked. Answers a sentence about those that cannot be used, or null.
 */
export async function putHostedTools(
  context: Context,
  tx: Transaction<Tables>,
  connection: { id: string; kind: 'mcp' | 'plugin'; slug: string },
  hosted: readonly HostedTool[],
): Promise<string | null> {
  const queries = createToolQueries(tx, context.tenantId)
  const known = new Map((await queries.listOfConnection(connection.id)).map((it) => [it.hosted_name, it]))
  const taken = await queries.takenNames()
  const left: string[] = []
  const seen = new Set<string>()
  for (const it of hosted.slice(0, mostTools)) {
    const { schema } = compiledSchema(context, it.parameters, 'hosted')
    if (schema === undefined || seen.has(it.name)) {
      left.push(it.name)
      continue
    }
    seen.add(it.name)
    const shown = {
      title: storable(it.title, 120) || it.name,
      description: storable(it.description, 2000),
      parameters: JSON.stringify(schema),
      missing: false,
      updated_at: context.clock.now(),
    }
    const row = known.get(it.name)
    if (row) await queries.update(row.id, shown)
    else {
      const name = freeName(`${connection.slug}_${it.name}`, (wished) => taken.has(wished) || errandToolOf({ name: wished }) !== undefined)
      taken.add(name)
      await queries.insert({
        id: newId(),
        name,
        kind: connection.kind,
        connection_id: connection.id,
        hosted_name: it.name,
        changes: 'records',
        timeout_ms: 10_000,
        enabled: true,
        request: null,
        sealed_headers: null,
        ...shown,
      })
    }
  }
  for (const row of known.values())
    if (!seen.has(row.hosted_name!) && !row.missing) await queries.update(row.id, { missing: true, updated_at: context.clock.now() })
  if (left.length === 0) return null
  return `${left.length} of its tools cannot be used, for their parameters cannot be checked: ${left.slice(0, 10).join(', ')}.`.slice(0, 500)
}

function storable(text: string, longest: number): string {
  return text.replaceAll('\0', '').slice(0, longest).toWellFormed().trim()
}
