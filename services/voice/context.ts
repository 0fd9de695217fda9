import type { Handlers } from '@myna/contracts'
import type { voice as contract } from '@myna/contracts/voice'
import type { Context as KernelContext } from '@myna/kernel'
import type { BlobStore } from '@myna/ports/blobs'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { SpeechEngine } from '@myna/ports/speech'
import type { RecognitionMaker, SpeechMaker } from '@myna/ports/speech-vendor'
import type { Tables } from '#store/tables.ts'

export const needs = {}
/** What vendors and this machine give it. */
export type Ports = {
  /** Engines of this machine in the order they are preferred; vendors of a tenant come before them. */
  engines: readonly SpeechEngine[]
  recognisers: readonly RecognitionEngine[]
  /** Recognisers of this machine that take no dictation: they know words they expect, and listen when nobody else can. */
  grammars?: readonly RecognitionEngine[]
  /** Keeps whole utterances; absent: none are kept. */
  cache?: BlobStore | undefined
  makeSpeech: SpeechMaker
  makeRecognition: RecognitionMaker
}
export type Context = KernelContext<typeof needs, Tables, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
