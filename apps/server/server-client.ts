import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Api, createClient } from '@myna/sdk'
import type { Config } from '#config.ts'
import { readOperatorToken } from '#secrets.ts'

type Saved = { url: string; apiKey: string }

/** How the command line proves who it is. */
export type Access = { api: Api; url: string; how: 'operator' | 'API key' | 'nobody' }

/**
 * A client of the configured server: with `MYNA_API_KEY`, or what `myna login` saved, or, on the server's own machine, the operator token in the
 * data folder. `tenant` (an id) says for which organisation the operator acts; the first one otherwise.
 */
export function connect(config: Config, tenant?: string): Access {
  const saved = readSaved()
  const apiKey = config.apiKey ?? (saved && sameServer(saved.url, config.url) ? saved.apiKey : undefined)
  const token = apiKey ?? readOperatorToken(config.dataFolder)
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  if (tenant && !apiKey) headers['x-myna-tenant'] = tenant
  return {
    api: createClient({ baseUrl: `${config.url}/api/v1`, headers: () => headers }),
    url: config.url,
    how: apiKey ? 'API key' : token ? 'operator' : 'nobody',
  }
}

/** Saves an API key for a server, readable by its owner alone. */
export function saveKey(it: Saved): string {
  const { folder, file } = savedPlace()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(file, `${JSON.stringify(it, null, 2)}\n`, { mode: 0o600 })
  return file
}

function readSaved(): Saved | undefined {
  const { file } = savedPlace()
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Saved
  } catch {
    return undefined
  }
}

function savedPlace(): { folder: string; file: string } {
  const folder = join(homedir(), '.config', 'myna')
  return { folder, file: join(folder, 'login.json') }
}

function sameServer(a: string, b: string): boolean {
  return new URL(a).host === new URL(b).host
}
