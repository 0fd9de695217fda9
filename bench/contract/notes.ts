import { type Handlers, operation } from '@myna/contracts'
import { type Context, defineService } from '@myna/kernel'
import { z } from 'zod'

const Note = z.object({ id: z.uuid(), text: z.string(), tags: z.array(z.string()), page: z.number() })

/** One question by path and query, one by body; what they answer takes no work, so that all that costs is the way there and back. */
export const notesContract = {
  readNote: operation({
    http: 'GET /notes/{id}',
    summary: 'Read a note',
    access: 'public',
    input: z.object({ id: z.uuid(), page: z.coerce.number().int().min(0).default(0) }),
    output: Note,
  }),
  writeNote: operation({
    http: 'POST /notes',
    summary: 'Write a note',
    access: 'public',
    input: z.object({ text: z.string().trim().min(1).max(200), tags: z.array(z.string().max(20)).max(10) }),
    output: Note,
  }),
}

/** A note to read. */
export const noteId = '019a9c7e-5f00-7000-8000-000000000001'

/** The work behind both questions, the same on either server. */
export const notes = {
  read: ({ id, page }: { id: string; page: number }) => ({ id, text: 'Open from nine to five.', tags: ['hours', 'desk'], page }),
  write: ({ text, tags }: { text: string; tags: string[] }) => ({ id: noteId, text, tags, page: 0 }),
}

const operations: Handlers<typeof notesContract, Context> = {
  readNote: async (input) => notes.read(input),
  writeNote: async (input) => notes.write(input),
}

/** The service that answers them through the seam. */
export const notesService = defineService<typeof notesContract, {}, object>({ name: 'notes', contract: notesContract, needs: {}, operations })
