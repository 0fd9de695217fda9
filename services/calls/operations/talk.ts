import type { SocketServer } from '@myna/contracts'
import type { TalkDown, TalkUp } from '@myna/contracts/calls'
import type { Language } from '@myna/contracts/page'
import { Fault, newId } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { createAllowance } from '#domain/allowance.ts'
import { askBurst, askPerSecond } from '#domain/call-limits.ts'
import { beginCall } from '#operations/begin-call.ts'
import { comeBack } from '#operations/come-back.ts'
import { connectCall } from '#operations/connect-call.ts'
import { presentCall } from '#store/present.ts'
import { browserTransport } from '#streams/browser-transport.ts'
import type { CallSession } from '#streams/call-session.ts'
import type { Exchange } from '#streams/exchange.ts'
import { createPeerWay, type PeerWay } from '#streams/peer-transport.ts'

/** Largest piece of the microphone's sound taken at once, in bytes: one second. */
const largestPiece = 32_000

/** Talks to an agent in a browser: a new call, or one whose connection broke. */
export function talkOver(exchange: Exchange): Handle<'talk'> {
  return async ({ agentId, draft, callId }, context, socket) => {
    const { call } = context
    const agent = await call.agents.getLiveConfig({ agentId, draft }).catch((error: unknown) => {
      throw error instanceof Fault && error.code === 'agents.not_publishable' ? new Fault('calls.agent_not_live', { agentId }, { cause: error }) : error
    })
    const [{ settings }, { canHear, canSpeak }] = await Promise.all([call.workspace.getSettings({}), tongues(context)])
    const connectionId = newId()
    const row = callId ? await comeBack(context, { callId, agentId, connectionId }) : await beginCall(context, agent, { connectionId, draft })
    let over = false
    const tell = (message: TalkDown) => {
      if (!over) socket.send(message)
    }
    const transport = browserTransport(socket)
    const { session, run } = await connectCall(context, exchange, {
      row,
      connectionId,
      agent,
      transport,
      tell,
      transfer: undefined,
      records: settings.recordBrowserCalls,
    })
    tell({ type: 'ready', call: presentCall(row, 0), canHear, canSpeak, iceServers: [...(context.ports.iceServers?.(row.id) ?? [])] })
    for (const turn of await session.transcript.turns()) tell({ type: 'turn', turn })
    const peer = createPeerWay({ context, session, socket: transport, tell })
    let refused: unknown
    void read(context, session, socket, { hears: canHear.length > 0, peer }).catch((error: unknown) => {
      refused = error
      session.gone({ how: 'broken', by: null })
    })
    try {
      await run(callId ? undefined : agent.config.greeting, callId === undefined)
      // What a browser sent that it may not is told as its connection ends; the call may come back.
      if (refused !== undefined) throw refused
    } finally {
      over = true
      peer.close()
    }
  }
}

/** Hands what comes from the browser to the session, until the browser leaves. */
async function read(
  context: Context,
  session: CallSession,
  socket: SocketServer<TalkUp, TalkDown>,
  { hears, peer }: { hears: boolean; peer: PeerWay },
): Promise<void> {
  const asks = createAllowance(askBurst, askPerSecond)
  const mayAsk = () => {
    const may = asks.take(performance.now())
    if (!may) session.trouble(new Fault('request.too_many'))
    return may
  }
  let opening: Promise<void> = Promise.resolve()
  let listenBy: 'server' | 'browser' | 'none' = 'none'
  const listen = (by: typeof listenBy) => {
    if (by === 'server' && !hears)
      return socket.send({
        type: 'trouble',
        code: 'voice.engine_absent',
        sentence: 'This server cannot hear yet. Type instead, or use a browser that recognises speech.',
      })
    if (by === listenBy) return
    listenBy = by
    session.listen(undefined)
    if (by !== 'server') return
    opening = opening.then(async () => {
      // Who listens may have changed again while others were opened and closed.
      if (listenBy === 'server' && !session.listening) await openEars(context, session)
    })
  }
  session.onDeaf = (error) => {
    listenBy = 'none'
    session.trouble(error instanceof Fault ? error : new Fault('voice.engine_failed', {}, { cause: error }))
  }
  for await (const message of socket.messages) {
    if (message instanceof Uint8Array) {
      if (message.byteLength >= 2 && message.byteLength <= largestPiece && !peer.isOpen) session.hear(message)
      continue
    }
    switch (message.type) {
      case 'hangup':
        return session.gone({ how: 'hung-up', by: 'caller' })
      case 'text':
        if (mayAsk()) session.ask(message.text)
        break
      case 'listen':
        if (mayAsk()) listen(message.by)
        break
      case 'peer':
        if (mayAsk()) peer.take(message.sdp)
        break
      case 'key':
        if (mayAsk()) session.key(message.key)
        break
      case 'interrupt':
        session.replies.interrupt(message)
        break
      case 'partial':
        session.overhear(message.text)
        break
      case 'mute':
        session.replies.speakAloud(message.speech)
        break
      case 'played':
        session.replies.played(message.turnId)
    }
  }
  session.gone({ how: 'broken', by: null })
}

/** Opens the way to an engine that listens, in the languages of the agent on the line. */
export async function openEars(context: Context, session: CallSession): Promise<void> {
  const { config, transport } = session.line
  try {
    const phrases = [config.businessName]
    session.listen(await context.call.voice.listen({ languages: config.languages, format: transport.format, phrases }, { signal: context.signal }))
  } catch (error) {
    session.onDeaf?.(error)
  }
}

async function tongues({ call }: Context): Promise<{ canHear: Language[]; canSpeak: Language[] }> {
  const { engines } = await call.voice.listEngines({})
  const of = (kind: 'speech' | 'recognition') => [...new Set(engines.filter((it) => it.kind === kind && it.available).flatMap((it) => it.languages))]
  return { canHear: of('recognition'), canSpeak: of('speech') }
}
