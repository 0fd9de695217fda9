import type { Handlers } from '@myna/contracts'
import type { knowledge as contract } from '@myna/contracts/knowledge'
import type { Context as KernelContext } from '@myna/kernel'
import type { DocumentReader } from '@myna/ports/document'
import type { Web } from '@myna/ports/web'
import type { Tables } from '#store/tables.ts'

/** Services this one calls. */
export const needs = {}
/** What vendors give it: the one way out to the web, and who reads which files. */
export type Ports = { web: Web; documents: readonly DocumentReader[] }
export type Context = KernelContext<typeof needs, Tables, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
