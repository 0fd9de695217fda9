import type { Slot } from '@myna/contracts/dialogue'
import { readConcepts, soundLikeness, soundSkeletons, stem, tokensOf } from '@myna/language'
import type { Filling } from '#dialogue/fill-slots.ts'
import type { Heard } from '#dialogue/heard.ts'
import { bothWords } from '#dialogue/reply-words.ts'
import { listOf, sayOf } from '#dialogue/wording.ts'

/** Words of other scripts are the same from this likeness of sound on. */
const soundsAlike = 0.75
const ordinals: readonly RegExp[] = [
  /\b(?:first|1st|pehla|pehli|pahla)\b|पहल[ाी]|প্রথম/iu,
  /\b(?:second|2nd|doosra|dusra|doosri|dusri)\b|दूसर[ाी]|দ্বিতীয়/iu,
  /\b(?:third|3rd|teesra|tisra|teesri)\b|तीसर[ाी]|তৃতীয়/iu,
]

/** The choice whose words are all said, in any script; the longest one wins, of several the last. More than one without a correction is asked again. */
export function choiceOf(slot: Slot, asked: boolean, heard: Heard): Filling {
  const said = tokensOf(heard.text).map(({ word }) => word)
  const chosen = slot.choices.filter((choice) => tokensOf(choice).every(({ word }) => said.some((it) => isSame(word, it))))
  const longest = chosen.filter((choice) => !chosen.some((other) => other !== choice && other.includes(choice)))
  const listed = sayOf('oneOf', heard.language, { choices: listOf(slot.choices, heard.language) })
  if (longest.length > 1) {
    const left = longest.filter((choice) => !isDenied(choice, heard.text))
    if (left.length === 1 && left[0] !== undefined) return filled(left[0])
    return asked ? { trouble: listed } : null
  }
  if (longest[0] !== undefined) return isDenied(longest[0], heard.text) ? null : filled(longest[0])
  if (!asked) return null
  const at = ordinals.findIndex((ordinal) => ordinal.test(heard.text))
  const counted = said.length <= 4 ? slot.choices[at] : undefined
  if (counted !== undefined) return filled(counted)
  return bothWords.test(heard.text) ? { trouble: listed } : null
}

const filled = (choice: string): Filling => ({ filled: { value: choice, shown: choice, text: choice } })

function isSame(word: string, said: string): boolean {
  if (stem(word) === stem(said)) return true
  const concept = meantBy(word)
  if (concept !== undefined && concept === meantBy(said)) return true
  if (word.length < 4 || said.length < 3) return false
  if (soundLikeness(word, said) >= soundsAlike) return true
  const skeletons = soundSkeletons(said).filter((it) => it.length >= 3)
  return soundSkeletons(word).some((it) => skeletons.some((other) => it === other || sharesStart(it, other)))
}

/** Long words whose sounds part only at the end: every script drops other consonants there. */
const sharesStart = (one: string, other: string) => Math.abs(one.length - other.length) <= 1 && one.length >= 6 && one.slice(0, 5) === other.slice(0, 5)

const meantBy = (word: string) => readConcepts([word], true)[0]?.concepts[0]

/** Whether a choice is named to be refused: `not vanilla`, `vanilla nahi`. */
function isDenied(choice: string, text: string): boolean {
  const at = text.toLowerCase().indexOf(choice.toLowerCase())
  if (at < 0) return false
  return (
    /\b(?:not|no|instead of|except)\s+(?:the\s+)?$/iu.test(text.slice(0, at)) ||
    /^\s*(?:nahi+n?|नहीं|না|নয়)(?![\p{L}\p{M}])/iu.test(text.slice(at + choice.length))
  )
}
