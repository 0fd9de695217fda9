import type { Handlers } from '@myna/contracts'
import { agents } from '@myna/contracts/agents'
import { brain } from '@myna/contracts/brain'
import type { calls as contract } from '@myna/contracts/calls'
import { voice } from '@myna/contracts/voice'
import { workspace } from '@myna/contracts/workspace'
import type { Context as KernelContext } from '@myna/kernel'
import type { BlobStore } from '@myna/ports/blobs'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { Tables } from '#store/tables.ts'

export type Ports = { recognisers: readonly RecognitionEngine[]; recordings: BlobStore }
/** Services this one calls. */
export const needs = { agents, brain, voice, workspace }
export type Context = KernelContext<typeof needs, Tables, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
