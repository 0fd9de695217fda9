import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import type { SoundSwallowerModule } from 'soundswallower'
import { createEar, type Ear } from './ear.ts'
import type { Answer, Ask } from './messages.ts'

const ears = new Map<number, Ear>()
let library: Promise<SoundSwallowerModule> | undefined
let turn = Promise.resolve()

const tell = (answer: Answer) => parentPort?.postMessage(answer)

// One thing after the other: opening waits for the model, and what comes meanwhile waits for the opening.
parentPort?.on('message', (ask: Ask) => {
  turn = turn.then(() => answer(ask)).catch((error: unknown) => tell({ kind: 'failed', id: ask.id, reason: String(error) }))
})

async function answer(ask: Ask): Promise<void> {
  const { id } = ask
  if (ask.kind === 'open') {
    library ??= load()
    const { Decoder } = await library
    const decoder = new Decoder({ samprate: 16_000, loglevel: 'FATAL' })
    await decoder.initialize()
    ears.set(id, createEar(decoder, ask.phrases))
    const words = ears.get(id)!.expect([])
    if (words.length > 0) tell({ kind: 'unknown', id, words })
    return tell({ kind: 'opened', id })
  }
  const ear = ears.get(id)
  if (!ear) return
  if (ask.kind === 'sound') {
    const text = ear.hear(ask.pcm)
    tell({ kind: 'took', id, bytes: ask.pcm.byteLength })
    if (text !== undefined) tell({ kind: 'heard', id, text, final: false })
  } else if (ask.kind === 'end') tell({ kind: 'heard', id, text: ear.end(), final: true })
  else if (ask.kind === 'expect') {
    const words = ear.expect(ask.phrases)
    if (words.length > 0) tell({ kind: 'unknown', id, words })
  } else {
    ears.delete(id)
    ear.close()
  }
}

async function load(): Promise<SoundSwallowerModule> {
  const { default: createModule } = await import('soundswallower')
  // Its own idea of where the model lies is relative to the working directory; `modelBase` is missing in its types.
  return createModule({ modelBase: fileURLToPath(new URL('./model/', import.meta.resolve('soundswallower'))) } as Partial<SoundSwallowerModule>)
}
