import { writeFileSync } from 'node:fs'
import { weightsFile } from '#intent/classify-intent.ts'
import { type Judged, measureIntents } from '#intent/measure-intents.ts'
import { chosenOf, type Decision, decide, rankIntents } from '#intent/rank-intents.ts'
import { readBlind } from '#intent/read-blind.ts'
import { languages, readUtterances } from '#intent/read-utterances.ts'
import { foldCount, plain, type Scored } from '#intent/score-fold.ts'
import { createTrainThreads } from '#intent/train-threads.ts'
import { languageOf, languageWeightsFile } from '#language/language-of.ts'
import { packLanguageWeights } from '#language/language-weights.ts'
import { confusionOfLanguages, learnLanguage } from '#language/learn-language.ts'
import { packWeights, roundWeights } from '#intent/weights.ts'

/** Most utterances within scope that may be refused to know more of those beyond it; below the promised 5 % to leave room. */
const refusalsAllowed = 0.04
/** Of utterances out of scope as many must be known, above the promised 85 % to leave room; knowing more counts for nothing. */
const recallWanted = 0.9

const say = (line: string) => process.stdout.write(`${line}\n`)

const began = performance.now()
const all = readUtterances()
const trained = all.filter((it) => it.part === 'learnt')
const threads = createTrainThreads(all)
await learnLanguages()
const tasks = [threads.run('intents'), ...Array.from({ length: foldCount }, (_, fold) => threads.run({ fold }))] as const
const [{ fitted, vocabulary }, ...folds] = await Promise.all(tasks)
await threads.close()
const scored = folds.flat()
const decision = chooseDecision(scored)
print(`Cross-validated, ${foldCount} folds, no group in two`, judge(scored, decision))

const weights = roundWeights(fitted, vocabulary, decision)
writeFileSync(weightsFile, packWeights(weights))
for (const [part, title] of [
  ['sample', 'Held back: a sample of all groups, by the weights as written'],
  ['late', 'Held back: the last of every file, by the weights as written'],
] as const)
  print(
    title,
    all.filter((it) => it.part === part).map((it) => ({ ...it, guess: rankIntents(weights, it.text, languageOf(it.text).language).intent })),
  )
print(
  'Written apart, by the weights as written',
  readBlind(all).map((it) => ({ ...it, guess: rankIntents(weights, it.text, languageOf(it.text).language).intent })),
)
say(`\ntemperature ${decision.temperature}, out of scope from ${decision.beyondRatio} of the best, floor ${decision.floor}`)
say(`${trained.length} utterances learnt in ${((performance.now() - began) / 1000).toFixed(0)} s`)

/** Learns and writes the languages first: features of intents go by the language that is found. */
async function learnLanguages(): Promise<void> {
  const spoken = threads.run('languages')
  const weights = learnLanguage(trained)
  writeFileSync(languageWeightsFile, packLanguageWeights(weights))
  say(`Languages of those held back\n${'is'.padEnd(10)}${languages.map((it) => `as ${it}`.padStart(12)).join('')}`)
  const table = confusionOfLanguages(await spoken, weights)
  for (const language of languages) say(`${language.padEnd(10)}${languages.map((guess) => String(table.get(language)?.get(guess) ?? 0).padStart(12)).join('')}`)
}

/** The temperature under which the folds are likeliest, then the readiest refusal that does not refuse too many. */
function chooseDecision(folds: readonly Scored[]): Decision {
  const likelihood = (temperature: number) =>
    folds.reduce((sum, it) => {
      const p = decide(it.scores, { ...plain, temperature }).ranked.find((one) => one.intent === it.intent)?.confidence ?? 0
      return sum + Math.log(Math.max(p, 1e-9))
    }, 0)
  const temperature = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.4, 1.6, 2].reduce((best, it) => (likelihood(it) > likelihood(best) ? it : best), 1)
  const guessed = folds.map(({ language, intent, scores }) => ({ language, intent, ranked: decide(scores, { ...plain, temperature }).ranked }))
  let best = { ...plain, temperature }
  let bestRecall = 0
  for (const beyondRatio of [1, 0.9, 0.8, 0.7, 0.6, 0.55, 0.5, 0.45, 0.4, 0.3])
    for (const floor of [0, 0.1, 0.15, 0.2, 0.25]) {
      const by = { temperature, beyondRatio, floor }
      const measure = measureIntents(guessed.map(({ language, intent, ranked }) => ({ language, intent, guess: chosenOf(ranked, by).intent })))
      const gain = Math.min(measure.beyondRecall, recallWanted) + measure.macroF1
      if (measure.falseRefusals <= refusalsAllowed && gain > bestRecall) {
        bestRecall = gain
        best = by
      }
    }
  return best
}

function judge(folds: readonly Scored[], by: Decision): (Judged & { text: string })[] {
  return folds.map(({ text, language, intent, scores }) => ({ text, language, intent, guess: decide(scores, by).intent }))
}

function print(title: string, judged: readonly (Judged & { text: string })[]): void {
  const percent = (it: number) => `${(it * 100).toFixed(1)} %`.padStart(8)
  say(`\n${title}\n${'language'.padEnd(10)}  count  macro-F1  accuracy  beyond recall  false refusals`)
  for (const language of [...languages, undefined]) {
    const it = measureIntents(judged.filter((one) => language === undefined || one.language === language))
    say(
      `${(language ?? 'all').padEnd(10)}${String(it.count).padStart(7)}  ${percent(it.macroF1)}  ${percent(it.accuracy)}  ${percent(it.beyondRecall).padStart(13)}  ${percent(it.falseRefusals).padStart(14)}`,
    )
  }
  if (!process.argv.includes('--mistakes')) return
  for (const it of judged) if (it.intent !== it.guess) say([it.language, it.intent, it.guess, it.text].join('\t'))
}
