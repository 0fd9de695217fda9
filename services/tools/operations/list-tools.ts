import { Fault, page, readCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { errandTools } from '#domain/errand-tools.ts'
import { presentTool } from '#store/present.ts'
import { createToolQueries } from '#store/tool-queries.ts'

/** Lists tools by name, built-in ones among the others. */
export const listTools: Handle<'listTools'> = async ({ limit, cursor, kind, q }, { caller, db, tenantId }) => {
  const after = nameIn(cursor)
  const rows = await db.inTenant(caller, (tx) => createToolQueries(tx, tenantId).list({ kind, q }, after, limit + 1))
  const wanted = q?.toLowerCase() ?? ''
  const builtIn = errandTools
    .map((it) => it.tool)
    .filter((it) => (kind === undefined || kind === 'errand') && (after === undefined || it.name > after))
    .filter((it) => [it.name, it.title, it.description].some((text) => text.toLowerCase().includes(wanted)))
  const all = [...builtIn, ...rows.map(presentTool)].sort((a, b) => (a.name < b.name ? -1 : 1))
  return page(all.slice(0, limit + 1), limit, (it) => [it.name])
}

/** The name a list goes on from. Throws `request.invalid` when the cursor is of another list. */
function nameIn(cursor: string | undefined): string | undefined {
  const name = readCursor(cursor)?.[0]
  if (name === undefined || (typeof name === 'string' && /^[a-z][a-z0-9_]*$/.test(name))) return name
  throw new Fault('request.invalid', {}, { fields: [{ field: 'cursor', problem: 'is a cursor of another list' }] })
}
