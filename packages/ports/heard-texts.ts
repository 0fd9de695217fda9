import type { PortFault } from './fault.ts'
import type { Recognised } from './recognition.ts'

/** Texts on their way from a recogniser to the one who reads them. */
export type HeardTexts = {
  readonly texts: AsyncIterable<Recognised>
  readonly over: boolean
  /** A text that is not final takes the place of one that was not read yet, so that only final ones gather. */
  say(it: Recognised): void
  /** Nothing follows; with a fault, reading throws it after what was heard before. */
  end(fault?: PortFault): void
}

/** A queue of texts with one reader. */
export function createHeardTexts(): HeardTexts {
  const waiting: Recognised[] = []
  let over = false
  let fault: PortFault | undefined
  let wake = () => {}

  async function* read(): AsyncGenerator<Recognised, void> {
    for (;;) {
      const text = waiting.shift()
      if (text) yield text
      else if (fault) throw fault
      else if (over) return
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    texts: read(),
    get over() {
      return over
    },
    say(it) {
      if (over) return
      if (waiting.at(-1)?.final === false) waiting.pop()
      waiting.push(it)
      wake()
    },
    end(why) {
      if (over) return
      over = true
      fault = why
      // Whoever closes a listening does not wait for its texts.
      if (!why) waiting.length = 0
      wake()
    },
  }
}
