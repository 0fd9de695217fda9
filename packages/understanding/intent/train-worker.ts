import { parentPort, workerData } from 'node:worker_threads'
import type { LanguageCode } from '@myna/language'
import { fullEffort, learnIntents } from '#intent/learn-intents.ts'
import type { Utterance } from '#intent/read-utterances.ts'
import { scoreFold } from '#intent/score-fold.ts'
import type { Task } from '#intent/train-threads.ts'
import { languagesOf } from '#language/learn-language.ts'

const utterances = workerData as Utterance[]
const learnt = utterances.filter((it) => it.part === 'learnt')

parentPort?.on('message', (task: Task) => {
  if (task === 'languages') parentPort?.postMessage(heldLanguages())
  else if (task === 'intents') {
    const made = learnIntents(learnt, fullEffort)
    parentPort?.postMessage(made, [made.fitted.buffer as ArrayBuffer])
  } else parentPort?.postMessage(scoreFold(learnt, task.fold))
})

/** What was held back, with the languages it is in by what is written there. */
function heldLanguages(): { text: string; language: LanguageCode }[] {
  const held = utterances.filter((it) => it.part !== 'learnt')
  const spoken = languagesOf([...learnt, ...held])
  return held.map(({ text }, at) => ({ text, language: spoken[learnt.length + at] as LanguageCode }))
}
