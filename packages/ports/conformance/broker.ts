import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Broker, BrokerMessage, BrokerVerdict } from '../broker.ts'
import { PortFault } from '../fault.ts'

/** Where the brokers of a suite meet: `connect` opens one more of them on the same queues. What is `again` comes again within moments, and is put aside after a few times. */
export type BrokerPlace = { connect(): Broker; close(): Promise<void> }

/** Registers the tests every broker must pass. */
export function brokerConformance(name: string, open: () => Promise<BrokerPlace>): void {
  describe(`${name} carries messages as the port says`, () => {
    let place: BrokerPlace
    const brokers: Broker[] = []
    let queues = 0
    const newQueue = () => `suite.${++queues}`
    const connect = () => {
      const broker = place.connect()
      brokers.push(broker)
      return broker
    }
    beforeAll(async () => {
      place = await open()
    })
    afterEach(async () => {
      await Promise.all(brokers.splice(0).map((it) => it.close()))
    })
    afterAll(() => place.close())

    /** Consumes a queue and keeps what came, by text. */
    async function listen(broker: Broker, queue: string, decide: (text: string) => BrokerVerdict | Promise<BrokerVerdict> = () => 'done', atOnce = 20) {
      const came: string[] = []
      const stop = await broker.consume(queue, atOnce, async ({ body }) => {
        const text = Buffer.from(body).toString()
        came.push(text)
        return decide(text)
      })
      return { came, stop }
    }

    it('hands over what was published, byte for byte, under its id, in order', async () => {
      const broker = connect()
      const queue = newQueue()
      const bodies = [Uint8Array.from({ length: 300_000 }, (_, at) => (at * 31) % 251), new Uint8Array(0), Buffer.from('{"json":"is not read"}')]
      const came: BrokerMessage[] = []
      const stop = await broker.consume(queue, 10, async (message) => {
        came.push(message)
        return 'done'
      })
      await broker.publish(
        queue,
        bodies.map((body, at) => ({ id: `m${at}`, body })),
      )
      await vi.waitFor(() => expect(came).toHaveLength(3), 10_000)
      expect(came.map((it) => it.id)).toEqual(['m0', 'm1', 'm2'])
      for (const [at, body] of bodies.entries()) expect(Buffer.compare(came[at]!.body, body)).toBe(0)
      await stop()
    })

    it('keeps messages until somebody consumes, and their order through many publishes', async () => {
      const queue = newQueue()
      const sender = connect()
      for (let n = 0; n < 40; n += 10) await sender.publish(queue, texts(...Array.from({ length: 10 }, (_, at) => String(n + at))))
      await sender.close()
      const { came } = await listen(connect(), queue, undefined, 1)
      await vi.waitFor(() => expect(came).toHaveLength(40), 10_000)
      expect(came).toEqual(Array.from({ length: 40 }, (_, n) => String(n)))
    })

    it('counts what waits, and knows nothing of a queue that nobody used', async () => {
      const broker = connect()
      const queue = newQueue()
      expect(await broker.depth(queue)).toEqual({ waiting: 0, dead: 0 })
      expect(await broker.listDead(queue, 10)).toEqual([])
      expect(await broker.redrive(queue, 10)).toBe(0)
      await broker.publish(queue, [])
      await broker.publish(queue, texts('a', 'b', 'c'))
      await vi.waitFor(async () => expect(await broker.depth(queue)).toEqual({ waiting: 3, dead: 0 }), 10_000)
    })

    it('has no more in hand than was asked for', async () => {
      const broker = connect()
      const queue = newQueue()
      let inHand = 0
      let most = 0
      const { came } = await listen(
        broker,
        queue,
        async () => {
          most = Math.max(most, ++inHand)
          await new Promise((resolve) => setImmediate(resolve))
          inHand--
          return 'done' as const
        },
        3,
      )
      await broker.publish(queue, texts(...Array.from({ length: 30 }, (_, n) => String(n))))
      await vi.waitFor(() => expect(came).toHaveLength(30), 10_000)
      expect(most).toBeGreaterThan(0)
      expect(most).toBeLessThanOrEqual(3)
    })

    it('carries again what is to come again, and what was taken with an error', async () => {
      const broker = connect()
      const queue = newQueue()
      let errors = 0
      const seen = new Map<string, number>()
      const { came } = await listen(broker, queue, (text) => {
        seen.set(text, (seen.get(text) ?? 0) + 1)
        if (text === 'throws' && errors++ < 1) throw new Error('not now')
        return text === 'again' && seen.get(text) === 1 ? 'again' : 'done'
      })
      await broker.publish(queue, texts('again', 'throws', 'plain'))
      await vi.waitFor(() => expect(came).toHaveLength(5), 10_000)
      expect(Object.fromEntries(seen)).toEqual({ again: 2, throws: 2, plain: 1 })
      expect(await broker.depth(queue)).toEqual({ waiting: 0, dead: 0 })
    })

    it('puts aside what is dead, lists it without taking it away, and puts it back on demand', async () => {
      const broker = connect()
      const queue = newQueue()
      let deadly = true
      const { came } = await listen(broker, queue, (text) => (deadly && text.startsWith('dead') ? 'dead' : 'done'))
      await broker.publish(queue, texts('dead 1', 'fine', 'dead 2', 'dead 3'))
      await vi.waitFor(async () => expect(await broker.depth(queue)).toEqual({ waiting: 0, dead: 3 }), 10_000)
      expect(await broker.listDead(queue, 2)).toHaveLength(2)
      for (let times = 0; times < 2; times++) {
        const listed = await vi.waitUntil(async () => {
          const all = await broker.listDead(queue, 10)
          return all.length === 3 && all
        }, 10_000)
        expect(listed.map((it) => [it.id, Buffer.from(it.body).toString()]).toSorted()).toEqual([1, 2, 3].map((n) => [`dead ${n}`, `dead ${n}`]))
        for (const { why } of listed) expect(why).toMatch(/\.$/)
      }
      await vi.waitFor(async () => expect(await broker.depth(queue)).toEqual({ waiting: 0, dead: 3 }), 10_000)
      deadly = false
      expect(await broker.redrive(queue, 1)).toBe(1)
      await vi.waitFor(() => expect(came).toHaveLength(5), 10_000)
      expect(await broker.redrive(queue, 10)).toBe(2)
      await vi.waitFor(() => expect(came.slice(4).toSorted()).toEqual(['dead 1', 'dead 2', 'dead 3']), 10_000)
      await vi.waitFor(async () => expect(await broker.depth(queue)).toEqual({ waiting: 0, dead: 0 }), 10_000)
    })

    it('puts a poisonous message aside at last and lets the others through', async () => {
      const broker = connect()
      const queue = newQueue()
      const { came } = await listen(broker, queue, (text) => {
        if (text === 'poison') throw new Error('cannot be read')
        return 'done'
      })
      await broker.publish(queue, texts('poison', 'a', 'b'))
      await vi.waitFor(async () => expect(await broker.depth(queue)).toEqual({ waiting: 0, dead: 1 }), 10_000)
      expect(came.filter((it) => it !== 'poison').toSorted()).toEqual(['a', 'b'])
      expect(came.filter((it) => it === 'poison').length).toBeGreaterThan(1)
      expect((await broker.listDead(queue, 1))[0]?.why).toMatch(/often/)
    })

    it('removes a queue with all that is in it; under its name there may be another', async () => {
      const broker = connect()
      const queue = newQueue()
      await broker.remove(queue)
      const { stop } = await listen(broker, queue, () => 'dead')
      await broker.publish(queue, texts('aside'))
      await vi.waitFor(async () => expect(await broker.depth(queue)).toEqual({ waiting: 0, dead: 1 }), 10_000)
      await stop()
      await broker.publish(queue, texts('waits'))
      await broker.remove(queue)
      expect(await broker.depth(queue)).toEqual({ waiting: 0, dead: 0 })
      await broker.publish(queue, texts('anew'))
      const { came } = await listen(broker, queue)
      await vi.waitFor(() => expect(came).toEqual(['anew']), 10_000)
    })

    it('hands messages to one at a time; when it goes, the next gets what was not decided and what follows', async () => {
      const queue = newQueue()
      const [first, second] = [connect(), connect()]
      let never = () => {}
      const held = new Promise<void>((resolve) => (never = resolve))
      const one = await listen(first, queue, async (text) => {
        if (text === 'undecided') await held
        return 'done' as const
      })
      const two = await listen(second, queue)
      await first.publish(queue, texts('a', 'b', 'undecided'))
      await vi.waitFor(() => expect(one.came).toEqual(['a', 'b', 'undecided']), 10_000)
      expect(two.came).toEqual([])
      await first.close()
      await second.publish(queue, texts('c'))
      // What was decided a moment before may come once more.
      await vi.waitFor(() => expect(two.came.slice(-2)).toEqual(['undecided', 'c']), 10_000)
      never()
    })

    it('stops when it is told to, after what is in hand; the rest waits for the next', async () => {
      const broker = connect()
      const queue = newQueue()
      let release = () => {}
      const held = new Promise<void>((resolve) => (release = resolve))
      const one = await listen(
        broker,
        queue,
        async () => {
          await held
          return 'done' as const
        },
        1,
      )
      await broker.publish(queue, texts('in hand', 'next'))
      await vi.waitFor(() => expect(one.came).toEqual(['in hand']), 10_000)
      let stopped = false
      const stopping = one.stop().then(() => (stopped = true))
      await new Promise((resolve) => setImmediate(resolve))
      expect(stopped).toBe(false)
      release()
      await stopping
      const two = await listen(broker, queue)
      await vi.waitFor(() => expect(two.came).toEqual(['next']), 10_000)
      expect(one.came).toEqual(['in hand'])
    })

    it.each(['', '.hidden', 'a b', 'a/b', 'a\0', 'é', `${'n'.repeat(101)}`])('refuses a queue called %j', async (bad) => {
      const broker = connect()
      await expect(broker.publish(bad, texts('x'))).rejects.toBeInstanceOf(PortFault)
      await expect(broker.consume(bad, 1, async () => 'done')).rejects.toBeInstanceOf(PortFault)
      await expect(broker.depth(bad)).rejects.toBeInstanceOf(PortFault)
      await expect(broker.listDead(bad, 1)).rejects.toBeInstanceOf(PortFault)
      await expect(broker.redrive(bad, 1)).rejects.toBeInstanceOf(PortFault)
      await expect(broker.remove(bad)).rejects.toBeInstanceOf(PortFault)
    })

    it('says that it is well, and once closed that it is not, and carries no more', async () => {
      const broker = connect()
      await broker.publish(newQueue(), texts('x'))
      expect(await broker.state()).toEqual({ well: true, sentence: expect.stringMatching(/\.$/) })
      await broker.close()
      await broker.close()
      expect(await broker.state()).toEqual({ well: false, sentence: expect.stringMatching(/\.$/) })
      await expect(broker.publish(newQueue(), texts('x'))).rejects.toBeInstanceOf(PortFault)
      await expect(broker.consume(newQueue(), 1, async () => 'done')).rejects.toBeInstanceOf(PortFault)
    })
  })
}

/** Messages whose id is their text. */
function texts(...those: string[]): BrokerMessage[] {
  return those.map((text) => ({ id: text, body: Buffer.from(text) }))
}
