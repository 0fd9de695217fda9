import { setTimeout as sleep } from 'node:timers/promises'
import { PortFault } from '@myna/ports/fault'
import type { LanguageModelMaker, ModelMessage, ModelPiece, ModelTool, ModelUsage } from '@myna/ports/language-model'

/** What a model does with the next requests. */
export type Script = {
  /** Waits before the first piece. */
  waitMs?: number
  say?: (string | ModelPiece)[]
  usage?: ModelUsage
  /** Thrown after its words. */
  fault?: Error
  /** Says nothing more after its words and never ends. */
  hangs?: boolean
  /** Says its words again and again. */
  endless?: boolean
  /** Does not care whether anybody still listens. */
  deaf?: boolean
}

/** Language models that say what they are told to, and remember what they were asked and with which key. */
export function createScriptedModel() {
  const asked: ModelMessage[][] = []
  const keys: (string | undefined)[] = []
  const tools: (ModelTool[] | undefined)[] = []
  const models: string[] = []
  const scripts = new Map<string, Script | Script[]>()
  let script: Script = { say: [] }
  let letGo = 0
  const scriptOf = (model: string): Script => {
    const own = scripts.get(model)
    if (!own) return script
    return Array.isArray(own) ? (own.length > 1 ? own.shift()! : (own[0] ?? {})) : own
  }
  const maker: LanguageModelMaker = ({ name, model, key }) => ({
    name: `${name}/${model}`,
    async *write(request, outer) {
      asked.push(request.messages)
      keys.push(key)
      tools.push(request.tools)
      models.push(model)
      const { waitMs = 1, say = [], usage, fault, hangs, endless, deaf } = scriptOf(model)
      const signal = deaf ? new AbortController().signal : outer
      outer.addEventListener('abort', () => letGo++, { once: true })
      let first = true
      do {
        for (const piece of say) {
          await sleep(first ? waitMs : 1, undefined, { signal, ref: !deaf })
          first = false
          yield typeof piece === 'string' ? { type: 'text', text: piece } : piece
        }
      } while (endless)
      if (first && waitMs > 1) await sleep(waitMs, undefined, { signal, ref: !deaf })
      if (fault) throw fault
      if (hangs) await sleep(600_000, undefined, { signal, ref: !deaf })
      if (usage) yield { type: 'usage', usage }
    },
  })
  return {
    maker,
    asked,
    keys,
    tools,
    /** The models that were asked, in order. */
    models,
    /** Requests that were ended, by whoever asked, before or after their end. */
    get letGo() {
      return letGo
    },
    /** For all models, or one by its name; several scripts are played one a request, the last again and again. */
    play(next: Script | Script[], model?: string) {
      if (model !== undefined) scripts.set(model, next)
      else script = Array.isArray(next) ? (next[0] ?? {}) : next
    },
    forget() {
      scripts.clear()
      script = { say: [] }
      for (const list of [asked, keys, tools, models]) list.length = 0
      letGo = 0
    },
  }
}

/** Faults as an adapter reports them. */
export const modelFaults = {
  down: () => new PortFault('The language model has a failure of its own (status 503).', { retryable: true, status: 503 }),
  unreachable: () => new PortFault('The language model could not be reached.', { retryable: true }),
  wrongKey: () => new PortFault('The language model refused the key.', { retryable: false, status: 401 }),
  tooMany: () => new PortFault('The language model says too many requests (it asks to wait 20 seconds).', { retryable: true, status: 429 }),
  broke: () => new PortFault('The language model broke off in the middle of its answer.', { retryable: true }),
  filtered: () => new PortFault("The vendor's safety filter stopped the answer.", { retryable: false, status: 422 }),
}
