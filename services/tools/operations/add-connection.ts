import { Fault, newId } from '@myna/kernel'
import type { HostedTool } from '@myna/ports/tool-host'
import type { Context, Handle } from '#context.ts'
import { troubleOfHeaders } from '#domain/http-request.ts'
import { freeName, slugOf } from '#domain/hosted-names.ts'
import { putHostedTools } from '#running/host-tools.ts'
import { listHosted } from '#running/list-hosted.ts'
import { openHost } from '#running/room.ts'
import { createConnectionQueries } from '#store/connection-queries.ts'
import { presentConnection } from '#store/present.ts'

type Input = Parameters<Handle<'addConnection'>>[0]
type Place = { name: string; url: string | null; plugin: string | null; settings: Record<string, string> }

/** Connects an MCP server or puts a plugin to use, once it has told what tools it has. Headers and settings are sealed before they are stored. */
export const addConnection: Handle<'addConnection'> = async (input, context) => {
  const { caller, clock, db, tenantId, vault } = context
  const place = await placeOf(input, context)
  if (await db.inTenant(caller, (tx) => createConnectionQueries(tx, tenantId).isTaken(place))) throw taken(place)
  const hosted = await firstList(context, place)
  const row = await db.inTenant(caller, async (tx) => {
    const queries = createConnectionQueries(tx, tenantId)
    const slugs = await queries.takenSlugs()
    if (await queries.isTaken(place)) throw taken(place)
    const made = await queries.insert({
      id: newId(),
      kind: input.kind,
      name: place.name,
      slug: freeName(slugOf(place.plugin ?? place.name), (it) => slugs.has(it)),
      url: place.url,
      plugin: place.plugin,
      sealed_settings: vault.seal(tenantId, JSON.stringify(place.settings)),
      health: 'well',
      last_error: null,
      created_at: clock.now(),
    })
    const leftOut = await putHostedTools(context, tx, made, hosted)
    if (leftOut !== null) await queries.update(made.id, { last_error: leftOut })
    await context.note(tx, {
      action: 'add-tool-connection',
      subject: `tool-connection:${made.id}`,
      detail: { kind: input.kind, name: place.name, url: place.url, plugin: place.plugin },
    })
    return queries.find(made.id)
  })
  return presentConnection(row)
}

async function placeOf(input: Input, { ports }: Context): Promise<Place> {
  if (input.kind === 'mcp') {
    const trouble = troubleOfHeaders(input.headers)
    if (trouble) throw new Fault('request.invalid', {}, { fields: [{ field: 'headers', problem: trouble }] })
    return { name: input.name, url: input.url, plugin: null, settings: input.headers }
  }
  const found = (await ports.plugins.list()).find((it) => it.name === input.plugin)
  if (!found || found.trouble !== null) throw new Fault('tools.plugin_not_found', { plugin: input.plugin, trouble: found?.trouble })
  return { name: found.title.slice(0, 80), url: null, plugin: found.name, settings: input.settings }
}

/** Opened for this alone: the connection has no settings of its own yet. */
async function firstList(context: Context, place: Place): Promise<HostedTool[]> {
  try {
    const host = openHost(context, place, place.settings)
    return await listHosted(host, context).finally(() => host.close())
  } catch (error) {
    const code = place.plugin === null ? 'tools.server_unreachable' : 'tools.plugin_not_found'
    throw new Fault(code, { trouble: (error as Error).message }, { cause: error })
  }
}

function taken({ name, url, plugin }: Place): Fault {
  return new Fault('tools.connection_taken', { name, url, plugin })
}
