import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import type { Decoder, SoundSwallowerModule } from 'soundswallower'
import { createEar, type Ear } from './ear.ts'
import type { Answer, Ask } from './messages.ts'

const ears = new Map<number, { ear: Ear; decoder: Decoder }>()
/** Decoders between two listenings: one that is deleted gives only a part of its memory back. */
const idle: Decoder[] = []
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
    const decoder = idle.pop() ?? (await createDecoder())
    const ear = createEar(decoder, ask.phrases)
    ears.set(id, { ear, decoder })
    const words = ear.expect([])
    if (words.length > 0) tell({ kind: 'unknown', id, words })
    return tell({ kind: 'opened', id })
  }
  const it = ears.get(id)
  if (!it) return
  const { ear, decoder } = it
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
    // What was learnt of one room and voice is no help with the next.
    await decoder.reinitialize_audio()
    idle.push(decoder)
  }
}

async function createDecoder(): Promise<Decoder> {
  library ??= load()
  const { Decoder } = await library
  const decoder = new Decoder({ samprate: 16_000, loglevel: 'FATAL' })
  await decoder.initialize()
  return decoder
}

async function load(): Promise<SoundSwallowerModule> {
  const { default: createModule } = await import('soundswallower')
  // Its own idea of where the model lies is relative to the working directory; `modelBase` is missing in its types.
  return createModule({ modelBase: fileURLToPath(new URL('./model/', import.meta.resolve('soundswallower'))) } as Partial<SoundSwallowerModule>)
}
