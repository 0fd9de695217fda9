import { serve } from '@myna/kernel'
import fastify, { type FastifyInstance } from 'fastify'
import { z } from 'zod'
import { notes, notesContract } from './notes.ts'
import { openNotesHouse } from './notes-house.ts'

// A process of its own for either server: `seam` or `bare`. Says its port, and on `cpu` how much processor time it has used.
const app = process.argv[2] === 'seam' ? await seamServer() : bareServer()
await app.listen({ port: 0, host: '127.0.0.1' })
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send!({ cpuMicroseconds: user + system })
})
process.on('disconnect', () => process.exit(0))
process.send!({ port: (app.server.address() as { port: number }).port })

async function seamServer(): Promise<FastifyInstance> {
  const { house, log, secret } = await openNotesHouse()
  const { app } = await serve({ house, log, secret, version: 'bench', ready: async () => undefined })
  return app
}

/** Fastify alone, with the same schemas. */
function bareServer(): FastifyInstance {
  const app = fastify()
  app.get('/api/v1/notes/:id', async (request, reply) => {
    const input = z.safeParse(notesContract.readNote.input, { ...(request.query as object), ...(request.params as object) })
    return input.success ? notes.read(input.data as Parameters<typeof notes.read>[0]) : reply.status(400).send({ issues: input.error.issues })
  })
  app.post('/api/v1/notes', async (request, reply) => {
    const input = z.safeParse(notesContract.writeNote.input, request.body)
    return input.success ? notes.write(input.data as Parameters<typeof notes.write>[0]) : reply.status(400).send({ issues: input.error.issues })
  })
  return app
}
