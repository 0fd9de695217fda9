import type { Scenario } from '@myna/contracts/agents-simulation'
import type { Move } from '@myna/contracts/dialogue'
import { answers, asides, manners } from '#simulation/manners.ts'

/** Longest a simulated call goes on, in turns of the caller. */
export const mostTurns = 40

/** A caller who plays a scenario: says what it wants, answers what it is asked, confirms or not, and hangs up when it has nothing left to say. */
export type SimulatedCaller = {
  /** What it says next; null when it hangs up. `move` is what the agent did last, null before its first word. */
  next(move: Move | null): string | null
}

/** A caller for one attempt at a scenario. The same scenario and attempt say the same words; another attempt words them otherwise. */
export function createSimulatedCaller(scenario: Scenario, attempt: number): SimulatedCaller {
  const { language, personality, knows } = scenario
  const opening = [...scenario.opening]
  const wantsMessage = scenario.criteria.some((it) => it.kind === 'reaches' && it.goal === 'take_message')
  let turns = 0
  let aside = pick(asides[personality]?.[language], attempt)
  let corrected = false
  /** What the agent had done before the caller strayed: a caller who strayed goes on from there. */
  let before: Move | null = null

  const speak = (text: string): string => {
    turns++
    return mannered(text, scenario, attempt + turns)
  }
  const goOn = (): string | null => {
    const text = opening.shift()
    return text === undefined ? null : speak(text)
  }
  const correction = (): string | undefined => {
    if (corrected || personality !== 'changes_mind') return undefined
    const changed = Object.entries(knows).find(([slot]) => slot.endsWith('_then'))
    corrected = true
    return changed && speak(answers.correction[language].replace('{said}', changed[1]))
  }

  return {
    next(now) {
      if (turns >= mostTurns) return null
      const move = before !== null && now?.kind === 'chatted' ? before : now
      before = null
      if (move === null) return goOn()
      if (aside !== undefined && turns === 1) {
        const text = aside
        aside = undefined
        before = move
        turns++
        return text
      }
      if (move.kind === 'asked') return speak(move.slot === null ? (knows['change'] ?? answers.no[language]) : (knows[move.slot] ?? answers.unknown[language]))
      if (move.kind === 'confirming') return correction() ?? speak(scenario.confirms ? answers.yes[language] : answers.no[language])
      if (move.kind === 'refused' && wantsMessage) return speak(answers.yes[language])
      return goOn()
    },
  }
}

/** Words as a personality says them. Terse people drop everything but the words. */
function mannered(text: string, { personality, language }: Scenario, at: number): string {
  if (personality === 'terse') return text.toLowerCase().replace(/[.,!?।]+/g, '')
  const frame = pick(manners[personality]?.[language], at)
  // Not every turn: nobody winds around all the time.
  return frame === undefined || at % 2 === 1 ? text : frame.replace('{said}', text)
}

const pick = (from: readonly string[] | undefined, at: number): string | undefined => from?.[at % from.length]
