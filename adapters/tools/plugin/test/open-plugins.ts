import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ToolCall } from '@myna/ports/tool-host'
import { createPluginFolder } from '#plugin-folder.ts'

const examples = fileURLToPath(new URL('../../../../docs/guide/plugin-example/', import.meta.url))

/** A plugin folder of a test, into which plugins are written while it is open. */
export function openPlugins(options: { fetch?: typeof globalThis.fetch; mostProcesses?: number; idleMs?: number } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'myna-plugins-'))
  const lines: string[] = []
  const log = {
    debug: (detail: object) => void lines.push(JSON.stringify(detail)),
    warn: (detail: object) => void lines.push(JSON.stringify(detail)),
  }
  const plugins = createPluginFolder({ folder, fetch: globalThis.fetch, log, ...options })
  return {
    ...plugins,
    folder,
    /** What was logged, as JSON. */
    lines,
    /** Writes a plugin whose tools are the functions its source exports. */
    write(name: string, source: string, change: Record<string, unknown> = {}) {
      const tools = [...source.matchAll(/export (?:async )?(?:function|const) (\w+)/g)].map(([, tool]) => ({ name: tool, title: tool, description: '' }))
      mkdirSync(join(folder, name), { recursive: true })
      writeFileSync(join(folder, name, 'plugin.json'), JSON.stringify({ name, version: '1.0.0', title: name, description: '', hosts: [], tools, ...change }))
      writeFileSync(join(folder, name, 'index.mjs'), source)
    },
    /** Copies the plugin of the guide, with other hosts. */
    copyExample(name: string, hosts: readonly string[]) {
      cpSync(join(examples, name), join(folder, name), { recursive: true })
      const file = join(folder, name, 'plugin.json')
      writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), hosts }))
    },
    async close() {
      await plugins.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A call with generous limits. */
export function callOf(name: string, args: Record<string, unknown> = {}, change: Partial<ToolCall> = {}): ToolCall {
  return { name, arguments: args, idempotencyKey: 'test-key-1', timeoutMs: 10_000, maxBytes: 200_000, signal: new AbortController().signal, ...change }
}

/** The message of the fault that work ends with. */
export async function sentenceOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    (it) => `no fault: ${JSON.stringify(it)}`,
    (error: Error) => (error.name === 'PortFault' ? error.message : `${error.name}: ${error.message}`),
  )
}
