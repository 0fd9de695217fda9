import { newId } from '@myna/kernel'
import type { NewTurn } from '#store/conversation-queries.ts'

/** A turn of the agent with nothing in it yet. */
export const emptyTurn = (at: Date): NewTurn => ({
  id: newId(),
  speaker: 'agent',
  text: '',
  meant: null,
  language: null,
  sources: '[]',
  confidence: null,
  refused: false,
  engine: null,
  interrupted: false,
  move: null,
  at,
})
