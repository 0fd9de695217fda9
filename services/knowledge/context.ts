import type { Handlers } from '@myna/contracts'
import type { knowledge as contract } from '@myna/contracts/knowledge'
import type { Context as KernelContext } from '@myna/kernel'
import type { DocumentReader } from '@myna/ports/document'
import type { Embedder } from '@myna/ports/embedding'
import type { Web } from '@myna/ports/web'
import type { Tables } from '#store/tables.ts'

/** Services this one calls. */
export const needs = {}
/** What vendors give it: the one way out to the web, who reads which files, and what tells meanings apart, if anything does. */
export type Ports = { web: Web; documents: readonly DocumentReader[]; embedder?: Embedder | null }
export type Context = KernelContext<typeof needs, Tables, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
