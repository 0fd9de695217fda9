import fc from 'fast-check'
import { event, operation, stream } from '@myna/contracts'
import type { EndedSpan } from '@myna/ports/traces'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { z } from 'zod'
import { Fault } from '#seam/fault.ts'
import { type Context, defineService, job, reaction } from '#seam/service.ts'
import { openHouse } from '#testing/index.ts'
import { createSpanList } from '#testing/span-list.ts'
import { currentSpan } from '#trace/span.ts'
import { createTracer } from '#trace/tracer.ts'
import { readTraceparent, traceIdOf, writeTraceparent } from '#trace/traceparent.ts'

const shelf = {
  findBook: operation({
    http: 'GET /shelf/books/{title}',
    summary: 'Find',
    access: 'member',
    input: z.object({ title: z.string() }),
    output: z.object({ n: z.number() }),
  }),
  listBooks: stream({ http: 'GET /shelf/books', summary: 'List', access: 'member', input: z.object({}), output: z.object({ n: z.number() }) }),
}
const desk = {
  ask: operation({
    http: 'POST /desk/questions',
    summary: 'Ask',
    access: 'member',
    input: z.object({ words: z.string() }),
    output: z.object({ n: z.number() }),
  }),
}
const bookAsked = event({ name: 'book.asked', summary: 'A book was asked for.', data: z.object({}) })
type DeskContext = Context<{ shelf: typeof shelf }>
const heard: (string | undefined)[] = []

const shelfService = defineService({
  name: 'shelf',
  contract: shelf,
  needs: {},
  operations: {
    findBook: async ({ title }, { db, caller }) => {
      if (title === 'gone') throw new Fault('request.not_found')
      await db.inTenant(caller, (tx) => sql`select ${title}::text`.execute(tx))
      return { n: title.length }
    },
    async *listBooks() {
      for (const n of [1, 2]) {
        await new Promise((resolve) => setImmediate(resolve))
        currentSpan()?.child(`book ${n}`).end()
        yield { data: { n } }
      }
    },
  },
})
const deskService = defineService({
  name: 'desk',
  contract: desk,
  needs: { shelf },
  operations: {
    ask: async ({ words }, context: DeskContext) => {
      const { n } = await context.call.shelf.findBook({ title: words })
      for await (const _ of context.call.shelf.listBooks({}));
      await context.db.inTenant(context.caller, async (tx) => {
        await context.jobs.send(tx, 'tidy', {})
        await context.tell(tx, bookAsked, {})
      })
      return { n }
    },
  },
  jobs: { tidy: job({ input: z.object({}), retries: 0, backoffMs: 1, timeoutMs: 5_000, run: async () => void heard.push(currentSpan()?.traceId) }) },
  hears: { onBookAsked: reaction(bookAsked, async () => void heard.push(currentSpan()?.traceId)) },
})

const list = createSpanList()
const tracer = createTracer({ sink: list, share: 1 })
let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  const contracts = { shelf, desk }
  house = await openHouse({ services: [shelfService, deskService], contracts, tracer })
}, 60_000)
afterAll(() => house.close())

/** As another process of the installation does it. */
const atTheEdge = <R>(work: () => Promise<R>): Promise<R> => tracer.begin('edge', { kind: 'server', id: `edge-${list.spans.length}` })!.around(work)

async function until<T>(what: string, look: () => T | undefined | false): Promise<T> {
  for (let turns = 0; turns < 2_000; turns++) {
    const found = look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`never: ${what}`)
}
const secretWords = 'my card number is 4111'
const named = (traceId: string, name: string) => list.spans.find((span) => span.traceId === traceId && span.name === name)
/** Names from a span up to the root. */
function pathOf(span: EndedSpan): string[] {
  const parent = list.spans.find((it) => it.id === span.parentId)
  return parent ? [span.name, ...pathOf(parent)] : [span.name]
}

describe('a trace', () => {
  it('goes from the edge through services to statements, jobs and reactions, and holds no word of anybody', async () => {
    list.spans.length = 0
    heard.length = 0
    const caller = house.newCaller()
    await atTheEdge(() => house.client<typeof desk>('desk', caller, 'http').ask({ words: secretWords }))
    const root = await until('the request is over', () => list.spans.find((span) => span.name === 'desk.ask' && span.kind === 'server'))
    const { traceId } = root
    await until('job and reaction ran', () => heard.length === 2)
    expect(heard).toEqual([traceId, traceId])
    await until('their spans are over', () => named(traceId, 'job desk.tidy') && named(traceId, 'desk hears book.asked'))
    expect(pathOf(list.spans.find((span) => span.name === 'SELECT' && pathOf(span).includes('shelf.findBook'))!)).toEqual([
      'SELECT',
      'transaction',
      'shelf.findBook',
      'desk.ask',
      'desk.ask',
      'edge',
    ])
    expect(pathOf(named(traceId, 'book 2')!)).toEqual(['book 2', 'shelf.listBooks', 'desk.ask', 'desk.ask', 'edge'])
    expect(pathOf(named(traceId, 'job desk.tidy')!)).toContain('desk.ask')
    expect(pathOf(named(traceId, 'desk hears book.asked')!)).toContain('desk.ask')
    expect(root).toMatchObject({ kind: 'server', failed: false, attributes: { 'http.response.status_code': 200, 'myna.tenant.id': caller.tenantId } })
    expect(JSON.stringify(list.spans)).not.toContain('4111')
  })

  it('tells which fault a call ended in', async () => {
    list.spans.length = 0
    await expect(atTheEdge(() => house.client<typeof shelf>('shelf', house.newCaller(), 'http').findBook({ title: 'gone' }))).rejects.toThrow()
    const span = await until('it is over', () => list.spans.find((it) => it.name === 'shelf.findBook' && it.kind === 'server'))
    expect(span).toMatchObject({ failed: true, attributes: { 'error.type': 'request.not_found', 'http.response.status_code': 404 } })
  })

  it('goes on under the id it has outside, and takes no other', async () => {
    list.spans.length = 0
    const traceId = 'ab'.repeat(16)
    await fetch(`${house.address}/api/v1/shelf/books/one`, { headers: { traceparent: `00-${traceId}-${'cd'.repeat(8)}-00` } })
    await fetch(`${house.address}/api/v1/shelf/books/two`, { headers: { traceparent: `00-${'0'.repeat(32)}-${'cd'.repeat(8)}-01` } })
    await until('both are over', () => list.spans.length >= 2)
    expect(list.spans.map((span) => [span.traceId === traceId, span.parentId === 'cd'.repeat(8)])).toEqual([
      [true, true],
      [false, false],
    ])
  })
})

describe('keeping a share', () => {
  it('comes to the same answer for the same trace, and keeps about that share', () => {
    const kept = (share: number, id: string) => createTracer({ sink: createSpanList(), share }).begin('x', { kind: 'server', id }) !== undefined
    const ids = Array.from({ length: 4_000 }, (_, at) => traceIdOf(`request-${at}`))
    expect(ids.every((id) => kept(0.2, id) === kept(0.2, id))).toBe(true)
    // Whoever is in a smaller share is in every larger one.
    expect(ids.every((id) => !kept(0.1, id) || kept(0.2, id))).toBe(true)
    const share = ids.filter((id) => kept(0.2, id)).length / ids.length
    expect(share).toBeGreaterThan(0.15)
    expect(share).toBeLessThan(0.25)
    expect(ids.some((id) => kept(0, id))).toBe(false)
  })

  it('does what another process of the installation decided, and not what the outside asks for', () => {
    const tracer = createTracer({ sink: createSpanList(), share: 0 })
    const parent = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), sampled: true }
    expect(tracer.begin('x', { kind: 'server', id: 'x', parent, trusted: true })?.traceId).toBe(parent.traceId)
    expect(tracer.begin('x', { kind: 'server', id: 'x', parent })).toBeUndefined()
  })
})

describe('a traceparent', () => {
  it('is read as it was written', () => {
    const hex = (length: number) =>
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: length, maxLength: length }).filter((it) => !/^0+$/.test(it))
    fc.assert(
      fc.property(hex(32), hex(16), fc.boolean(), (traceId, spanId, sampled) => {
        expect(readTraceparent(writeTraceparent({ traceId, spanId, sampled }))).toEqual({ traceId, spanId, sampled })
      }),
    )
  })

  it('that is none is none, whatever it is', () => {
    const right = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
    expect(readTraceparent(right)).toBeDefined()
    expect(readTraceparent(`cc${right.slice(2)}-what-comes-later`)).toBeDefined()
    for (const wrong of [
      undefined,
      '',
      right.toUpperCase(),
      `${right}-more`,
      `ff${right.slice(2)}`,
      right.replaceAll('b', '0'),
      ` ${right}`,
      [right],
      'a'.repeat(5_000),
    ])
      expect(readTraceparent(wrong), String(wrong)).toBeUndefined()
  })

  it('of a request or a call has the form the outside asks for', () => {
    fc.assert(fc.property(fc.string(), (id) => /^[0-9a-f]{32}$/.test(traceIdOf(id))))
    expect(traceIdOf('0199a000-1111-7000-8000-00000000000A')).toBe('0199a00011117000800000000000000a')
  })
})
