import type { ParameterSchema } from '@myna/contracts/tools'
import type { ToolHost } from '@myna/ports/tool-host'
import type { Context } from '#context.ts'
import { type ArgumentCheck, compileCheck } from '#domain/check-arguments.ts'
import type { ConnectionRow } from '#store/present.ts'

type OpenHost = { host: ToolHost; mark: string; settings: Record<string, string> }

/** What this service keeps in a process: compiled schemas, and open plugins and servers. */
type Room = { checks: Map<string, ArgumentCheck>; hosts: Map<string, OpenHost> }

const mostChecks = 500
const mostHosts = 200

const rooms = new WeakMap<Context['db'], Room>()

function roomOf({ db }: Pick<Context, 'db'>): Room {
  let room = rooms.get(db)
  if (!room) rooms.set(db, (room = { checks: new Map(), hosts: new Map() }))
  return room
}

/** The check of a schema, compiled once. Throws when it is no valid schema. */
export function checkOf(context: Pick<Context, 'db'>, schema: ParameterSchema): ArgumentCheck {
  const { checks } = roomOf(context)
  const name = JSON.stringify(schema)
  const check = checks.get(name) ?? compileCheck(schema)
  touch(checks, name, check)
  if (checks.size > mostChecks) checks.delete(checks.keys().next().value!)
  return check
}

/**
 * The plugin or server of a connection, opened once for a tenant and anew when its settings changed; with the settings it was opened with. Throws `PortFault`
 * when there is no such plugin.
 */
export function hostOf(context: Pick<Context, 'db' | 'ports' | 'tenantId' | 'vault'>, connection: ConnectionRow): OpenHost {
  const { hosts } = roomOf(context)
  const name = `${context.tenantId}/${connection.id}`
  const open = hosts.get(name)
  if (open?.mark === connection.sealed_settings) {
    touch(hosts, name, open)
    return open
  }
  forgetHost(context, connection.id)
  const settings = JSON.parse(context.vault.open(context.tenantId, connection.sealed_settings)) as Record<string, string>
  const host = openHost(context, connection, settings)
  const made = { host, mark: connection.sealed_settings, settings }
  hosts.set(name, made)
  if (hosts.size > mostHosts) {
    const [oldest, { host: left }] = hosts.entries().next().value!
    hosts.delete(oldest)
    void left.close()
  }
  return made
}

/** Opens the plugin or server of a connection, to be closed by who opened it. Throws `PortFault` when there is no such plugin. */
export function openHost({ ports }: Pick<Context, 'ports'>, it: { url: string | null; plugin: string | null }, settings: Record<string, string>): ToolHost {
  return it.plugin === null ? ports.connectMcp({ url: it.url!, headers: settings }) : ports.plugins.open(it.plugin, settings)
}

/** Closes the plugin or server of a connection in this process. */
export function forgetHost(context: Pick<Context, 'db' | 'tenantId'>, connectionId: string): void {
  const { hosts } = roomOf(context)
  const name = `${context.tenantId}/${connectionId}`
  void hosts.get(name)?.host.close()
  hosts.delete(name)
}

/** Closes all that is open. */
export async function emptyRoom(context: Pick<Context, 'db'>): Promise<void> {
  const { hosts } = roomOf(context)
  rooms.delete(context.db)
  await Promise.all([...hosts.values()].map(({ host }) => host.close()))
}

/** Puts an entry at the end of a map, whose first is then the one unused for longest. */
function touch<V>(map: Map<string, V>, name: string, value: V): void {
  map.delete(name)
  map.set(name, value)
}
