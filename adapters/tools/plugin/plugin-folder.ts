import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import { PortFault } from '@myna/ports/fault'
import type { HostedTool, PluginFolder, ToolCall, ToolHost } from '@myna/ports/tool-host'
import { fingerprint } from '#fingerprint.ts'
import { isPluginName, type Manifest, readManifest } from '#manifest.ts'
import { createPluginPool, type PluginPool } from '#plugin-pool.ts'
import type { Log, PluginGround } from '#plugin-process.ts'

/** A folder of plugins that holds processes; `close` ends them. */
export type OpenPluginFolder = PluginFolder & { processCount(): number; close(): Promise<void> }

type Options = {
  folder: string
  /** Refuses private addresses and follows no redirect. */
  fetch: typeof globalThis.fetch
  log?: Log
  /** Processes at a time; 8 unless said. */
  mostProcesses?: number
  /** How long a process stays after its last run; a minute unless said. */
  idleMs?: number
}

const mostPlugins = 200

/**
 * The plugins in a folder: `<name>/plugin.json` and `<name>/index.mjs`. The folder is read anew each time, so new plugins are found and changed ones are
 * loaded without a restart. Each organisation's use of a plugin has processes of its own.
 */
export function createPluginFolder({ folder, fetch, log = { debug() {}, warn() {} }, mostProcesses = 8, idleMs = 60_000 }: Options): OpenPluginFolder {
  const pool = createPluginPool({ most: mostProcesses, mostOfOwner: Math.max(1, Math.ceil(mostProcesses / 2)), idleMs })
  return {
    async list() {
      if (!existsSync(folder)) return []
      return readdirSync(folder, { withFileTypes: true })
        .filter((it) => (it.isDirectory() || it.isSymbolicLink()) && existsSync(join(folder, it.name, 'plugin.json')))
        .map((it) => it.name)
        .sort()
        .slice(0, mostPlugins)
        .map((name) => readManifest(join(folder, name), name).found)
    },
    open(name, settings) {
      const own = join(folder, name)
      if (!isPluginName(name) || !existsSync(join(own, 'plugin.json'))) throw absent(name)
      return createPluginHost({ name, folder: own, settings, fetch, log, pool })
    },
    processCount: () => pool.count(),
    close: async () => pool.end(),
  }
}

type HostOptions = { name: string; folder: string; settings: Record<string, string>; fetch: typeof globalThis.fetch; log: Log; pool: PluginPool }

function createPluginHost({ name, folder, settings, fetch, log, pool }: HostOptions): ToolHost {
  const owner = {}
  const manifest = (): Manifest => {
    if (!existsSync(join(folder, 'plugin.json'))) throw absent(name)
    const it = readManifest(folder, name)
    if (it.found.trouble !== null) throw new PortFault(`The plugin ${name} cannot be used. ${it.found.trouble}`, { retryable: false })
    return it
  }
  const placeOf = ({ found }: Manifest, signal: AbortSignal) => {
    const real = `${realpathSync(folder)}${sep}`
    const ground: PluginGround = { name, folder: real, hosts: found.hosts, fetch, log }
    return { owner, mark: fingerprint(real), ground, signal }
  }
  return {
    async list(signal): Promise<HostedTool[]> {
      const it = manifest()
      const functions = await pool.lend(placeOf(it, signal), (process) => process.functions)
      const lacking = it.tools.find((tool) => !functions.includes(tool.name))
      if (lacking) throw new PortFault(`The plugin ${name} has no function "${lacking.name}" in its index.mjs.`, { retryable: false })
      return it.tools
    },
    async run(call: ToolCall) {
      const it = manifest()
      if (!it.tools.some((tool) => tool.name === call.name)) throw new PortFault(`The plugin ${name} no longer has this tool.`, { retryable: false })
      const deadline = AbortSignal.any([call.signal, AbortSignal.timeout(call.timeoutMs)])
      return pool.lend(placeOf(it, deadline), (process) => process.run(call, settings))
    },
    close: async () => pool.end(owner),
  }
}

function absent(name: string): PortFault {
  return new PortFault(`There is no plugin ${name.slice(0, 64)}.`, { retryable: false })
}
