import { setTimeout as sleep } from 'node:timers/promises'
import { PortFault } from '@myna/ports/fault'
import { type Child, startChild } from './child-process.ts'
import type { Answer, Ask } from './child/messages.ts'
import { type InstalledModel, installedModels, whatDiffers } from './installed-models.ts'

/** Where this package tells what happened to its children and models; a pino logger fits. */
export type Log = { warn(detail: object, message: string): void }

export type HostOptions = {
  /** The folder of models: `<MYNA_DATA>/models`. */
  folder: string
  log?: Log
  /** Processor threads for one model; 2. */
  threads?: number
  /** Models in memory at a time; 2. */
  mostModels?: number
  /** The program of the child. */
  entry?: URL
}

const loadMs = 120_000
const restartMs = [0, 0, 500, 2000, 5000]

/** A model in memory. */
type Loaded = { stamp: string; users: number; last: number; ready: Promise<void> }

/** Gives models to one kind of engine: checks them, loads them in its child process, which starts with the first and is started again when it dies. */
export class Host {
  readonly #options: HostOptions
  readonly #isOurs: (model: InstalledModel) => boolean
  readonly #loaded = new Map<string, Loaded>()
  /** Models that cannot be used, until they are brought again. */
  readonly #unfit = new Map<string, { stamp: string; reason: string }>()
  readonly #checked = new Map<string, { stamp: string; differs: Promise<string | undefined> }>()
  #child: Child | undefined
  #broken: string | undefined
  #closed = false
  #deaths = 0
  /** Loads follow each other, so that a death during one has one culprit. */
  #loading: Promise<unknown> = Promise.resolve()
  #answered: ((answer: Answer | { kind: 'died'; why: string }) => void) | undefined
  /** Hears what is said of listenings and segments. */
  onAnswer: (answer: Answer) => void = () => {}
  /** Hears that all of them are lost. */
  onDeath: (fault: PortFault) => void = () => {}

  constructor(options: HostOptions, isOurs: (model: InstalledModel) => boolean) {
    this.#options = options
    this.#isOurs = isOurs
  }

  /** Process id of the child, while there is one. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Models of this kind that are there and not known to be unfit, by name. */
  models(): InstalledModel[] {
    return installedModels(this.#options.folder).filter((it) => this.#isOurs(it) && this.#unfitness(it) === undefined)
  }

  /** The models that can be used, and sentences about those that cannot; `trouble` is why none can. */
  async available(doing: string): Promise<{ models: InstalledModel[]; troubles: string[]; trouble: string | undefined }> {
    const nothing = (trouble: string) => ({ models: [], troubles: [], trouble })
    if (this.#closed) return nothing('sherpa-onnx was closed.')
    const broken = this.#broken ?? packageTrouble()
    if (broken !== undefined) return nothing(`sherpa-onnx cannot be used here: ${broken} Install the package sherpa-onnx-node.`)
    const ours = installedModels(this.#options.folder).filter((it) => this.#isOurs(it))
    if (ours.length === 0)
      return nothing(`sherpa-onnx has no model that ${doing} here. "myna models list" shows those there are, "myna models pull <name>" brings one.`)
    for (const model of ours) if (this.#unfitness(model) === undefined) await this.#check(model)
    const troubles = ours.flatMap((it) => this.#unfitness(it) ?? [])
    const models = ours.filter((it) => this.#unfitness(it) === undefined)
    return { models, troubles, trouble: models.length > 0 ? undefined : troubles.join(' ') }
  }

  /** Loads a model unless it is in memory, and keeps it there until it is released. Throws `PortFault`. */
  async use(model: InstalledModel): Promise<() => void> {
    if (this.#closed) throw new PortFault('sherpa-onnx was closed.', { retryable: false })
    let it = this.#loaded.get(model.name)
    if (it && it.stamp !== model.stamp && it.users === 0) {
      this.#forget(model.name)
      it = undefined
    }
    if (!it) {
      this.#makeRoom()
      it = { stamp: model.stamp, users: 0, last: 0, ready: this.#load(model) }
      this.#loaded.set(model.name, it)
    }
    const mine = it
    const release = () => {
      mine.users--
      mine.last = performance.now()
      this.#hold()
    }
    mine.users++
    this.#hold()
    try {
      await mine.ready
    } catch (error) {
      if (this.#loaded.get(model.name) === mine) this.#loaded.delete(model.name)
      release()
      throw error
    }
    let isReleased = false
    return () => {
      if (!isReleased) release()
      isReleased = true
    }
  }

  tell(ask: Ask): void {
    this.#child?.tell(ask)
  }

  /** The child has done something useful: deaths of before do not count. */
  thrive(): void {
    this.#deaths = 0
  }

  /** Ends a child that hangs; it is started again when it is wanted. */
  kill(): void {
    this.#child?.kill()
  }

  async close(): Promise<void> {
    this.#closed = true
    const child = this.#child
    this.onDeath(new PortFault('sherpa-onnx was closed.', { retryable: false }))
    child?.hold(true)
    child?.kill()
    await child?.gone
  }

  /** Loads one model after the other. */
  #load(model: InstalledModel): Promise<void> {
    const load = this.#loading.then(() => this.#loadNow(model))
    this.#loading = load.catch(() => {})
    return load
  }

  async #loadNow(model: InstalledModel): Promise<void> {
    const refuse = (reason: string) => {
      if (!this.#unfit.has(model.name)) this.#options.log?.warn({ model: model.name, reason }, 'sherpa-onnx cannot use a model')
      this.#unfit.set(model.name, { stamp: model.stamp, reason })
      throw new PortFault(reason, { retryable: false })
    }
    await this.#check(model)
    const unfit = this.#unfitness(model)
    if (unfit !== undefined) throw new PortFault(unfit, { retryable: false })
    const child = await this.#start()
    const answer = await new Promise<Answer | { kind: 'died'; why: string }>((resolve) => {
      const slow = setTimeout(() => child.kill(), loadMs)
      this.#answered = (it) => {
        clearTimeout(slow)
        resolve(it)
      }
      const { name, as, family, files, settings } = model
      child.tell({ kind: 'load', model: { name, as, family, files, settings, threads: this.#options.threads ?? 2 } })
    })
    this.#answered = undefined
    if (this.#closed) throw new PortFault('sherpa-onnx was closed.', { retryable: false })
    const again = `Run "myna models remove ${model.name}" and bring it again, or use another.`
    if (answer.kind === 'died') refuse(`The model ${model.name} cannot be loaded: sherpa-onnx ended over it (${answer.why}). ${again}`)
    if (answer.kind === 'unfit') refuse(`The model ${model.name} cannot be loaded: ${answer.reason}. ${again}`)
  }

  /** A child that is ready; waits a while before one that follows several deaths. */
  async #start(): Promise<Child> {
    if (!this.#child) {
      await sleep(restartMs[Math.min(this.#deaths, restartMs.length - 1)], undefined, { ref: true })
      if (this.#closed) throw new PortFault('sherpa-onnx was closed.', { retryable: false })
      const child = startChild(
        this.#options.entry ?? new URL('./child/main.ts', import.meta.url),
        (answer) => (answer.kind === 'loaded' || answer.kind === 'unfit' ? this.#answered?.(answer) : this.onAnswer(answer)),
        (why) => this.#onOver(child, why),
      )
      this.#child = child
    }
    const child = this.#child
    const trouble = await child.ready
    if (trouble === undefined) return child
    if (this.#closed) throw new PortFault('sherpa-onnx was closed.', { retryable: false })
    const isBroken = !trouble.startsWith('it ended')
    if (isBroken) this.#broken = trouble
    child.kill()
    throw new PortFault(`sherpa-onnx cannot be used here: ${trouble}`, { retryable: !isBroken })
  }

  #onOver(child: Child, why: string): void {
    if (child !== this.#child) return
    this.#child = undefined
    this.#deaths++
    this.#loaded.clear()
    this.#checked.clear()
    this.#answered?.({ kind: 'died', why })
    if (this.#closed) return
    this.#options.log?.warn({ why }, 'sherpa-onnx ended by itself')
    this.onDeath(new PortFault(`sherpa-onnx ended by itself (${why}).`, { retryable: true }))
  }

  /** Compares the files of a model with its manifest, once while the child lives. */
  async #check(model: InstalledModel): Promise<void> {
    let check = this.#checked.get(model.name)
    if (check?.stamp !== model.stamp) {
      check = { stamp: model.stamp, differs: whatDiffers(model) }
      this.#checked.set(model.name, check)
    }
    const differs = await check.differs
    if (differs === undefined) return
    const reason = `The model ${model.name} ${differs}. Run "myna models remove ${model.name}" and bring it again.`
    this.#unfit.set(model.name, { stamp: model.stamp, reason })
  }

  #unfitness({ name, stamp }: InstalledModel): string | undefined {
    const it = this.#unfit.get(name)
    return it?.stamp === stamp ? it.reason : undefined
  }

  /** Takes the model that was used least lately out of memory when there are enough. */
  #makeRoom(): void {
    const most = this.#options.mostModels ?? 2
    if (this.#loaded.size < most) return
    const [oldest] = [...this.#loaded].filter(([, it]) => it.users === 0).sort(([, a], [, b]) => a.last - b.last)
    if (!oldest) throw new PortFault(`sherpa-onnx has ${most} models in use, and room for no more.`, { retryable: true })
    this.#forget(oldest[0])
  }

  #forget(name: string): void {
    this.#loaded.delete(name)
    this.#child?.tell({ kind: 'unload', name })
  }

  #hold(): void {
    this.#child?.hold([...this.#loaded.values()].some((it) => it.users > 0))
  }
}

/** Why the package cannot be found, if so; whether it loads, only the child finds out. */
function packageTrouble(): string | undefined {
  try {
    import.meta.resolve('sherpa-onnx-node')
    return undefined
  } catch {
    return 'its package is not installed.'
  }
}
