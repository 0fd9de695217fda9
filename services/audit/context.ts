import type { KeyObject } from 'node:crypto'
import type { Handlers } from '@myna/contracts'
import type { audit as contract } from '@myna/contracts/audit'
import type { Context as KernelContext } from '@myna/kernel'
import type { Tables } from '#store/tables.ts'

/** The newest head of a chain, remembered where the database cannot reach. */
export type Anchors = {
  remember(tenantId: string, head: Anchor): Promise<void>
  recall(tenantId: string): Promise<Anchor | undefined>
}
export type Anchor = { sequence: number; hash: string }

export type Ports = { signingKey: KeyObject; anchors: Anchors }
/** Services this one calls. */
export const needs = {}
export type Context = KernelContext<typeof needs, Tables, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
