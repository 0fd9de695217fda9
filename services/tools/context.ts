import type { Handlers } from '@myna/contracts'
import type { tools as contract } from '@myna/contracts/tools'
import type { Context as KernelContext } from '@myna/kernel'
import type { HttpToolRunner, McpConnector, PluginFolder } from '@myna/ports/tool-host'
import type { Tables } from '#store/tables.ts'

/** Services this one calls. */
export const needs = {}
/** What vendors give it. */
export type Ports = { runHttp: HttpToolRunner; connectMcp: McpConnector; plugins: PluginFolder }
export type Context = KernelContext<typeof needs, Tables, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
