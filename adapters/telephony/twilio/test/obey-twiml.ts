import { openMediaLine } from '#test/media-line.ts'
import { ringParty } from '#test/dialling.ts'
import type { Load, PlayedCall, Twiml } from '#test/played-call.ts'
import type { WebhookReason } from '#test/webhooks.ts'
import type { XmlElement } from '#test/read-xml.ts'

/** How long it takes to say a character, and to play a file that nobody fetches. */
const characterMs = 60
const fileMs = 1_000
/** The most loops of `<Play>`, which `loop="0"` means as well. */
const mostLoops = 1_000

type At = { call: PlayedCall; url: string; signal: AbortSignal }

/** Does what one document of TwiML says; gives where the next comes from. At its end a call is hung up. */
export async function obeyTwiml(call: PlayedCall, twiml: Twiml, signal: AbortSignal): Promise<Load | undefined> {
  const next = await obeyVerbs(call, twiml, signal)
  if (next === 'ended' && !signal.aborted) call.end('completed')
  return typeof next === 'function' ? next : undefined
}

/** As `obeyTwiml`, but leaves the call as it is at the end: so a dialled party hears its brief. */
export async function obeyVerbs(call: PlayedCall, { verbs, url }: Twiml, signal: AbortSignal): Promise<Load | 'ended' | undefined> {
  const at = { call, url, signal }
  for (const [index, verb] of verbs.entries()) {
    if (signal.aborted) return undefined
    // A call is answered by the first thing that speaks or listens.
    if (!['Pause', 'Reject', 'Redirect'].includes(verb.name)) call.become('in-progress')
    const next = await obeyVerb(at, verb, index)
    if (next !== undefined) return next
  }
  return 'ended'
}

async function obeyVerb(at: At, verb: XmlElement, index: number): Promise<Load | 'ended' | undefined> {
  const { call, signal } = at
  const { clock } = call.network
  const { attributes } = verb
  switch (verb.name) {
    case 'Say':
      call.phone.tell({ type: 'said', text: verb.text, language: attributes.language ?? 'en-US', voice: attributes.voice ?? 'man' })
      if (verb.text.length > 4_096) call.network.warn(13520, 'a text longer than 4,096 characters')
      await clock.wait(verb.text.length * characterMs, signal)
      return undefined
    case 'Play': {
      const loop = Number(attributes.loop ?? 1)
      call.phone.tell({ type: 'played', url: verb.text.trim(), loop })
      await clock.wait((loop || mostLoops) * fileMs, signal)
      return undefined
    }
    case 'Pause': {
      const seconds = Number(attributes.length ?? 1)
      if (!(seconds > 0)) call.network.warn(13910, `<Pause length="${attributes.length}">`)
      call.phone.tell({ type: 'paused', seconds })
      await clock.wait(seconds * 1_000, signal)
      return undefined
    }
    case 'Redirect':
      return loaderOf(at, verb.text.trim(), 'redirect')
    case 'Hangup':
      return 'ended'
    case 'Reject':
      if (index === 0 && call.status !== 'in-progress') call.end(attributes.reason === 'busy' ? 'busy' : 'no-answer')
      return 'ended'
    case 'Connect':
      return stream(at, verb)
    case 'Dial':
      return dial(at, verb)
    default:
      call.network.warn(12200, `<${verb.name}> is not played here`)
      return undefined
  }
}

async function stream(at: At, verb: XmlElement): Promise<Load | undefined> {
  const { call, signal } = at
  const { network } = call
  const noun = verb.children.find((it) => it.name === 'Stream')
  const url = noun?.attributes.url
  if (!noun || url === undefined || !/^wss?:\/\//.test(url) || !URL.canParse(url)) {
    network.warn(31920, `<Connect> without a <Stream> that has an address: ${url}`)
    return undefined
  }
  // Twilio does not carry a query in the address of a stream: values go as <Parameter>.
  if (url.includes('?')) network.warn(31920, 'the address of a stream has a query')
  const parameters = Object.fromEntries(
    noun.children.filter((it) => it.name === 'Parameter').map((it) => [it.attributes.name ?? '', it.attributes.value ?? '']),
  )
  for (const [name, value] of Object.entries(parameters))
    if (name.length + value.length > 500) network.warn(12200, `the parameter ${name} is longer than 500 characters`)
  const address = url.split('?')[0]!
  const signature = network.sign({ url: address, form: {}, accountSid: call.accountSid })
  const line = openMediaLine({
    url: address,
    streamSid: network.newSid('MZ'),
    callSid: call.sid,
    accountSid: call.accountSid,
    parameters,
    signature,
    phone: call.phone,
    faults: network.faults,
    random: network.random,
    warn: network.warn,
  })
  call.line = line
  call.connection = line
  const stopped = Promise.withResolvers<string>()
  const stop = () => {
    line.stop()
    stopped.resolve('stopped')
  }
  signal.addEventListener('abort', stop)
  const why = await Promise.race([line.ended, stopped.promise])
  signal.removeEventListener('abort', stop)
  if (call.connection === line) call.connection = undefined
  call.line = undefined
  if (!call.isOver) call.phone.tell({ type: 'stream-ended', why })
  if (signal.aborted || verb.attributes.action === undefined) return undefined
  return loaderOf(at, verb.attributes.action, 'action', { StreamSid: line.streamSid })
}

async function dial(at: At, verb: XmlElement): Promise<Load | undefined> {
  const { call, signal } = at
  const noun = verb.children.find((it) => it.name === 'Number')
  const number = (noun?.text ?? verb.text).trim()
  call.phone.tell({ type: 'dialling', number })
  const briefUrl = noun?.attributes.url
  const outcome = await ringParty(call, {
    number,
    callerId: verb.attributes.callerId ?? call.from,
    ringSeconds: Number(verb.attributes.timeout ?? 30),
    signal,
    brief: briefUrl === undefined ? undefined : (party, life) => hearBrief({ call: party, url: at.url, signal: life }, briefUrl),
  })
  const { action } = verb.attributes
  if (action === undefined) return undefined
  // Whoever hung up, the address is asked; after the caller did, its answer is of no use.
  const load = loaderOf(at, action, 'action', { ...outcome })
  if (!call.isOver) return signal.aborted ? undefined : load
  await load(new AbortController().signal)
  return undefined
}

/** Gives whether the party may be joined with the caller: not when the brief ended with a hang-up, or could not be had. */
async function hearBrief(at: At, url: string): Promise<boolean> {
  const twiml = await loaderOf(at, url, 'brief')(at.signal)
  if (!twiml) return false
  const hangsUp = twiml.verbs.some((it) => it.name === 'Hangup' || it.name === 'Reject')
  await obeyVerbs(at.call, twiml, at.signal)
  return !hangsUp && !at.call.isOver
}

/** Asks an address, as written beside the one the document came from. */
function loaderOf({ call, url: from }: At, url: string, why: WebhookReason, form: Record<string, string> = {}): Load {
  return async (signal) => {
    const address = URL.parse(url, from)?.href
    if (address !== undefined) return call.ask({ url: address, why, form, signal })
    call.network.warn(11100, `no address: ${url}`)
    return undefined
  }
}
