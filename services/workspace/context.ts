import type { Handlers } from '@myna/contracts'
import type { workspace as contract } from '@myna/contracts/workspace'
import type { Context as KernelContext } from '@myna/kernel'
import type { Presence } from '@myna/ports/presence'
import type { Tables } from '#store/tables.ts'

/** Services this one calls. */
export const needs = {}
/** `presence`: who is here now; without it nobody can tell. */
export type Ports = { presence?: Presence | undefined }
export type Context = KernelContext<typeof needs, Tables, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
