import type { EmulatedClock } from '#test/emulated-clock.ts'
import type { Connection, LineFaults, MediaLine } from '#test/media-line.ts'
import { type Caller, type CallStatus, createPhone, type Phone } from '#test/phone.ts'
import type { WebhookReason, Webhooks } from '#test/webhooks.ts'
import { readXml, type XmlElement } from '#test/read-xml.ts'

/** What happens when a number is called. */
export type Party = {
  does: 'answer' | 'busy' | 'no-answer' | 'fail'
  /** Rings so long before it does it; 400 by default. */
  ringMs?: number
  /** Who answers, as answering machine detection would find; a person by default. A machine says its greeting, then beeps. */
  is?: 'person' | 'machine' | 'machine-without-beep' | 'fax'
  /** What a machine says, μ-law. */
  greeting?: Uint8Array
  /** Directs a person who answers. */
  onAnswer?: (caller: Caller) => void
}

/** What calls of one played Twilio share. */
export type Network = {
  clock: EmulatedClock
  webhooks: Webhooks
  remember: boolean
  faults: LineFaults
  callbacks: { twice?: boolean; shuffled?: boolean }
  random(): number
  newSid(prefix: string): string
  tokenOf(accountSid: string): string
  partyOf(number: string): Party
  sign(it: { url: string; form: Record<string, string>; accountSid: string }): string
  warn(code: number, what: string): void
  enter(call: PlayedCall): void
}

/** TwiML that was read, and where it came from. */
export type Twiml = { verbs: XmlElement[]; url: string }
/** Brings the next TwiML; undefined when there is none to be had. */
export type Load = (signal: AbortSignal) => Promise<Twiml | undefined>

const events: Partial<Record<CallStatus, string>> = { queued: 'initiated', ringing: 'ringing', 'in-progress': 'answered' }
const final = new Set<CallStatus>(['completed', 'busy', 'no-answer', 'failed', 'canceled'])

/** One leg of a call: its state, its telephone, what it does now. */
export class PlayedCall {
  readonly sid: string
  readonly accountSid: string
  readonly from: string
  readonly to: string
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-dial'
  readonly parentSid: string | null
  readonly phone: Phone
  readonly caller: Caller
  readonly over: Promise<CallStatus>
  /** Aborted when the call is over. */
  readonly life = new AbortController()
  readonly network: Network
  status: CallStatus = 'queued'
  answeredBy: string | null = null
  /** Seconds from answer to end. */
  duration: number | null = null
  connection: Connection | undefined
  line: MediaLine | undefined
  private doing = new AbortController()
  private next: Load | undefined
  private answeredAtMs: number | undefined
  private sequence = 0
  private telling = Promise.resolve()
  private readonly statusUrl: string | null
  private readonly fallbackUrl: string | null
  private readonly statusEvents: ReadonlySet<string>
  private readonly endOver: (status: CallStatus) => void
  private readonly stopFrames: () => void

  constructor(
    network: Network,
    it: { accountSid: string; from: string; to: string; direction: PlayedCall['direction'] } & Partial<{
      parentSid: string
      statusUrl: string | null
      statusEvents: Iterable<string>
      fallbackUrl: string | null
    }>,
  ) {
    this.network = network
    this.sid = network.newSid('CA')
    this.accountSid = it.accountSid
    this.from = it.from
    this.to = it.to
    this.direction = it.direction
    this.parentSid = it.parentSid ?? null
    this.statusUrl = it.statusUrl || null
    this.fallbackUrl = it.fallbackUrl || null
    this.statusEvents = new Set(it.statusEvents ?? ['completed'])
    const { promise, resolve } = Promise.withResolvers<CallStatus>()
    this.over = promise
    this.endOver = resolve
    this.phone = createPhone(network.clock, network.remember)
    this.caller = this.callerOf()
    this.stopFrames = network.clock.onFrame(() => {
      const frame = this.phone.speak()
      if (!this.connection) return
      this.connection.fromCaller(frame)
      const sound = this.connection.toCaller()
      if (sound) this.phone.hear(sound)
    })
    network.enter(this)
  }

  get isOver(): boolean {
    return final.has(this.status)
  }

  /** The fields that every webhook about this call has. */
  form(more: Record<string, string> = {}): Record<string, string> {
    const parent = this.parentSid === null ? {} : { ParentCallSid: this.parentSid }
    const { sid, accountSid, from, to, status, direction } = this
    return {
      AccountSid: accountSid,
      ApiVersion: '2010-04-01',
      CallSid: sid,
      CallStatus: status,
      Direction: direction,
      From: from,
      Caller: from,
      To: to,
      Called: to,
      ...parent,
      ...more,
    }
  }

  /** Goes to a state once, and tells those who wanted to know. */
  become(status: CallStatus, more: Record<string, string> = {}): void {
    if (this.isOver || this.status === status) return
    this.status = status
    if (status === 'in-progress') {
      this.answeredAtMs = this.network.clock.now()
      this.phone.tell({ type: 'answered' })
    }
    if (final.has(status)) this.finish()
    this.tell(events[status] ?? 'completed', more)
  }

  /** Tells the status address of the state the call is in; for those who are `queued` from the beginning as well. */
  tell(event: string, more: Record<string, string> = {}): void {
    const { statusUrl: url, network } = this
    if (url === null || !this.statusEvents.has(event)) return
    const ended = this.duration === null ? {} : { CallDuration: String(this.duration), Duration: String(Math.ceil(this.duration / 60)) }
    const told = {
      CallbackSource: 'call-progress-events',
      SequenceNumber: String(this.sequence++),
      Timestamp: new Date().toUTCString().replace('GMT', '+0000'),
    }
    const form = this.form({ ...told, ...ended, ...more })
    const send = async () => {
      const times = network.callbacks.twice ? 2 : 1
      for (let time = 0; time < times; time++) await network.webhooks.post({ url, form, token: network.tokenOf(this.accountSid), why: 'status' })
    }
    if (network.callbacks.shuffled) void network.clock.wait(network.random() * 1_500).then(send)
    else this.telling = this.telling.then(send)
  }

  /** Ends the call, whatever it does now. */
  end(status: CallStatus, more: Record<string, string> = {}): void {
    this.become(status, more)
  }

  /** Does what TwiML says until it ends, is steered elsewhere, or nothing more can be had. `obey` plays one document and gives the next. */
  async run(first: Load, obey: (call: PlayedCall, twiml: Twiml, signal: AbortSignal) => Promise<Load | undefined>): Promise<void> {
    let load: Load | undefined = first
    while (load && !this.isOver) {
      this.doing = new AbortController()
      const signal = AbortSignal.any([this.doing.signal, this.life.signal])
      const twiml: Twiml | undefined = await load(signal)
      load = twiml && !signal.aborted ? await obey(this, twiml, signal) : undefined
      if (this.next) load = this.next
      this.next = undefined
    }
  }

  /** Leaves what it does now for something else. */
  steer(load: Load): void {
    this.next = load
    this.doing.abort()
  }

  /** Brings TwiML from an address, or from the call's fallback address when that fails. Without an answer the call has failed. */
  async ask(it: { url: string; why: WebhookReason; form?: Record<string, string>; signal?: AbortSignal }): Promise<Twiml | undefined> {
    const { network, fallbackUrl } = this
    const token = network.tokenOf(this.accountSid)
    const answer = await network.webhooks.post({ ...it, form: this.form(it.form), token })
    const twiml = 'body' in answer ? readTwiml(answer.body, answer.url) : undefined
    if (twiml || it.signal?.aborted) return twiml
    const errorCode = 'errorCode' in answer ? answer.errorCode : '12100'
    network.warn(Number(errorCode), `no TwiML came from ${answer.url}`)
    if (it.why === 'fallback' || fallbackUrl === null) {
      this.end('failed', { ErrorCode: errorCode })
      return undefined
    }
    const told = { ErrorCode: errorCode, ErrorUrl: answer.url }
    return this.ask({ url: fallbackUrl, why: 'fallback', form: told, ...(it.signal ? { signal: it.signal } : {}) })
  }

  private finish(): void {
    if (this.answeredAtMs !== undefined) this.duration = Math.round((this.network.clock.now() - this.answeredAtMs) / 1_000)
    this.stopFrames()
    this.connection = undefined
    this.phone.tell({ type: 'over', status: this.status })
    this.phone.close()
    this.life.abort()
    this.endOver(this.status)
  }

  private callerOf(): Caller {
    const { phone } = this
    const status = () => this.status
    return {
      callSid: this.sid,
      from: this.from,
      to: this.to,
      get status() {
        return status()
      },
      say: phone.say,
      beSilent: phone.beSilent,
      press: (digits) => {
        for (const digit of digits) {
          phone.tell({ type: 'pressed', digit })
          this.connection?.press(digit)
        }
      },
      hangUp: () => this.end(this.status === 'in-progress' ? 'completed' : 'no-answer'),
      heard: phone.heard,
      events: phone.events,
      until: phone.until,
      over: this.over,
      breakStream: (how) => this.line?.break(how),
    }
  }
}

/** Undefined when it is no TwiML. */
export function readTwiml(body: string, url: string): Twiml | undefined {
  try {
    const root = readXml(body)
    return root.name === 'Response' ? { verbs: root.children, url } : undefined
  } catch {
    return undefined
  }
}
