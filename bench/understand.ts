import { understand as read } from '../packages/understanding/understand.ts'
import type { Intent } from '../packages/understanding/intent/intents.ts'
import { measureIntents } from '../packages/understanding/intent/measure-intents.ts'
import { languages, readUtterances, type Utterance } from '../packages/understanding/intent/read-utterances.ts'
import { type Benchmark, comparedWith, figureOf, quantile } from './figure.ts'
import { type BagOfWords, learnBag } from './understand/bag-of-words.ts'
import { judgeTimes } from './understand/time-tables.ts'

const rounds = 5
const situation = { reference: new Date('2026-11-21T09:00:00+05:30'), zone: 'Asia/Kolkata' }

type Answer = { intent: Intent; ms: number }

/** How fast and how rightly an utterance is understood, beside naive Bayes over whole words that learnt from the same utterances. */
export const understand: Benchmark = {
  summary: 'language, intent and entities of held-back utterances, beside naive Bayes over words',
  async *run() {
    const all = readUtterances()
    const bag = learnBag(all.filter((it) => it.part === 'learnt'))
    const held = all.filter((it) => it.part !== 'learnt')
    for (const it of held) void [mine(it), theirs(bag, it)]
    const times: number[][] = []
    const peers: number[][] = []
    for (let round = 0; round < rounds; round++) {
      times.push(held.map((it) => mine(it).ms))
      peers.push(held.map((it) => theirs(bag, it).ms))
    }
    for (const [name, part] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const) {
      const goal = part === 0.99 ? { goal: { of: 'value', atMost: 3 } as const } : {}
      yield comparedWith(
        { name: `understanding one of ${held.length} held-back utterances, ${name}`, unit: 'ms', ...goal },
        times.map((it) => quantile(it, part)),
        peers.map((it) => quantile(it, part)),
      )
    }
    yield* quality(
      'a sample',
      held.filter((it) => it.part === 'sample'),
      bag,
      true,
    )
    yield* quality(
      'the last written',
      held.filter((it) => it.part === 'late'),
      bag,
      false,
    )
    for (const language of languages) {
      const { rows, right } = judgeTimes(language)
      yield figureOf({ name: `times of ${rows} rows understood in ${language}`, unit: '%' }, (right / rows) * 100)
    }
  },
}

function mine({ text }: Utterance): Answer {
  const began = performance.now()
  const { intent } = read(text, situation)
  return { intent, ms: performance.now() - began }
}

function theirs(bag: BagOfWords, { text }: Utterance): Answer {
  const began = performance.now()
  const intent = bag(text)
  return { intent, ms: performance.now() - began }
}

/** Shares in percent, by the language that is found in the text itself. */
function* quality(name: string, held: readonly Utterance[], bag: BagOfWords, promised: boolean) {
  const measure = (language: string | undefined, answer: (it: Utterance) => Answer) =>
    measureIntents(held.filter((it) => language === undefined || it.language === language).map((it) => ({ ...it, guess: answer(it).intent })))
  const goal = (it: { atLeast: number } | { atMost: number }) => (promised ? { goal: { of: 'value', ...it } as const } : {})
  for (const language of languages)
    yield comparedWith(
      { name: `${name}, macro-F1 of 22 intents in ${language}`, unit: '%', ...goal({ atLeast: 92 }) },
      [measure(language, mine).macroF1 * 100],
      [measure(language, (it) => theirs(bag, it)).macroF1 * 100],
    )
  const whole = measure(undefined, mine)
  const peer = measure(undefined, (it) => theirs(bag, it))
  yield comparedWith({ name: `${name}, out-of-scope recall`, unit: '%', ...goal({ atLeast: 85 }) }, [whole.beyondRecall * 100], [peer.beyondRecall * 100])
  yield comparedWith({ name: `${name}, false refusals`, unit: '%', ...goal({ atMost: 5 }) }, [whole.falseRefusals * 100], [peer.falseRefusals * 100])
  const known = held.filter((it) => read(it.text, situation).language === it.language).length
  yield figureOf({ name: `${name}, language told rightly`, unit: '%' }, (known / held.length) * 100)
}
