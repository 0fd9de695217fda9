import { readFileSync } from 'node:fs'
import { PortFault } from '@myna/ports/fault'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createRabbitBroker } from './rabbit-broker.ts'
import { type LeakyPipe, openLeakyPipe } from './test/leaky-pipe.ts'
import { openRabbitPlace, rabbitAbsent, rabbitUrl } from './test/rabbit.ts'

const absent = await rabbitAbsent()
const patience = { timeout: 20_000, interval: 20 }
const text = (id: string) => ({ id, body: Buffer.from(id) })

describe.skipIf(absent !== undefined)(`a RabbitMQ that fails${absent ? ` (${absent})` : ''}`, () => {
  let place: ReturnType<typeof openRabbitPlace>
  let pipe: LeakyPipe
  let warnings: unknown[] = []
  const open: { close(): Promise<void> }[] = []
  let queues = 0
  beforeAll(async () => {
    place = openRabbitPlace()
    const { hostname, port } = new URL(rabbitUrl)
    pipe = await openLeakyPipe(hostname, Number(port || 5672))
  })
  afterEach(async () => {
    pipe.mend()
    warnings = []
    await Promise.all(open.splice(0).map((it) => it.close()))
  })
  afterAll(async () => {
    await pipe.close()
    await place.close()
  })

  const urlOf = (port: number) => {
    const url = new URL(rabbitUrl)
    url.port = String(port)
    return url.href
  }
  /** A broker behind the pipe, and one that goes straight. */
  const connectBoth = (more = {}) => {
    const log = { warn: (...about: unknown[]) => void warnings.push(about) }
    const shaky = place.connect({ url: urlOf(pipe.port), publishTimeoutMs: 500, timeoutMs: 1_000, heartbeatSeconds: 1, log, ...more })
    const straight = place.connect()
    open.push(shaky, straight)
    return { shaky, straight, queue: `failing.${++queues}` }
  }
  const hear = async (broker: { consume: ReturnType<typeof place.connect>['consume'] }, queue: string) => {
    const came: string[] = []
    await broker.consume(queue, 10, async ({ id }) => {
      came.push(id)
      return 'done'
    })
    return came
  }

  it('refuses to publish while it is away at the start, and carries once it is there', async () => {
    pipe.cut()
    const { shaky, queue } = connectBoth()
    await expect(shaky.publish(queue, [text('lost')])).rejects.toMatchObject({ name: 'PortFault', retryable: true })
    expect(await shaky.state()).toEqual({ well: false, sentence: expect.stringMatching(/\.$/) })
    const came = await hear(shaky, queue)
    pipe.mend()
    await vi.waitFor(() => shaky.publish(queue, [text('heard')]), patience)
    await vi.waitFor(() => expect(came).toContain('heard'), patience)
    expect(await shaky.state()).toMatchObject({ well: true })
  })

  it('comes back after the line was cut, and nothing that was confirmed is lost', async () => {
    const { shaky, straight, queue } = connectBoth()
    const came = await hear(shaky, queue)
    const confirmed: string[] = []
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 10; n++) {
        const id = `${round}.${n}`
        if (n === 5) pipe.cut()
        await shaky.publish(queue, [text(id)]).then(
          () => confirmed.push(id),
          (error: unknown) => expect(error).toBeInstanceOf(PortFault),
        )
      }
      pipe.mend()
      await vi.waitFor(() => shaky.publish(queue, [text(`back ${round}`)]), patience)
      confirmed.push(`back ${round}`)
    }
    await straight.publish(queue, [text('end')])
    await vi.waitFor(() => expect(came).toEqual(expect.arrayContaining([...confirmed, 'end'])), patience)
    expect(confirmed.length).toBeGreaterThanOrEqual(18)
  })

  it('gives up on a line that stays open and says nothing, to publish and to consume', async () => {
    const { shaky, straight, queue } = connectBoth()
    const came = await hear(shaky, queue)
    await shaky.publish(queue, [text('before')])
    await vi.waitFor(() => expect(came).toEqual(['before']), patience)
    pipe.silence()
    await expect(shaky.publish(queue, [text('into silence')])).rejects.toMatchObject({ name: 'PortFault', retryable: true })
    await straight.publish(queue, [text('meanwhile')])
    pipe.mend()
    await vi.waitFor(() => expect(came).toContain('meanwhile'), patience)
    await vi.waitFor(() => shaky.publish(queue, [text('after')]), patience)
    await vi.waitFor(() => expect(came).toContain('after'), patience)
  })

  it('refuses at once while an alarm blocks it, still hands over and settles what waits, and publishes when it is over', async () => {
    const { shaky, straight, queue } = connectBoth()
    const came = await hear(shaky, queue)
    await shaky.publish(queue, [text('before')])
    pipe.alarm(true)
    await vi.waitFor(async () => expect(await shaky.state()).toEqual({ well: false, sentence: expect.stringContaining('low on memory') }), patience)
    await expect(shaky.publish(queue, [text('blocked')])).rejects.toMatchObject({ name: 'PortFault', retryable: true })
    pipe.alarm(false)
    await vi.waitFor(() => shaky.publish(queue, [text('after')]), patience)
    await straight.publish(queue, [text('straight')])
    await vi.waitFor(() => expect(came).toEqual(expect.arrayContaining(['before', 'after', 'straight'])), patience)
    expect(came).not.toContain('blocked')
  })

  it('makes a queue anew that somebody deleted, for who publishes and for who consumes', async () => {
    const { shaky, straight, queue } = connectBoth({ renewAfterMs: 500 })
    const came = await hear(shaky, queue)
    await vi.waitFor(() => shaky.publish(queue, [text('before')]), patience)
    await vi.waitFor(() => expect(came).toContain('before'), patience)
    for (const name of [`${place.prefix}.${queue}`, `${place.prefix}.${queue}.dead`]) await place.control.queueDelete({ queue: name })
    await vi.waitFor(() => shaky.publish(queue, [text('after')]), patience)
    await vi.waitFor(() => expect(came).toContain('after'), patience)
    await straight.publish(queue, [text('straight')])
    await vi.waitFor(() => expect(came).toContain('straight'), patience)
  })

  it('loses nothing while it begins to consume anew, and stops in the midst of that', async () => {
    const { shaky, straight, queue } = connectBoth({ renewAfterMs: 3 })
    const came: string[] = []
    const stop = await shaky.consume(queue, 10, async ({ id }) => {
      came.push(id)
      return 'done'
    })
    const sent = Array.from({ length: 100 }, (_, n) => `${n}`)
    for (const id of sent) await straight.publish(queue, [text(id)])
    await vi.waitFor(() => expect(new Set(came)).toEqual(new Set(sent)), patience)
    await stop()
    await straight.publish(queue, [text('afterwards')])
    expect(came).not.toContain('afterwards')
    expect(await straight.depth(queue)).toEqual({ waiting: 1, dead: 0 })
  })

  it('hands on what others put into a queue, however they marked it', async () => {
    const { straight, queue } = connectBoth()
    await straight.publish(queue, [text('ours')])
    const bodies: string[] = []
    await straight.consume(queue, 10, async ({ id, body }) => {
      bodies.push(`${id}|${Buffer.from(body).toString()}`)
      return 'done'
    })
    const publisher = place.control.createPublisher({ confirm: true })
    await publisher.send({ routingKey: `${place.prefix}.${queue}` }, { some: 'json' })
    await publisher.send({ routingKey: `${place.prefix}.${queue}` }, 'some text')
    await publisher.close()
    await vi.waitFor(() => expect(bodies).toEqual(['ours|ours', '|{"some":"json"}', '|some text']), patience)
  })

  it('says that a queue stands there with other arguments', async () => {
    const { straight, queue } = connectBoth()
    await place.control.queueDeclare({ queue: `${place.prefix}.${queue}`, durable: true })
    await expect(straight.publish(queue, [text('x')])).rejects.toMatchObject({
      name: 'PortFault',
      retryable: false,
      message: expect.stringContaining('other arguments'),
    })
  })

  it('refuses a wrong password without repeating it, in the fault or in the log', async () => {
    const url = new URL(rabbitUrl)
    url.password = 'hunter2-secret'
    const { shaky, queue } = connectBoth({ url: url.href })
    const fault = await shaky.publish(queue, [text('x')]).catch((error: Error) => error)
    expect(fault).toBeInstanceOf(PortFault)
    await vi.waitFor(() => expect(warnings.length).toBeGreaterThan(0), patience)
    const said = JSON.stringify([warnings, (fault as Error).message, (fault as Error).stack, String((fault as Error).cause), await shaky.state()])
    expect(said).not.toContain('hunter2')
  })
})

describe('addresses of a broker', () => {
  const log = { warn: () => {} }
  it.each(['http://user:hunter2@host', 'amqp//user:hunter2@host', 'amqp://user:hunter2@host:99999999'])('refuses %s without repeating it', async (url) => {
    const broker = createRabbitBroker({ url, prefix: 'x', log })
    const fault = await broker.publish('q', [text('x')]).catch((error: Error) => error)
    expect(fault).toBeInstanceOf(PortFault)
    expect(JSON.stringify([fault, (fault as Error).message, (fault as Error).stack])).not.toContain('hunter2')
    await broker.close()
  })

  it('speaks TLS where the address says so, and does not talk to who cannot prove its name', async () => {
    const { createServer } = await import('node:tls')
    const { cert, key } = JSON.parse(readFileSync(new URL('./test/self-signed.json', import.meta.url), 'utf8')) as { cert: string; key: string }
    let spoke = ''
    const server = createServer({ cert, key }, (socket) => socket.on('data', (bytes) => (spoke += bytes.toString('latin1'))).on('error', () => {}))
    server.on('tlsClientError', () => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const broker = createRabbitBroker({ url: `amqps://user:hunter2@127.0.0.1:${port}`, prefix: 'x', log, publishTimeoutMs: 1_000, timeoutMs: 1_000 })
    await expect(broker.publish('q', [text('x')])).rejects.toBeInstanceOf(PortFault)
    expect(spoke).toBe('')
    await broker.close()
    server.close()
  })
})
