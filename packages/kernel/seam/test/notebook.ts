import { bytes, type Handlers, operation, socket, stream, upload } from '@myna/contracts'
import type { JSONColumnType } from 'kysely'
import { z } from 'zod'
import { newId } from '#db/ids.ts'
import { Fault } from '#seam/fault.ts'
import { type Context, defineService } from '#seam/service.ts'

const Note = z.object({ id: z.uuid(), text: z.string() }).meta({ id: 'Note', description: 'A note.' })
const Line = z.object({ line: z.number() })

/** A small contract with an operation of every kind, for tests of the seam. */
export const notebookContract = {
  writeNote: operation({
    http: 'POST /notebook/notes',
    summary: 'Write a note',
    access: 'notebook:write',
    input: z.object({ text: z.string().min(1).max(40) }),
    output: Note,
  }),
  readNote: operation({
    http: 'GET /notebook/notes/{id}',
    summary: 'Read a note',
    access: 'notebook:read',
    input: z.object({ id: z.uuid() }),
    output: Note,
    faults: ['request.not_found'],
  }),
  countNotes: operation({
    http: 'GET /notebook/count',
    summary: 'Count notes',
    access: 'notebook:read',
    input: z.object({ atLeast: z.coerce.number().default(0) }),
    output: z.object({ count: z.number() }),
  }),
  breakDown: operation({ http: 'POST /notebook/break', summary: 'Fail unexpectedly', access: 'public', input: z.object({}), output: z.object({}) }),
  lie: operation({
    http: 'GET /notebook/lie',
    summary: 'Answer what the contract forbids',
    access: 'public',
    input: z.object({}),
    output: z.object({ truth: z.literal(true) }),
  }),
  dictate: stream({
    http: 'GET /notebook/lines',
    summary: 'Lines by number',
    access: 'notebook:read',
    input: z.object({ upTo: z.coerce.number().int().max(1000), failAt: z.coerce.number().optional() }),
    output: Line,
    faults: ['request.not_found'],
  }),
  download: bytes({
    http: 'GET /notebook/download',
    summary: 'Some bytes',
    access: 'notebook:read',
    input: z.object({ size: z.coerce.number().int().max(10_000_000) }),
    contentType: 'application/octet-stream',
    faults: ['request.not_found'],
  }),
  send: upload({
    http: 'POST /notebook/files',
    summary: 'Send bytes',
    access: 'notebook:write',
    input: z.object({ name: z.string() }),
    output: z.object({ name: z.string(), size: z.number() }),
    maxBytes: 2_000_000,
  }),
  chat: socket({
    http: 'GET /notebook/chat',
    summary: 'Echo',
    access: 'notebook:read',
    input: z.object({ prefix: z.string().default('') }),
    up: z.object({ say: z.string() }),
    down: z.object({ heard: z.string() }),
  }),
}

type Tables = { notes: { tenant_id: string; id: string; text: string; unused?: JSONColumnType<object> } }
type NotebookContext = Context<{}, Tables>

const operations: Handlers<typeof notebookContract, NotebookContext> = {
  async writeNote({ text }, context) {
    const note = { id: newId(), text }
    await context.db.inTenant(context.caller, (tx) =>
      tx
        .insertInto('notes')
        .values({ tenant_id: context.tenantId, ...note })
        .execute(),
    )
    return note
  },
  async readNote({ id }, { db, caller }) {
    const note = await db.inTenant(caller, (tx) => tx.selectFrom('notes').select(['id', 'text']).where('id', '=', id).executeTakeFirst())
    if (!note) throw new Fault('request.not_found', { id })
    return note
  },
  async countNotes(_input, { db, caller }) {
    const { count } = await db.inTenant(caller, (tx) =>
      tx
        .selectFrom('notes')
        .select((it) => it.fn.countAll().as('count'))
        .executeTakeFirstOrThrow(),
    )
    return { count: Number(count) }
  },
  async breakDown() {
    throw new Error('the password of the database is hunter2')
  },
  lie: async () => ({ truth: false }) as never,
  async *dictate({ upTo, failAt }, { lastEventId, signal }) {
    for (let line = Number(lastEventId ?? 0) + 1; line <= upTo && !signal.aborted; line++) {
      if (line === failAt) throw new Fault('request.not_found', { line })
      yield { id: String(line), data: { line } }
    }
  },
  async download({ size }) {
    if (size < 0) throw new Fault('request.not_found')
    async function* body() {
      for (let left = size; left > 0; left -= 65_536) yield new Uint8Array(Math.min(left, 65_536)).fill(7)
    }
    return { length: size, fileName: 'note"s.bin', body: body() }
  },
  async send({ name }, _context, body) {
    let size = 0
    for await (const chunk of body) size += chunk.byteLength
    return { name, size }
  },
  async chat({ prefix }, _context, end) {
    for await (const message of end.messages) {
      if (message instanceof Uint8Array) end.sendBytes(message.toReversed())
      else if (message.say === 'bye') return
      else if (message.say === 'fail') throw new Fault('request.not_found')
      else end.send({ heard: prefix + message.say })
    }
  },
}

/** A service with an operation of every kind, for tests of the seam. */
export const notebook = defineService<typeof notebookContract, {}, Tables>({
  name: 'notebook',
  contract: notebookContract,
  needs: {},
  operations,
  migrations: new URL('./migrations/', import.meta.url),
})
