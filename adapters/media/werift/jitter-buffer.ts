/** A packet of RTP as it came: `sequence` of 16 bits, `timestamp` of 32 bits in samples at 48 kHz. */
export type Packet = { sequence: number; timestamp: number; payload: Uint8Array }

/** What becomes of packets, in the order of their sequence. */
export type Taker = {
  /** The next packet; gives its length in samples at 48 kHz. */
  packet(payload: Uint8Array): number
  /** Nothing came for so many samples, and nothing will: lost packets when `isLost`, else a pause of the sender. `next` comes after. */
  gap(samples: number, isLost: boolean, next: Uint8Array): void
}

/** A missing packet is waited for so long once a later one is there; longer on a network that swaps packets. */
const [leastPatienceMs, mostPatienceMs] = [40, 120]
const morePatienceMs = 20
/** What a packet in order takes from the patience: it is back in a minute. */
const lessPatienceMs = 0.02
/** One second of packets. */
const mostWaiting = 50
/** Larger steps of the sequence are another stream, or noise: RFC 3550, appendix A.1. */
const [mostDropout, mostMisorder] = [3_000, 100]
/** Packets that were given up are known for a while, to tell late ones from those that come twice. */
const mostGivenUp = 64

/**
 * Brings packets into order: hands on at once what is in order, waits for what is missing only as long as that may help, drops what comes twice or too late. `now` is any
 * clock in milliseconds that goes forward. Holds one second at most.
 */
export function createJitterBuffer(take: Taker) {
  let waiting: (Packet & { cameAt: number })[] = []
  let next: { sequence: number; timestamp: number } | undefined
  let strange: number | undefined
  let patienceMs = leastPatienceMs
  let givenUp: number[] = []

  const start = ({ sequence, timestamp }: Packet) => {
    waiting = []
    givenUp = []
    next = { sequence, timestamp }
  }

  /** Whether the sequence belongs to another stream than before: two in a row do. */
  const startsAnew = (packet: Packet, step: number): boolean | undefined => {
    if (step > -mostMisorder && step < mostDropout) {
      strange = undefined
      return undefined
    }
    const isSecond = packet.sequence === strange
    strange = (packet.sequence + 1) & 0xffff
    return isSecond
  }

  const insert = (packet: Packet, now: number) => {
    let at = waiting.length
    while (at > 0 && stepOf(waiting[at - 1]!.sequence, packet.sequence) <= 0) {
      if (waiting[at - 1]!.sequence === packet.sequence) return
      at--
    }
    waiting.splice(at, 0, { ...packet, cameAt: now })
  }

  const giveUp = (from: number, count: number) => {
    for (let index = Math.max(0, count - mostGivenUp); index < count; index++) givenUp.push((from + index) & 0xffff)
    givenUp = givenUp.slice(-mostGivenUp)
  }

  function drain(now: number): void {
    while (next && waiting[0]) {
      const head = waiting[0]
      const missing = stepOf(next.sequence, head.sequence)
      if (missing > 0) {
        const since = waiting.reduce((first, it) => Math.min(first, it.cameAt), now)
        if (now - since < patienceMs && waiting.length < mostWaiting) return
        giveUp(next.sequence, missing)
      } else patienceMs = Math.max(leastPatienceMs, patienceMs - lessPatienceMs)
      waiting.shift()
      const gap = (head.timestamp - next.timestamp) | 0
      if (gap > 0) take.gap(gap, missing > 0, head.payload)
      next = { sequence: (head.sequence + 1) & 0xffff, timestamp: (head.timestamp + take.packet(head.payload)) >>> 0 }
    }
  }

  return {
    put(packet: Packet, now: number): void {
      if (!next) start(packet)
      const step = stepOf(next!.sequence, packet.sequence)
      const anew = startsAnew(packet, step)
      if (anew === false) return
      if (anew) start(packet)
      else if (step < 0) {
        // It came after all: the next one is waited for longer.
        if (givenUp.includes(packet.sequence)) patienceMs = Math.min(mostPatienceMs, patienceMs + morePatienceMs)
        givenUp = givenUp.filter((it) => it !== packet.sequence)
        return
      }
      insert(packet, now)
      drain(now)
    },
    /** Hands on what waited long enough; to be called every few milliseconds. */
    turn: drain,
    get waiting(): number {
      return waiting.length
    },
    get patienceMs(): number {
      return patienceMs
    },
  }
}

/** From one sequence to another, −32,768 to 32,767: the shorter way round. */
function stepOf(from: number, to: number): number {
  return ((to - from) << 16) >> 16
}
