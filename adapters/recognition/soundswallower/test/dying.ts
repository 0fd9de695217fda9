import { parentPort } from 'node:worker_threads'
import type { Ask } from '../child/messages.ts'

// Opens its ear, and dies at the first sound.
parentPort?.on('message', ({ kind, id }: Ask) => {
  if (kind === 'open') parentPort?.postMessage({ kind: 'opened', id })
  if (kind === 'sound') throw new Error('the decoder broke')
})
