import { parseArgs } from 'node:util'
import type { Client, SocketClient } from '@myna/contracts'
import type { calls, CallTurn, TalkDown, TalkUp } from '@myna/contracts/calls'
import { type Command, exitCodes, UsageError } from '#commands/command.ts'
import { connect } from '#server-client.ts'

const usage = `Usage: myna probe --agent <id> [--say "When are you open?"] [--within <ms>] [--timeout <s>] [--silent] [--draft] [--tenant <id>] [--json]

Places a call to an agent as a browser does, says one thing and waits for the answer and its sound; then hangs up. Prints how long that took.
Exit code 0: answered; 1: not answered, refused, without sound, or later than --within; 3: the server cannot be reached.
--silent is content with words. The call stands among the calls of the organisation: give probes an agent of their own.`

/** What a probe found. Times in ms, from what was said; null: it did not come. */
export type Probe = {
  passed: boolean
  sentence: string
  callId: string | null
  /** Until the line stood. */
  connectMs: number | null
  /** Until the first words of the answer. */
  answerMs: number | null
  /** Until its first sound. */
  soundMs: number | null
}

/** Calls an agent and tells whether it answers, and how fast. */
export const probe: Command = {
  summary: 'Call an agent and tell whether it answers, and how fast.',
  usage,
  async run(args, config) {
    const { values } = parseArgs({
      args,
      options: {
        agent: { type: 'string' },
        say: { type: 'string', default: 'When are you open?' },
        within: { type: 'string' },
        timeout: { type: 'string', default: '20' },
        silent: { type: 'boolean', default: false },
        draft: { type: 'boolean', default: false },
        tenant: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [within, timeout] = [values.within === undefined ? Number.POSITIVE_INFINITY : Number(values.within), Number(values.timeout)]
    if (!values.agent || !(within > 0) || !(timeout > 0) || values.say.trim() === '') throw new UsageError(usage)
    const { api } = connect(config, values.tenant)
    const talk = { agentId: values.agent, draft: values.draft }
    const found = await placeProbe(api.calls, { talk, say: values.say, aloud: !values.silent, within, timeoutMs: timeout * 1000 })
    if (values.json) process.stdout.write(`${JSON.stringify(found)}\n`)
    else process.stdout.write(`${found.passed ? 'well' : 'BAD '}  ${found.sentence}\n`)
    return found.passed ? exitCodes.done : exitCodes.failed
  },
}

type Asked = { talk: { agentId: string; draft: boolean }; say: string; aloud: boolean; within: number; timeoutMs: number }

/** Places one call and hangs up. Throws `ApiFault` when the server cannot be reached or refuses the call. */
export async function placeProbe(api: Pick<Client<typeof calls>, 'talk'>, it: Asked): Promise<Probe> {
  const found: Probe = { passed: false, sentence: '', callId: null, connectMs: null, answerMs: null, soundMs: null }
  const began = performance.now()
  const patience = AbortSignal.timeout(it.timeoutMs)
  const line: SocketClient<TalkUp, TalkDown> = await api.talk(it.talk, { signal: patience })
  const since = (from: number) => Math.round(performance.now() - from)
  let askedAt: number | undefined
  let answer: CallTurn | undefined
  let replyId: string | undefined
  let trouble: string | undefined
  try {
    for await (const message of line.messages) {
      if (message instanceof Uint8Array) continue
      if (message.type === 'ready') {
        found.callId = message.call.id
        found.connectMs = since(began)
        if (!it.aloud) line.send({ type: 'mute', speech: false })
        askedAt = performance.now()
        line.send({ type: 'text', text: it.say, spoken: true })
      }
      if (message.type === 'trouble') trouble = message.sentence
      if (askedAt === undefined) continue
      // A greeting that was under way answers nobody.
      if (message.type === 'turn' && message.turn.speaker === 'agent' && message.turn.latency) {
        answer = message.turn
        replyId = answer.id
        found.answerMs ??= answer.latency?.answerMs ?? since(askedAt)
      }
      if (message.type === 'audio_start' && message.turnId !== undefined && (replyId === undefined || message.turnId === replyId))
        found.soundMs = since(askedAt)
      if (answer && (!it.aloud || found.soundMs !== null)) break
    }
    line.send({ type: 'hangup' })
  } catch (error) {
    // A line that was let go after its time is no fault of the line.
    if (!patience.aborted) throw error
  } finally {
    line.close()
  }
  return judge(found, answer, it, trouble)
}

function judge(found: Probe, answer: CallTurn | undefined, it: Asked, trouble: string | undefined): Probe {
  const slowest = Math.max(found.answerMs ?? 0, found.soundMs ?? 0)
  if (found.connectMs === null) return { ...found, sentence: 'The call was not taken.' }
  if (!answer) return { ...found, sentence: `No answer within ${it.timeoutMs / 1000} s.${trouble ? ` ${trouble}` : ''}` }
  if (answer.refused) return { ...found, sentence: 'The agent does not know the answer.' }
  if (it.aloud && found.soundMs === null) return { ...found, sentence: `The answer has no sound.${trouble ? ` ${trouble}` : ''}` }
  if (slowest > it.within) return { ...found, sentence: `The answer took ${Math.round(slowest)} ms, more than ${it.within} ms.` }
  const sound = found.soundMs === null ? '' : `, sound after ${found.soundMs} ms`
  return { ...found, passed: true, sentence: `Connected in ${found.connectMs} ms, answered after ${Math.round(found.answerMs ?? 0)} ms${sound}.` }
}
