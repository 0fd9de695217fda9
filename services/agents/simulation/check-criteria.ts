import type { Criterion } from '@myna/contracts/agents-simulation'
import type { Answer } from '@myna/contracts/brain'
import type { Move } from '@myna/contracts/dialogue'

/** One exchange of a simulated call as it is judged. */
export type Exchange = { caller: string; agent: string; answer: Answer; move: Move }
export type Check = { criterion: Criterion; passed: boolean; sentence: string }

/** Judges a call by all criteria that code can judge; `judged` ones are left out, for they are asked of a model afterwards. */
export function checkCriteria(criteria: readonly Criterion[], call: readonly Exchange[]): Check[] {
  return criteria.filter((it) => it.kind !== 'judged').map((criterion) => ({ criterion, ...judge(criterion, call) }))
}

type Verdict = { passed: boolean; sentence: string }

function judge(it: Criterion, call: readonly Exchange[]): Verdict {
  switch (it.kind) {
    case 'says':
      return found(
        call.findIndex(({ agent }) => holds(agent, it.text)),
        `said "${it.text}"`,
        `never said "${it.text}"`,
      )
    case 'never_says':
      return missing(
        call.findIndex(({ agent }) => holds(agent, it.text)),
        `never said "${it.text}"`,
        `said "${it.text}"`,
      )
    case 'refuses': {
      const about = it.text
      const asked = about === undefined ? call : call.filter(({ caller }) => holds(caller, about))
      return verdict(
        asked.some(({ answer }) => answer.refused),
        'said that it does not know',
        asked.length === 0 ? 'was never asked that' : 'answered where it should have said that it does not know',
      )
    }
    case 'never_refuses':
      return missing(
        call.findIndex(({ answer }) => answer.refused),
        'always had an answer',
        'said that it does not know',
      )
    case 'has_source':
      return verdict(
        call.some(({ answer }) => answer.sources.some(({ url, title, quote }) => holds(`${url ?? ''} ${title} ${quote ?? ''}`, it.text))),
        `rested on "${it.text}"`,
        `no source holds "${it.text}"`,
      )
    case 'language': {
      const other = call.find(({ answer }) => answer.language !== it.language)
      return verdict(other === undefined, `spoke ${it.language} throughout`, `spoke ${other?.answer.language} to "${other?.caller.slice(0, 80)}"`)
    }
    case 'reaches':
      return verdict(
        call.some(({ move }) => move.goal === it.goal && ['acted', 'wants_human', 'opted_out'].includes(move.kind)),
        `carried out ${it.goal}`,
        `did not carry out ${it.goal}${lastMove(call)}`,
      )
    case 'never_acts': {
      const act = call.find(({ move }) => ['acted', 'opted_out', 'wants_human'].includes(move.kind))
      return verdict(act === undefined, 'did nothing', `carried out ${act?.move.goal}`)
    }
    case 'slot': {
      const slot = call.findLast(({ move }) => move.goal === it.goal && it.slot in move.slots)?.move.slots[it.slot]
      const last = typeof slot === 'string' ? slot : undefined
      return verdict(
        last !== undefined && holds(last, it.value),
        `understood ${it.slot} as "${last}"`,
        last === undefined ? `never learnt ${it.slot}` : `understood ${it.slot} as "${last}"`,
      )
    }
    case 'within_turns':
      return verdict(call.length <= it.count, `took ${call.length} turns`, `took ${call.length} turns, more than ${it.count}`)
    case 'hands_over':
      return verdict(
        call.some(({ move }) => move.kind === 'handed_off' || move.kind === 'wants_human'),
        'handed over',
        'handed over to nobody',
      )
    case 'judged':
      return verdict(false, '', 'was not asked')
  }
}

const verdict = (passed: boolean, good: string, bad: string): Verdict => ({ passed, sentence: passed ? good : bad })
const found = (at: number, good: string, bad: string): Verdict => verdict(at >= 0, `${good} in turn ${at + 1}`, bad)
const missing = (at: number, good: string, bad: string): Verdict => verdict(at < 0, good, `${bad} in turn ${at + 1}`)

const lastMove = (call: readonly Exchange[]) => {
  const last = call.at(-1)?.move
  return last === undefined ? '' : `; it ended with ${last.kind}${last.slot === null ? '' : ` for ${last.slot}`}`
}

/** Whether a text holds another one, whatever the case, spacing and digits' script. */
const holds = (text: string, part: string): boolean => plain(text).includes(plain(part))

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[\u09e6-\u09ef]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6))
    .replace(/(?<=\d),(?=\d)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
