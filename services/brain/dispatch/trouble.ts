import { PortFault } from '@myna/ports/fault'

/** What went wrong with a model: a sentence for admins, how heavily it counts against it, and whether and where to try again. */
export type Trouble = {
  sentence: string
  /** 0: no fault of the model; 3: leave it alone at once. */
  weight: 0 | 1 | 2 | 3
  /** `now`: the same model again; `later`: when the others were asked; `never` in this turn. */
  again: 'now' | 'later' | 'never'
}

/** A model was silent for longer than anybody waits. */
export const late: Trouble = { sentence: 'The language model did not answer in time.', weight: 2, again: 'never' }

/** Reads an error of a model; the sentence never holds a key. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof PortFault)) return { sentence: 'The language model could not be reached.', weight: 1, again: 'later' }
  const sentence = error.message.slice(0, 300)
  const { status, retryable } = error
  if (status === 422) return { sentence, weight: 0, again: 'never' }
  // A wrong key, no credit and too many requests do not go away within a turn.
  if (status !== undefined && [401, 402, 403, 404, 429].includes(status)) return { sentence, weight: 3, again: 'never' }
  if (!retryable) return { sentence, weight: 1, again: 'never' }
  return { sentence, weight: 1, again: status === undefined ? 'now' : 'later' }
}
