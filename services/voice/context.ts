import type { Handlers } from '@myna/contracts'
import type { voice as contract } from '@myna/contracts/voice'
import type { Context as KernelContext } from '@myna/kernel'
import type { BlobStore } from '@myna/ports/blobs'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { SpeechEngine } from '@myna/ports/speech'

export const needs = {}
/** Engines in the order they are preferred; `cache` keeps whole utterances, undefined keeps none. */
export type Ports = { engines: readonly SpeechEngine[]; recognisers: readonly RecognitionEngine[]; cache: BlobStore | undefined }
export type Context = KernelContext<typeof needs, {}, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
