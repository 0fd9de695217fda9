import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { HostedTool, PluginFound } from '@myna/ports/tool-host'

/** A plugin as its manifest describes it; `found.trouble` says why it cannot be used, and then it has no tools. */
export type Manifest = { found: PluginFound; tools: HostedTool[] }

const longestManifest = 64_000
const mostTools = 50
const mostHosts = 20
const hostEntry = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:]{2,45}\])(?::\d{1,5})?$/

/** Whether a name can be one of a plugin: small letters, digits and -. */
export function isPluginName(name: string): boolean {
  return /^[a-z][a-z0-9-]{0,63}$/.test(name)
}

/** Reads `plugin.json` of a plugin's folder and checks all of it; never throws. */
export function readManifest(folder: string, name: string): Manifest {
  const nothing = { name, version: '', title: name, description: '', hosts: [] }
  try {
    if (!isPluginName(name)) throw new Error('The name of its folder must be small letters, digits and -.')
    const file = join(folder, 'plugin.json')
    if (statSync(file).size > longestManifest) throw new Error('Its plugin.json is larger than 64 KB.')
    const manifest = checked(parsed(readFileSync(file, 'utf8')), name)
    if (!existsSync(join(folder, 'index.mjs'))) throw new Error('It has no index.mjs.')
    return manifest
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const trouble = code ? `Its plugin.json cannot be read (${code}).` : (error as Error).message
    return { found: { ...nothing, trouble }, tools: [] }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('Its plugin.json is no JSON.')
  }
}

function checked(it: unknown, name: string): Manifest {
  if (!isObject(it)) throw new Error('Its plugin.json is no JSON object.')
  if (it.name !== name) throw new Error(`Its plugin.json names "${String(it.name).slice(0, 80)}", but its folder is "${name}".`)
  const { hosts = [], tools } = it
  if (!Array.isArray(hosts) || hosts.length > mostHosts || !hosts.every((host) => typeof host === 'string' && hostEntry.test(host)))
    throw new Error('Its "hosts" must be a list of up to 20 hosts such as "api.example.com" or "api.example.com:8443".')
  if (!Array.isArray(tools) || tools.length === 0 || tools.length > mostTools) throw new Error('Its "tools" must be a list of 1 to 50 tools.')
  const read = tools.map(toolOf)
  if (new Set(read.map((tool) => tool.name)).size < read.length) throw new Error('Two of its tools have the same name.')
  const found = {
    name,
    version: textOf(it, 'version', 40),
    title: textOf(it, 'title', 120),
    description: textOf(it, 'description', 2000, ''),
    hosts: hosts as string[],
    trouble: null,
  }
  return { found, tools: read }
}

function toolOf(it: unknown): HostedTool {
  if (!isObject(it) || typeof it.name !== 'string' || !/^[a-z][a-z0-9_]{0,63}$/.test(it.name))
    throw new Error('The name of each of its tools must be small letters, digits and _, such as check_stock.')
  const { parameters = { type: 'object' } } = it
  if (!isObject(parameters) || parameters.type !== 'object') throw new Error(`The parameters of its tool "${it.name}" must be a JSON Schema of an object.`)
  return {
    name: it.name,
    title: textOf(it, 'title', 120, it.name),
    description: textOf(it, 'description', 2000, ''),
    parameters: parameters as HostedTool['parameters'],
  }
}

function textOf(it: Record<string, unknown>, field: string, longest: number, fallback?: string): string {
  const value = it[field] ?? fallback
  if (typeof value !== 'string' || (value.trim() === '' && fallback === undefined)) throw new Error(`Its "${field}" must be text.`)
  if (value.length > longest) throw new Error(`Its "${field}" is longer than ${longest} characters.`)
  return value
}

function isObject(it: unknown): it is Record<string, unknown> {
  return typeof it === 'object' && it !== null && !Array.isArray(it)
}
