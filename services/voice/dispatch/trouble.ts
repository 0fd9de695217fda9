import { PortFault } from '@myna/ports/fault'
import { VendorRefusal } from '@myna/ports/vendor-fault'

/** What went wrong with an engine: a sentence for admins, and how heavily it counts against it. */
export type Trouble = {
  sentence: string
  /** 0: no fault of the engine; 3: leave it alone at once. */
  weight: 0 | 1 | 2 | 3
}

/** An engine gave nothing for longer than anybody waits. */
export const late: Trouble = { sentence: 'It did not answer in time.', weight: 2 }

/** An engine went on far longer than its text can take: whatever that is, it is not the text. */
export const endless: Trouble = { sentence: 'It went on far longer than what it was to say.', weight: 3 }

/** An engine ended, or went on, without a sound. */
export const soundless = (): PortFault => new PortFault('It gave no sound.', { retryable: true })

/** Reads an error of an engine; the sentence never holds a key. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof PortFault)) return { sentence: 'It could not be reached.', weight: 1 }
  const sentence = error.message.slice(0, 300)
  // Another text, language or voice may well go.
  if (error instanceof VendorRefusal && ['text', 'language', 'voice', 'plan'].includes(error.refusal)) return { sentence, weight: 0 }
  // A wrong key, no credit and too many requests do not go away within a sentence.
  if (error.status !== undefined && [401, 402, 403, 404, 429].includes(error.status)) return { sentence, weight: 3 }
  return { sentence, weight: 1 }
}
