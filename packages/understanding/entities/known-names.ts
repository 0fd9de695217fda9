import { latinOf, matchForm, scriptOf, spokenKey } from '@myna/language'
import { ambiguousNames, familyNames, givenNames, placeNames } from '#entities/given-names.ts'

type Names = { given: Map<string, string>; family: Map<string, string>; ambiguous: Set<string>; places: Set<string>; latin: Set<string>; spelt: Set<string> }
let built: Names | undefined

const split = (text: string) => text.trim().split(/\s+/)

/** How names are compared: by sound, with the vowels that Bengali rounds and the letters it has not told apart no more. */
function nameKey(form: string): string {
  const latin = latinOf(form).toLowerCase()
  return spokenKey(
    latin
      .replace(/aa+/g, 'a')
      .replace(/jh/g, 'z')
      .replace(/y$/, 'i')
      .replace(/ksh|x/g, 'ks')
      .replace(/ck|c(?!h)/g, 'k'),
  )
}

function build(): Names {
  const names: Names = { given: new Map(), family: new Map(), ambiguous: new Set(), places: new Set(), latin: new Set(), spelt: new Set(split(givenNames)) }
  for (const name of split(givenNames)) {
    names.latin.add(name)
    if (!names.given.has(nameKey(name))) names.given.set(nameKey(name), name)
  }
  for (const name of split(familyNames)) {
    names.latin.add(name)
    if (!names.family.has(nameKey(name))) names.family.set(nameKey(name), name)
  }
  for (const name of split(ambiguousNames)) {
    names.ambiguous.add(name)
    names.ambiguous.add(nameKey(name))
    if (!names.given.has(nameKey(name))) names.given.set(nameKey(name), name)
  }
  for (const name of split(placeNames)) names.places.add(nameKey(name))
  return names
}

const names = () => (built ??= build())
const caseEnding = /(?:কে|র|ের|এর|দের)$/

/** What a word is as a name: a given or a family name, `unsure` when it is also an ordinary word; null when no name is known to sound so. */
export type KnownName = { kind: 'given' | 'family'; unsure: boolean; latin: string; ending: number }

/** Looks a word in match form up among the known names. `ending` is the length of the Bengali case ending written onto it, such as `কে`. */
export function knownName(form: string): KnownName | null {
  if (form.length < 3 && scriptOf(form) === 'latin') return null
  if (form.length > 24 || form.length < 2) return null
  const direct = lookUp(form)
  if (direct !== null || scriptOf(form) !== 'bengali') return direct
  const ending = caseEnding.exec(form)?.[0] ?? ''
  const bare = ending === '' || form.length - ending.length < 3 ? null : lookUp(form.slice(0, -ending.length))
  return bare === null ? null : { ...bare, ending: ending.length }
}

function lookUp(form: string): KnownName | null {
  const { given, family, ambiguous, latin, spelt } = names()
  const key = nameKey(form)
  if (key.length < 2) return null
  const exact = latin.has(form)
  const first = given.get(key)
  const last = family.get(key)
  const name = exact ? form : (first ?? last)
  if (name === undefined) return null
  const loose = scriptOf(form) === 'latin' && !exact
  const kind = first !== undefined && !(last !== undefined && !spelt.has(form) && exact) ? 'given' : 'family'
  return { kind, unsure: ambiguous.has(form) || ambiguous.has(name) || (loose && key.length < 4) || key.length < 3, latin: name, ending: 0 }
}

/** Whether a word in match form names a town or a country. */
export const isPlace = (form: string): boolean => names().places.has(nameKey(form))

/** The usual Latin spelling of a name in an Indian script, or undefined. */
export const latinNameOf = (form: string): string | undefined => (scriptOf(form) === 'latin' ? undefined : (knownName(matchForm(form))?.latin ?? undefined))
