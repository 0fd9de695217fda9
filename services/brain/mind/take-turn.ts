import type { Answer } from '@myna/contracts/brain'
import type { Move } from '@myna/contracts/dialogue'
import type { Hit } from '@myna/contracts/knowledge'
import { Fault } from '@myna/kernel'
import { say } from '#answer/wording/sentences.ts'
import type { Context } from '#context.ts'
import { afterAnswer, afterRun, type RunOutcome } from '#dialogue/after.ts'
import { confirm } from '#dialogue/ask.ts'
import { type Setting, type Step, step } from '#dialogue/step.ts'
import type { DialogueState, Filled } from '#dialogue/state.ts'
import { sayOf } from '#dialogue/wording.ts'
import { trustedHits } from '#guard/trusted-hits.ts'
import type { Hearing } from '#mind/hear.ts'
import { beginCalled, type OfferedTool, passageOf, toolsOffered } from '#mind/model-tools.ts'
import { splitSentences } from '#mind/sentences.ts'
import { think } from '#mind/think.ts'
import type { ConversationRow } from '#store/present.ts'

/** What a turn says as it goes, and last what came of it. */
export type TurnPart =
  | { type: 'sentence'; text: string }
  | {
      type: 'over'
      answer: Answer
      move: Move
      state: DialogueState
      /** To be kept of the caller from now on. */
      consent?: 'given' | 'refused'
      /** The knowledge has no answer: the question is gathered. */
      gap?: boolean
    }

const noMove: Omit<Move, 'kind'> = { goal: null, slot: null, slots: {}, tool: null, runId: null, handOffTo: null }

/** What the rules of a dialogue know of the conversation, given its turns in their order. */
export function settingOf({ policy, persona }: Pick<ConversationRow, 'policy' | 'persona'>, earlier: Hearing['earlier']): Setting {
  const lastSaid = earlier.findLast((turn) => turn.speaker === 'agent')?.text ?? null
  return { policy, businessName: persona.businessName, agentName: persona.agentName, lastSaid }
}

/** Carries out one turn: decides by the policy, then speaks, looks up, asks for a tool, or hands over. */
export async function* takeTurn(hearing: Hearing, context: Context): AsyncGenerator<TurnPart> {
  const started = performance.now()
  const { conversation, heard, earlier } = hearing
  const setting = settingOf(conversation, earlier)
  yield* carryOut(step(heard, hearing.state, setting), hearing, setting, started, context)
}

async function* carryOut(todo: Step, hearing: Hearing, setting: Setting, started: number, context: Context): AsyncGenerator<TurnPart> {
  const { heard } = hearing
  const spoken = (text: string): Answer => ({ ...ownWords(text, heard.language), tookMs: performance.now() - started })
  switch (todo.do) {
    case 'say': {
      yield* sentences(todo.sentence)
      const frame = todo.state.frames.at(-1)
      const move: Move = { ...noMove, kind: todo.kind, goal: todo.goal ?? frame?.goal ?? null, slot: todo.slot ?? null, slots: shown(frame?.slots ?? {}) }
      yield { type: 'over', answer: spoken(todo.sentence), move, state: todo.state }
      return
    }
    case 'hand_off':
      yield* sentences(todo.sentence)
      yield { type: 'over', answer: spoken(todo.sentence), move: { ...noMove, kind: 'handed_off', handOffTo: todo.to.agentId }, state: todo.state }
      return
    case 'remember':
      yield* sentences(todo.sentence)
      yield { type: 'over', answer: spoken(todo.sentence), move: { ...noMove, kind: 'chatted' }, state: todo.state, consent: todo.consent }
      return
    case 'run':
      yield* run(todo, hearing, setting, started, context)
      return
    case 'answer':
      yield* lookUp(todo, hearing, setting, started, context)
  }
}

/** Uses the tool of a goal and says how that went. A tool that wants a yes first has it asked for. */
async function* run(todo: Extract<Step, { do: 'run' }>, hearing: Hearing, setting: Setting, started: number, context: Context): AsyncGenerator<TurnPart> {
  const { heard, conversation, callerTurnId } = hearing
  const { goal, slots, state } = todo
  let outcome: RunOutcome = { status: 'done', result: null }
  let runId: string | null = null
  if (goal.tool !== null) {
    const acting = context.as({ ...context.caller, scopes: [...context.caller.scopes, 'tools:run'] })
    try {
      const ran = await acting.call.tools.runTool({
        tool: goal.tool,
        arguments: Object.fromEntries(Object.entries(slots).map(([name, filled]) => [name, filled.value])),
        confirmed: todo.confirmed,
        dryRun: conversation.dry_run,
        key: `${conversation.id}:${callerTurnId}:${goal.name}`,
        agentId: conversation.agent_id,
        conversationId: conversation.id,
      })
      runId = ran.id
      outcome = { status: ran.status === 'done' || ran.status === 'tried' ? 'done' : ran.status === 'failed' ? 'failed' : 'unsure', result: ran.result }
    } catch (error) {
      context.signal.throwIfAborted()
      if (error instanceof Fault && error.code === 'tools.needs_yes' && !todo.confirmed) {
        yield* carryOut(confirm(goal, slots, heard, state, false), hearing, setting, started, context)
        return
      }
      context.log.warn({ error, goal: goal.name, tool: goal.tool }, 'a tool could not be used')
      outcome = { status: 'failed', result: null }
    }
  }
  const told = afterRun(goal, slots, outcome, state, setting, heard.language)
  const asks = outcome.status === 'done' && mayAskToRemember(hearing, told.state)
  const text = `${told.sentence} ${asks ? sayOf('askRemember', heard.language) : told.more}`.trim()
  yield* sentences(text)
  const kind = outcome.status !== 'done' ? 'failed' : goal.name === 'opt_out' ? 'opted_out' : goal.name === 'talk_to_human' ? 'wants_human' : 'acted'
  yield {
    type: 'over',
    answer: { ...ownWords(text, heard.language), tookMs: performance.now() - started },
    move: { ...noMove, kind, goal: goal.name, slots: shown(slots), tool: goal.tool, runId },
    state: asks ? { ...told.state, offered: 'remember' } : told.state,
  }
}

/** Answers from knowledge; a language model may ask for a tool instead, which goes the same way as a goal the caller asked for. */
async function* lookUp(todo: Extract<Step, { do: 'answer' }>, hearing: Hearing, setting: Setting, started: number, context: Context): AsyncGenerator<TurnPart> {
  const { heard, conversation, meant, earlier, providers } = hearing
  const tools = providers.length > 0 && todo.state.frames.length === 0 ? await toolsOffered(conversation.policy, context) : []
  const question = todo.question ?? meant
  const thought = {
    conversationId: conversation.id,
    baseId: conversation.base_id,
    question,
    persona: conversation.persona,
    language: heard.language,
    earlier,
    providers,
  }
  let answer: Answer | undefined
  let extra: Hit[] = []
  for (let offered = tools; answer === undefined; offered = []) {
    const said: string[] = []
    for await (const thinking of think({ ...thought, tools: offered, extra }, context)) {
      if (thinking.type === 'answer') answer = thinking.answer
      else if (thinking.type === 'sentence') {
        // What strays from the business is answered in other words, known only at the end.
        if (todo.offTopic) said.push(thinking.text)
        else yield thinking
      } else {
        const tool = offered.find((it) => it.name === thinking.call.name)
        const called = tool && beginCalled(thinking.call, offered, hearing, todo.state, setting)
        if (called && !(tool.looksUp && called.do === 'run')) {
          yield* carryOut(called, hearing, setting, started, context)
          return
        }
        if (called?.do === 'run' && tool) extra = await lookedUp(tool, called.slots, hearing, context)
        break
      }
    }
    if (answer && todo.offTopic && !isOffTopic(todo, answer)) yield* said.map((text): TurnPart => ({ type: 'sentence', text }))
    if (answer === undefined && offered.length === 0) throw new Error('thinking ended without an answer')
  }
  const strayed = isOffTopic(todo, answer)
  const more = strayed ? sayOf('offTopic', heard.language, { business: setting.businessName }) : (todo.afterwards ?? '')
  yield* sentences(more)
  const chatted = answer.sources.length === 0 && !answer.refused
  yield {
    type: 'over',
    answer: { ...answer, answer: strayed ? more : [answer.answer, more].filter(Boolean).join(' '), tookMs: performance.now() - started },
    move: { ...noMove, kind: answer.refused ? 'refused' : chatted ? 'chatted' : 'answered', goal: todo.state.frames.at(-1)?.goal ?? null },
    state: afterAnswer(answer, question, strayed, todo.state, setting),
    gap: answer.refused && !strayed && (answer.sources.length > 0 || answer.answer === say('refusal', answer.language)),
  }
}

/** Whether the caller strayed and nothing was found: then a refusal is said in words that lead back. What the engine says of its own accord stays. */
const isOffTopic = (todo: { offTopic: boolean }, answer: Answer) => todo.offTopic && answer.refused && answer.answer === say('refusal', answer.language)

/** Uses a tool that changes nothing and gives what it answered as a passage; nothing when it failed. */
async function lookedUp(tool: OfferedTool, slots: Readonly<Record<string, Filled>>, { conversation, callerTurnId }: Hearing, context: Context): Promise<Hit[]> {
  const acting = context.as({ ...context.caller, scopes: [...context.caller.scopes, 'tools:run'] })
  try {
    const ran = await acting.call.tools.runTool({
      tool: tool.name,
      arguments: Object.fromEntries(Object.entries(slots).map(([name, filled]) => [name, filled.value])),
      key: `${conversation.id}:${callerTurnId}:${tool.name}`,
      agentId: conversation.agent_id,
      conversationId: conversation.id,
    })
    return ran.status === 'done' ? trustedHits([passageOf(tool, ran.id, ran.result, context.clock.now())]) : []
  } catch (error) {
    context.signal.throwIfAborted()
    context.log.warn({ error, tool: tool.name }, 'a tool could not be used')
    return []
  }
}

function mayAskToRemember({ conversation }: Hearing, state: DialogueState): boolean {
  return (
    conversation.policy.remember === 'ask' &&
    conversation.caller_hash !== null &&
    state.consent === 'unknown' &&
    state.known['name'] !== undefined &&
    state.frames.length === 0
  )
}

function* sentences(text: string): Generator<TurnPart> {
  for (const sentence of splitSentences(text)) yield { type: 'sentence', text: sentence }
}

const shown = (slots: Readonly<Record<string, Filled>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(slots).map(([name, filled]) => [name, filled.shown]))

/** Words the dialogue says of its own accord: they rest on no source and need none. */
const ownWords = (answer: string, language: Answer['language']): Omit<Answer, 'tookMs'> => ({
  answer,
  language,
  sources: [],
  confidence: 1,
  refused: false,
  engine: 'built-in',
})
