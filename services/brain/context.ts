import type { Handlers } from '@myna/contracts'
import type { brain as contract } from '@myna/contracts/brain'
import { knowledge } from '@myna/contracts/knowledge'
import { tools } from '@myna/contracts/tools'
import type { Context as KernelContext } from '@myna/kernel'
import type { LanguageModelMaker } from '@myna/ports/language-model'
import type { Tables } from '#store/tables.ts'

/** Services this one calls. */
export const needs = { knowledge, tools }
/** What vendors give it. */
export type Ports = { makeLanguageModel: LanguageModelMaker }
export type Context = KernelContext<typeof needs, Tables, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
