import { alert, answer } from '#test/dialling.ts'
import { obeyTwiml } from '#test/obey-twiml.ts'
import { type Network, type Party, PlayedCall, type Twiml } from '#test/played-call.ts'

/** A person is found out in a second and a half, a machine that is not listened to until its end in two. */
const personFoundMs = 1_500
const machineFoundMs = 2_000

/** A call that the API asked for. */
export type Asked = {
  accountSid: string
  from: string
  to: string
  url: string
  /** In place of what the address would say. */
  twiml: Twiml | undefined
  fallbackUrl: string | null
  statusUrl: string | null
  statusEvents: string[]
  ringSeconds: number
  machine: { detection: 'Enable' | 'DetectMessageEnd'; url: string | null } | null
}

/** Rings a number for the API; the call exists at once and goes on by itself. */
export function placeCall(network: Network, asked: Asked): PlayedCall {
  const { accountSid, from, to, statusUrl, statusEvents, fallbackUrl } = asked
  const call = new PlayedCall(network, { accountSid, from, to, direction: 'outbound-api', statusUrl, statusEvents, fallbackUrl })
  call.tell('initiated')
  const go = async () => {
    const party = network.partyOf(to)
    await network.clock.wait(40, call.life.signal)
    const outcome = await alert(call, party, asked.ringSeconds, call.life.signal)
    if (outcome !== 'answered') return call.end(outcome, outcome === 'failed' ? { ErrorCode: '13224', SipResponseCode: '404' } : {})
    answer(call, party)
    if (asked.machine?.url) void detect(call, party, asked.machine.detection, asked.machine.url)
    const { twiml } = asked
    return call.run(twiml ? async () => twiml : (signal) => call.ask({ url: asked.url, why: 'answer', signal }), obeyTwiml)
  }
  void go()
  return call
}

/** Asynchronous answering machine detection: https://www.twilio.com/docs/voice/answering-machine-detection */
async function detect(call: PlayedCall, { is = 'person', greeting }: Party, detection: 'Enable' | 'DetectMessageEnd', url: string): Promise<void> {
  const { network } = call
  const isMachine = is === 'machine' || is === 'machine-without-beep'
  const untilEnd = ((greeting?.length ?? 24_000) + (is === 'machine' ? 4_000 : 8_000)) / 8
  const afterMs = !isMachine ? personFoundMs : detection === 'Enable' ? machineFoundMs : untilEnd
  const ended = is === 'machine' ? 'machine_end_beep' : 'machine_end_silence'
  call.answeredBy = is === 'person' ? 'human' : is === 'fax' ? 'fax' : detection === 'Enable' ? 'machine_start' : ended
  await network.clock.wait(afterMs, call.life.signal)
  if (call.isOver) return
  const form = { CallSid: call.sid, AccountSid: call.accountSid, AnsweredBy: call.answeredBy, MachineDetectionDuration: String(Math.round(afterMs)) }
  await network.webhooks.post({ url, form, token: network.tokenOf(call.accountSid), why: 'machine' })
}
