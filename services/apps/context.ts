import type { Handlers } from '@myna/contracts'
import type { apps as contract } from '@myna/contracts/apps'
import type { Context as KernelContext } from '@myna/kernel'
import type { Web } from '@myna/ports/web'
import type { Tables } from '#store/tables.ts'

/** Services this one calls. */
export const needs = {}
/** The guarded way to applications, and hosts (`name` or `name:port`) the operator lets be reached although they are private, and without TLS. */
export type Ports = { web: Web; allowHosts: readonly string[] }
export type Context = KernelContext<typeof needs, Tables, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
