import type { Handlers } from '@myna/contracts'
import type { agents as contract } from '@myna/contracts/agents'
import { brain } from '@myna/contracts/brain'
import { knowledge } from '@myna/contracts/knowledge'
import { workspace } from '@myna/contracts/workspace'
import type { Context as KernelContext } from '@myna/kernel'
import type { Tables } from '#store/tables.ts'

/** Services this one calls. */
export const needs = { brain, knowledge, workspace }
export type Context = KernelContext<typeof needs, Tables>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
