import { setTimeout as sleep } from 'node:timers/promises'
import { PortFault } from '@myna/ports/fault'
import type { LanguageModelMaker, ModelMessage } from '@myna/ports/language-model'

/** What the model does with the next requests. */
type Script = { say?: string[]; fault?: PortFault /** Says nothing more after its words and never ends. */; hangs?: boolean }

/** A language model that says what it is told to, and remembers what it was asked and with which key. */
export function createScriptedModel() {
  const asked: ModelMessage[][] = []
  const keys: (string | undefined)[] = []
  let script: Script = { say: [] }
  const maker: LanguageModelMaker = ({ name, model, key }) => ({
    name: `${name}/${model}`,
    async *write({ messages }, signal) {
      asked.push(messages)
      keys.push(key)
      const { say = [], fault, hangs } = script
      for (const piece of say) {
        await sleep(1, undefined, { signal })
        yield piece
      }
      if (fault) throw fault
      if (hangs) await sleep(600_000, undefined, { signal })
    },
  })
  return {
    maker,
    asked,
    keys,
    play(next: Script) {
      script = next
    },
  }
}
