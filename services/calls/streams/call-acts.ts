import type { AgentConfig } from '@myna/contracts/agents'
import type { KeyAction } from '@myna/contracts/call-policy'
import type { Call } from '@myna/contracts/calls'
import type { Move } from '@myna/contracts/dialogue'
import type { Language } from '@myna/contracts/page'
import { callWords } from '#domain/call-words.ts'
import { withinHours } from '#domain/within-hours.ts'
import { consentIn } from '#domain/consent.ts'
import type { Thought } from '#streams/mind.ts'
import type { Recorder } from '#streams/recording/recorder.ts'

/** What acts on the call itself may use. */
export type ActsOn = {
  config(): AgentConfig
  language(): Language
  now(): Date
  /** Brings another agent to the line; undefined when it cannot come. */
  handOff(agentId: string): Promise<{ agentId: string; name: string; config: AgentConfig } | undefined>
  /** Another agent is on the line. */
  handedOff(next: { agentId: string; name: string; config: AgentConfig }): void
  /** Hands the caller to a person; false when that cannot be. Undefined where nobody can be called. */
  transfer: ((to: string) => Promise<boolean>) | undefined
  /** Begins to record. */
  record(): Promise<Recorder | undefined>
  recording(recorder: Recorder | undefined): void
  onConsent(consent: Call['recordingConsent']): void
  ask(text: string): void
  say(text: string): void
  /** Ends the call once what is being said was heard. */
  leave(): void
  /** A person takes over; `by` whom that was wished. */
  transferred(by: 'agent' | 'caller'): void
  /** Resolves when what is being said was heard. */
  spoken(): Promise<void>
}

/** What turns and keys ask of the call itself: its end, another agent, a person, a recording. */
export function createCallActs(on: ActsOn) {
  /** From here on another agent speaks, with its own voice. Gives its greeting. */
  async function handOff(agentId: string): Promise<string | undefined> {
    const next = await on.handOff(agentId)
    if (next) on.handedOff(next)
    return next?.config.greeting
  }

  /** Calls the person once what is being said was heard. */
  async function callPerson(to: string, transfer: (to: string) => Promise<boolean>): Promise<void> {
    await on.spoken()
    if (await transfer(to)) return on.transferred('agent')
    on.say(callWords.nobodyAnswered[on.language()])
  }

  /** Whether a person may be called now. */
  function mayTransfer(): boolean {
    const { call, hours, timeZone } = on.config()
    return call.transferWhen === 'always' || withinHours(hours, timeZone, on.now())
  }

  return {
    handOff,

    /** Hands thoughts on and does what the last of them asks of the call. */
    async *following(thoughts: AsyncIterable<Thought>): AsyncGenerator<Thought> {
      let move: Move | undefined
      const { transferTo } = on.config().call
      for await (const thought of thoughts) {
        if (thought.type === 'answer') move = thought.move
        if (thought.type !== 'answer' || move?.kind !== 'wants_human' || !transferTo || !on.transfer) {
          yield thought
          continue
        }
        const may = mayTransfer()
        const text = callWords[may ? 'connecting' : 'nobodyNow'][on.language()]
        yield { type: 'words', text, brainTurnId: thought.brainTurnId }
        yield { ...thought, answer: { ...thought.answer, answer: `${thought.answer.answer} ${text}` } }
        if (may) void callPerson(transferTo, on.transfer)
      }
      if (move?.kind === 'ended') on.leave()
    },

    /** Does what a key of the menu stands for. */
    press(action: KeyAction): void {
      switch (action.does) {
        case 'ask':
          return on.ask(action.text)
        case 'say':
          return on.say(action.text)
        case 'hand-off':
          return void handOff(action.agentId).then((greeting) => greeting && on.say(greeting))
        case 'transfer':
          if (!mayTransfer()) return on.say(`${callWords.nobodyNow[on.language()]} ${callWords.mayTakeMessage[on.language()]}`)
          return void on.transfer?.(action.to).then((went) => went && on.transferred('caller'))
      }
    },

    /**
     * Takes what a caller says who was asked about the recording. Whoever says neither yes nor no has said something else, which deserves an answer: then it gives
     * false, and nothing is recorded.
     */
    takeConsent(text: string): boolean {
      const consent = consentIn(text, on.language())
      on.onConsent(consent ?? 'refused')
      if (consent === 'given') void on.record().then((recorder) => on.recording(recorder))
      if (consent !== undefined) on.say(on.config().greeting)
      return consent !== undefined
    },
  }
}
