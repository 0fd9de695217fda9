import type { Connection } from '#test/media-line.ts'
import { silence } from '#test/phone.ts'
import { type Party, PlayedCall } from '#test/played-call.ts'
import { beep, hum } from '#test/tones.ts'

/** Dials a party for a call; ends when the two have parted, with the fields of `<Dial>`'s action. */
export async function ringParty(
  call: PlayedCall,
  it: {
    number: string
    callerId: string
    ringSeconds: number
    signal: AbortSignal
    brief: ((party: PlayedCall, life: AbortSignal) => Promise<boolean>) | undefined
  },
): Promise<{ DialCallStatus: string } & Record<string, string>> {
  const { network } = call
  if (!/^\+[1-9]\d{6,14}$/.test(it.number)) {
    network.warn(13224, `no number to dial: ${it.number}`)
    return { DialCallStatus: 'failed' }
  }
  const child = new PlayedCall(network, { accountSid: call.accountSid, from: it.callerId, to: it.number, direction: 'outbound-dial', parentSid: call.sid })
  const leave = () => child.end(child.status === 'in-progress' ? 'completed' : 'canceled')
  it.signal.addEventListener('abort', leave)
  try {
    const party = network.partyOf(it.number)
    const outcome = await alert(child, party, it.ringSeconds, it.signal)
    if (outcome !== 'answered') {
      child.end(outcome)
      return { DialCallStatus: outcome, DialCallSid: child.sid }
    }
    answer(child, party)
    const mayJoin = !it.brief || (await it.brief(child, AbortSignal.any([child.life.signal, it.signal])))
    if (mayJoin && !child.isOver && !it.signal.aborted) {
      const [near, far] = bridge(call, child)
      call.connection = near
      child.connection = far
      call.phone.tell({ type: 'joined', number: child.to })
      child.phone.tell({ type: 'joined', number: call.from })
      await child.over
      if (call.connection === near) call.connection = undefined
      if (!call.isOver) call.phone.tell({ type: 'parted' })
    }
    leave()
    return { DialCallStatus: 'completed', DialCallSid: child.sid, DialCallDuration: String(child.duration ?? 0), DialBridged: String(mayJoin) }
  } finally {
    it.signal.removeEventListener('abort', leave)
  }
}

/** Rings; gives what came of it. */
export async function alert(call: PlayedCall, party: Party, ringSeconds: number, signal: AbortSignal) {
  const { clock } = call.network
  if (party.does === 'fail') return 'failed'
  call.become('ringing')
  const ringMs = party.does === 'no-answer' ? Infinity : (party.ringMs ?? 400)
  await clock.wait(Math.min(ringMs, ringSeconds * 1_000), signal)
  if (signal.aborted) return 'canceled'
  if (ringMs > ringSeconds * 1_000) return 'no-answer'
  return party.does === 'busy' ? 'busy' : 'answered'
}

/** Somebody or something picks up. */
export function answer(call: PlayedCall, party: Party): void {
  call.become('in-progress')
  const { phone } = call
  if (party.is === 'machine' || party.is === 'machine-without-beep') {
    void phone.say(party.greeting ?? hum())
    if (party.is === 'machine') void phone.say(beep())
  }
  party.onAnswer?.(call.caller)
}

/** Two phones hear each other; a key is heard as nothing. */
function bridge(one: PlayedCall, other: PlayedCall): [Connection, Connection] {
  const end = (hearer: PlayedCall): Connection => ({
    fromCaller: (frame) => {
      if (!hearer.isOver && !frame.every((it) => it === silence)) hearer.phone.hear(frame)
    },
    toCaller: () => undefined,
    press: () => undefined,
  })
  return [end(other), end(one)]
}
