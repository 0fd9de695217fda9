import { PortFault } from './fault.ts'

/** A message on its way: `id` is the same however often it is carried. */
export type BrokerMessage = { id: string; body: Uint8Array }

/**
 * What became of a message: `done` is never carried again; `again` is carried once more, later; `dead` is put aside for a person to look at.
 */
export type BrokerVerdict = 'done' | 'again' | 'dead'

/** A message put aside, with why if the broker knows. */
export type DeadMessage = BrokerMessage & { why: string }

/** Carries messages between processes at least once. Queues are made on first use and outlive everybody; their names are what `checkedQueueName` lets pass. */
export type Broker = {
  readonly name: string
  /**
   * Resolves when the broker keeps all of them safely, on disk and on most of its nodes. Throws `PortFault`, in bounded time, when it is away, blocked or
   * refuses: any may then have been kept.
   */
  publish(queue: string, messages: readonly BrokerMessage[]): Promise<void>
  /**
   * Hands the messages of a queue to `take`, up to `atOnce` at a time, in order of publishing. Of all who consume a queue one is handed messages at a time; when it goes,
   * the next takes over and gets again what was not decided. A `take` that throws means `again`; a message that comes again too often is put aside.
   * A broker that is away is waited for: messages come when it is there again. The returned function stops it, waiting for messages in hand.
   */
  consume(queue: string, atOnce: number, take: (message: BrokerMessage) => Promise<BrokerVerdict>): Promise<() => Promise<void>>
  /** How many messages wait, in nobody's hand, and how many are put aside. Throws `PortFault`. */
  depth(queue: string): Promise<{ waiting: number; dead: number }>
  /** Up to `limit` of the messages put aside, about oldest first; they stay where they are. Throws `PortFault`. */
  listDead(queue: string, limit: number): Promise<DeadMessage[]>
  /** Puts up to `limit` messages that were set aside back into their queue. Answers how many. Throws `PortFault`. */
  redrive(queue: string, limit: number): Promise<number>
  /** Removes a queue with all that waits in it and was put aside, for one that nobody uses any more. Throws `PortFault`. */
  remove(queue: string): Promise<void>
  /** Whether the broker can be reached and takes messages; one sentence for an operator. */
  state(): Promise<{ well: boolean; sentence: string }>
  /** Messages in hand are not waited for: whoever comes next gets them again. */
  close(): Promise<void>
}

/** The name, when it is one a queue may have: letters, digits, dots, dashes and underscores, at most 100. Throws `PortFault`. */
export function checkedQueueName(name: string): string {
  if (/^[a-z0-9][a-z0-9._-]{0,99}$/i.test(name)) return name
  throw new PortFault(`No queue can be called ${JSON.stringify(name.slice(0, 120))}.`, { retryable: false })
}
