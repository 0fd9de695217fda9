import type library from 'sherpa-onnx-node'
import { type Hearing, loadHearing } from './hearing.ts'
import type { Answer, Ask } from './messages.ts'
import { loadSpeaking, type Speaking } from './speaking.ts'

const openers = new Map<string, () => Hearing>()
const hearings = new Map<number, Hearing>()
const voices = new Map<string, Speaking>()
/** Segments asked for and not yet spoken; true once they are not wanted any more. */
const segments = new Map<number, boolean>()
let turn = Promise.resolve()

const tell = (answer: Answer) => {
  // The parent may have gone meanwhile; the disconnect ends this process.
  if (process.connected) process.send?.(answer)
}

process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches the whole process group; the parent decides when this process ends.
process.on('SIGINT', () => {})

try {
  // Loaded here and not above, so that a missing package is an answer and not a crash.
  const { default: sherpa } = await import('sherpa-onnx-node')
  process.on('message', (ask: Ask) => {
    if (ask.kind === 'stop') return void (segments.has(ask.id) && segments.set(ask.id, true))
    if (ask.kind === 'speak') segments.set(ask.id, false)
    // One thing after the other, in the order asked.
    turn = turn.then(() => answer(sherpa, ask)).catch((error: unknown) => refuse(ask, error))
  })
  tell({ kind: 'ready' })
} catch (error) {
  const isAbsent = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
  tell({ kind: 'broken', reason: isAbsent ? 'its package is not installed.' : `${String(error).split('\n')[0]}.` })
}

async function answer(sherpa: typeof library, ask: Ask): Promise<void> {
  if (ask.kind === 'load') {
    if (ask.model.as === 'speech') voices.set(ask.model.name, await loadSpeaking(sherpa, ask.model))
    else openers.set(ask.model.name, loadHearing(sherpa, ask.model))
    tell({ kind: 'loaded', name: ask.model.name })
  } else if (ask.kind === 'unload') {
    voices.delete(ask.name)
    openers.delete(ask.name)
    // What the library holds is freed with the object that stands for it.
    globalThis.gc?.()
  } else if (ask.kind === 'open') {
    const open = openers.get(ask.name)
    if (!open) throw new Error(`${ask.name} is not loaded`)
    hearings.set(ask.id, open())
  } else if (ask.kind === 'hear') {
    const text = hearings.get(ask.id)?.hear(ask.pcm)
    tell({ kind: 'took', id: ask.id, bytes: ask.pcm.byteLength })
    if (text !== undefined) tell({ kind: 'heard', id: ask.id, text, final: false })
  } else if (ask.kind === 'over') {
    tell({ kind: 'heard', id: ask.id, text: hearings.get(ask.id)?.over() ?? '', final: true })
  } else if (ask.kind === 'close') hearings.delete(ask.id)
  else if (ask.kind === 'speak') {
    const { id } = ask
    const voice = voices.get(ask.name)
    if (!voice) throw new Error(`${ask.name} is not loaded`)
    if (segments.get(id) === false)
      await voice(
        ask,
        (sound) => tell({ kind: 'sound', id, sound }),
        () => segments.get(id) !== false,
      )
    segments.delete(id)
    tell({ kind: 'spoken', id })
  }
}

function refuse(ask: Ask, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error)
  if (ask.kind === 'load') return tell({ kind: 'unfit', name: ask.model.name, reason })
  if (!('id' in ask)) return
  segments.delete(ask.id)
  tell({ kind: 'failed', id: ask.id, reason })
}
