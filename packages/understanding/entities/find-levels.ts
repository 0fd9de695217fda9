import type { Entity, EntityValues } from '#entity.ts'
import { dealWords, likelyPriorities, likelyStates, priorityCues, stateCues, sureStates, surePriorities, taskWords } from '#entities/level-words.ts'
import { isFree, type Utterance } from '#entities/utterance.ts'

type Found = { value: string; from: number; to: number }

function phraseAt({ forms }: Utterance, at: number, table: ReadonlyMap<string, string>): Found | null {
  let phrase = ''
  let best: Found | null = null
  for (let to = at + 1; to <= Math.min(at + 5, forms.length); to++) {
    phrase = phrase === '' ? (forms[at] ?? '') : `${phrase} ${forms[to - 1]}`
    const value = table.get(phrase)
    if (value !== undefined) best = { value, from: at, to }
  }
  return best
}

const near = ({ forms }: Utterance, { from, to }: Found, before: number, after: number, words: ReadonlySet<string>) =>
  forms.slice(Math.max(0, from - before), from).some((it) => words.has(it)) || forms.slice(to, to + after).some((it) => words.has(it))

const deniedAfter = /^(?:nahi|nahin|nai|नहीं|नही|নয়|নয|না|নেই)$/

/** What is said not to be urgent or important is of low priority. */
function denied({ forms }: Utterance, found: Found): Found {
  if (found.value !== 'urgent' && found.value !== 'high') return found
  if (deniedAfter.test(forms[found.to] ?? '')) return { value: 'low', from: found.from, to: found.to + 1 }
  const not = forms.slice(Math.max(0, found.from - 3), found.from).findIndex((it) => /^(?:not|isnt|isn't|never)$/.test(it))
  return not === -1 ? found : { ...found, value: 'low' }
}

function priorityAt(utterance: Utterance, at: number): Found | null {
  const sure = phraseAt(utterance, at, surePriorities)
  if (sure !== null) return denied(utterance, sure)
  const likely = phraseAt(utterance, at, likelyPriorities)
  if (likely === null) return null
  const marked = /^(?:as|to)$/.test(utterance.forms[at - 1] ?? '') && /^(?:mark|set|make|change|it|this|that|task)$/.test(utterance.forms[at - 2] ?? '')
  return near(utterance, likely, 4, 2, priorityCues) || marked ? likely : null
}

const again = new Set('again wapas vapas dobara phir fir वापस दोबारा दुबारा फिर আবার পুনরায় পুনরায'.split(' '))

function stateAt(utterance: Utterance, at: number): Found | null {
  const sure = phraseAt(utterance, at, sureStates)
  if (sure !== null) return sure
  const likely = phraseAt(utterance, at, likelyStates)
  if (likely === null) return null
  const word = utterance.forms[at] ?? ''
  const deal = near(utterance, likely, 6, 3, dealWords)
  const marked = near(utterance, likely, 2, 0, stateCues) || /^(?:mark|status|স্ট্যাটাস|स्टेटस|मार्क|মার্ক)$/.test(utterance.forms[likely.to] ?? '')
  if (word === 'closed' || word === 'close' || word === 'क्लोज' || word === 'ক্লোজ') {
    const task = near(utterance, likely, 3, 2, taskWords) && !near(utterance, likely, 4, 3, new Set(['deal', 'डील', 'ডিল']))
    return marked || (deal && word === 'closed') ? { ...likely, value: deal && !task ? 'won' : 'done' } : null
  }
  if (likely.value === 'open' && near(utterance, likely, 2, 2, again)) return likely
  if (likely.value === 'lost') return deal || marked ? likely : null
  if (likely.value === 'done') return near(utterance, likely, 2, 0, taskWords) || marked || likely.from === 0 ? likely : null
  return marked && !/^(?:lead|task|meeting|deal|लीड|লিড|time|date)$/.test(utterance.forms[likely.to] ?? '') ? likely : null
}

/** Priorities and states: by words that always name one, and by others where priorities or states are spoken of. */
export function findLevels(utterance: Utterance): Entity[] {
  const { text, words } = utterance
  const found: Entity[] = []
  for (let at = 0; at < words.length; at++) {
    const state = stateAt(utterance, at)
    const priority = priorityAt(utterance, at)
    const last = found.at(-1)
    if (state?.value === 'done' && last?.type === 'status' && (words[at]?.start ?? 0) - last.end < 3) continue
    const best = priority !== null && (state === null || priority.to >= state.to) ? priority : state
    if (best === null) continue
    const start = words[best.from]?.start ?? 0
    const end = words[best.to - 1]?.end ?? 0
    if (!isFree(utterance, start, end)) continue
    const same = best === priority ? 'priority' : 'status'
    if (found.some((it) => it.type === same && Object.values(it.value)[0] === best.value)) {
      at = best.to - 1
      continue
    }
    const place = { text: text.slice(start, end), start, end }
    if (best === priority) found.push({ type: 'priority', ...place, value: { level: best.value as EntityValues['priority']['level'] } })
    else found.push({ type: 'status', ...place, value: { state: best.value as EntityValues['status']['state'] } })
    at = best.to - 1
  }
  return found
}
