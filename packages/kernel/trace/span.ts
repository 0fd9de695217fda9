import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { EndedSpan, SpanAttribute, SpanKind, SpanSink } from '@myna/ports/traces'
import { writeTraceparent } from '#trace/traceparent.ts'

type Attributes = Partial<Record<SpanAttribute, string | number | boolean>>
type SpanOptions = { traceId: string; parentId?: string | undefined; name: string; kind: SpanKind; attributes?: Attributes | undefined; startedAt?: number }

/** Longer values of attributes are cut. */
const longestValue = 120

/** Empty until a trace is kept: then asking it costs 3 ns, and nobody else pays. */
const current = new AsyncLocalStorage<Span>()

/** The span in which this runs; undefined when nothing is traced. */
export function currentSpan(): Span | undefined {
  return current.getStore()
}

/** A piece of work as part of a trace. Exists only for traces that are kept. Moments in `performance.now()` time. */
export class Span {
  readonly traceId: string
  readonly id = randomBytes(8).toString('hex')
  readonly #sink: SpanSink
  readonly #it: SpanOptions
  readonly #startedAt: number
  readonly #attributes: Attributes
  #failed = false
  #ended = false

  constructor(sink: SpanSink, it: SpanOptions) {
    this.#sink = sink
    this.#it = it
    this.traceId = it.traceId
    this.#startedAt = it.startedAt ?? performance.now()
    this.#attributes = { ...it.attributes }
  }

  /** How another process is told of it. */
  get traceparent(): string {
    return writeTraceparent({ traceId: this.traceId, spanId: this.id, sampled: true })
  }

  child(name: string, it: { kind?: SpanKind; attributes?: Attributes; startedAt?: number } = {}): Span {
    return new Span(this.#sink, { ...it, traceId: this.traceId, parentId: this.id, name, kind: it.kind ?? 'internal' })
  }

  set(name: SpanAttribute, value: string | number | boolean): void {
    this.#attributes[name] = typeof value === 'string' ? value.slice(0, longestValue) : value
  }

  /** Notes that it failed, by the kind of the failure alone: sentences of errors may hold what people said. */
  fail(error: unknown): void {
    const { code } = (error ?? {}) as { code?: unknown }
    this.#failed = true
    this.set('error.type', typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown')
  }

  /** Ends it once; later calls count for nothing. */
  end(at = performance.now()): void {
    if (this.#ended) return
    this.#ended = true
    const { traceId, parentId, name, kind } = this.#it
    const span: EndedSpan = {
      traceId,
      id: this.id,
      parentId,
      name,
      kind,
      startedAt: performance.timeOrigin + this.#startedAt,
      endedAt: performance.timeOrigin + Math.max(this.#startedAt, at),
      attributes: this.#attributes,
      failed: this.#failed,
    }
    this.#sink.take(span)
  }

  /** Runs work inside this span, which stays open. */
  run<R>(work: () => R): R {
    return current.run(this, work)
  }

  /** Runs work inside this span and ends it with the work. */
  async around<R>(work: () => Promise<R> | R): Promise<R> {
    try {
      return await current.run(this, work)
    } catch (error) {
      this.fail(error)
      throw error
    } finally {
      this.end()
    }
  }

  /** Hands on what comes, each step taken inside this span, and ends it with the last. */
  async *through<T>(those: AsyncIterable<T>): AsyncGenerator<T> {
    const steps = this.run(() => those[Symbol.asyncIterator]())
    try {
      for (;;) {
        const step = await this.run(() => steps.next())
        if (step.done) return
        yield step.value
      }
    } catch (error) {
      this.fail(error)
      throw error
    } finally {
      await this.run(() => steps.return?.())
      this.end()
    }
  }
}
