import type { Answer, Ask } from '../child/messages.ts'

// Loads whatever it is told to, and then answers nothing any more.
const tell = (answer: Answer) => process.send?.(answer)
process.on('disconnect', () => process.exit(0))
process.on('message', (ask: Ask) => ask.kind === 'load' && tell({ kind: 'loaded', name: ask.model.name }))
tell({ kind: 'ready' })
