import { PortFault } from '@myna/ports/fault'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { SpeechLanguage } from '@myna/ports/speech'
import type { Ask } from './child/messages.ts'
import { Host, type HostOptions } from './host.ts'
import type { InstalledModel } from './installed-models.ts'
import { languageNames } from './language-names.ts'
import { type Listening, openListening } from './listening.ts'

/** No piece of sound and no end of an utterance takes longer; a child that needs more hangs. */
const patienceMs = 30_000

/**
 * Recognition by models that the operator has brought to `folder` (`myna models pull`), in a child process of its own: it starts with the first listening, is started
 * again when it dies, and ends with `close`. `languages` are those of the models that are there now. More than `mostListenings` (16) at a time are refused.
 */
export function createSherpaRecognition(
  options: HostOptions & { mostListenings?: number; patienceMs?: number },
): RecognitionEngine & { readonly pid: number | undefined } {
  const host = new Host(options, (model) => model.as !== 'speech')
  const most = options.mostListenings ?? 16
  const listenings = new Map<number, Listening>()
  let lastId = 0
  let opening = 0
  /** Pieces and ends that the child has not answered yet. */
  let pending = 0
  let watch: NodeJS.Timeout | undefined
  const rewatch = () => {
    clearTimeout(watch)
    watch = pending > 0 ? setTimeout(() => host.kill(), options.patienceMs ?? patienceMs).unref() : undefined
  }
  const tell = (ask: Ask) => {
    host.tell(ask)
    if (ask.kind !== 'hear' && ask.kind !== 'over') return
    pending++
    if (!watch) rewatch()
  }
  host.onAnswer = (answer) => {
    if (!('id' in answer)) return
    const isFinal = answer.kind === 'heard' && answer.final
    if (isFinal) host.thrive()
    if (isFinal || answer.kind === 'took' || answer.kind === 'failed') pending = Math.max(0, pending - 1)
    rewatch()
    listenings.get(answer.id)?.hear(answer)
  }
  host.onDeath = (fault) => {
    listenings.forEach((it) => (fault.retryable ? it.fail(fault) : it.close()))
    pending = 0
    rewatch()
  }

  return {
    name: 'sherpa',
    formats: ['pcm-16k'],
    get languages(): readonly SpeechLanguage[] {
      return [...new Set(host.models().flatMap((it) => it.languages))]
    },
    get pid() {
      return host.pid
    },
    async available() {
      const { models, troubles, trouble } = await host.available('recognises speech')
      if (trouble !== undefined) return { available: false, sentence: trouble }
      const names = models.map((it) => it.name).join(', ')
      const sentence = `sherpa-onnx understands ${languageNames(models.flatMap((it) => it.languages))} on this machine, without a key (${names}).`
      return { available: true, sentence: [sentence, ...troubles].join(' ') }
    },
    async listen({ languages, format }, signal) {
      if (format !== 'pcm-16k') throw new PortFault(`sherpa-onnx does not take ${format}.`, { retryable: false })
      const models = host.models()
      const language = languages.find((it) => models.some((model) => model.languages.includes(it)))
      const model = models.filter((it) => language !== undefined && it.languages.includes(language)).sort(byFitness)[0]
      if (!model || !language) throw new PortFault(`sherpa-onnx has no model here that understands ${languageNames(languages)}.`, { retryable: false })
      signal.throwIfAborted()
      if (listenings.size + opening >= most) throw new PortFault(`sherpa-onnx listens to ${most} people already.`, { retryable: true })
      opening++
      const release = await host.use(model).finally(() => opening--)
      if (signal.aborted) {
        release()
        signal.throwIfAborted()
      }
      const id = ++lastId
      const stop = () => listening.close()
      const listening = openListening({
        id,
        model: model.name,
        language,
        tell,
        onOver: () => {
          signal.removeEventListener('abort', stop)
          listenings.delete(id)
          release()
        },
      })
      listenings.set(id, listening)
      signal.addEventListener('abort', stop, { once: true })
      return listening
    },
    close: () => host.close(),
  }
}

/** What streams before what waits for the end, then what knows one language before what knows many; else by name. */
function byFitness(a: InstalledModel, b: InstalledModel): number {
  const waits = (it: InstalledModel) => (it.as === 'recognition' ? 1 : 0)
  return waits(a) - waits(b) || a.languages.length - b.languages.length
}
