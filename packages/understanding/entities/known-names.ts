import { latinOf, matchForm, scriptOf } from '@myna/language'
import { ambiguousNames, familyNames, givenNames, placeNames, soundedNames } from '#entities/given-names.ts'
import { regionalFamilyNames, regionalGivenNames, regionalSounds, regionalWordNames } from '#entities/regional-names.ts'

type Names = {
  given: Map<string, string>
  family: Map<string, string>
  ambiguous: Set<string>
  places: Set<string>
  latin: Set<string>
  spelt: Set<string>
  sounds: Map<string, string>
  alike: Map<string, string[]>
}
let built: Names | undefined

const split = (text: string) => text.trim().split(/\s+/)

/**
 * How names are compared whatever the script and spelling: `a` and length of vowels do not count, nor do `b`, `bh` and `v`, or `s` and `sh`, which Bengali and Indian
 * English do not tell apart.
 */
function nameKey(form: string): string {
  const folded = latinOf(form)
    .toLowerCase()
    .replace(/^y/, scriptOf(form) === 'bengali' ? 'j' : 'y')
    .replace(/chh/g, 'ch')
    .replace(/ksh|x/g, 'ks')
    .replace(/ck|c(?!h)|q/g, 'k')
    .replace(/ee+|ii+/g, 'i')
    .replace(/oo+|uu+|ou/g, 'u')
    .replace(/ph/g, 'f')
    .replace(/bh|v|w/g, 'b')
    .replace(/sh/g, 's')
    .replace(/z/g, 'j')
    .replace(/(?:ay|ai|ey)$/, 'e')
    .replace(/([a-z])\1+/g, '$1')
  return (folded.slice(0, 1) + folded.slice(1).replace(/a/g, '')).replace(/(?<=[^aeiou])y$/, 'i')
}

function build(): Names {
  const names: Names = {
    given: new Map(),
    family: new Map(),
    ambiguous: new Set(),
    places: new Set(),
    latin: new Set(),
    spelt: new Set(split(givenNames)),
    sounds: new Map(),
    alike: new Map(),
  }
  let english = false
  for (const name of split(givenNames)) {
    names.latin.add(name)
    english ||= name === 'aaron'
    if (english && nameKey(name).length < 4) continue
    if (!names.given.has(nameKey(name))) names.given.set(nameKey(name), name)
  }
  for (const name of split(regionalGivenNames)) {
    names.latin.add(name)
    names.spelt.add(name)
    if (nameKey(name).length > 3 && !names.given.has(nameKey(name))) names.given.set(nameKey(name), name)
  }
  for (const name of split(`${familyNames} ${regionalFamilyNames}`)) {
    names.latin.add(name)
    if (!names.family.has(nameKey(name))) names.family.set(nameKey(name), name)
  }
  for (const name of split(`${ambiguousNames} ${regionalWordNames}`)) {
    names.ambiguous.add(name)
    names.ambiguous.add(nameKey(name))
    if (!names.given.has(nameKey(name))) names.given.set(nameKey(name), name)
  }
  for (const entry of split(`${soundedNames} ${regionalSounds}`)) {
    const [sound = '', name = ''] = entry.split('=')
    const map = names.given.has(nameKey(name)) ? names.given : names.family
    if (!map.has(nameKey(sound))) map.set(nameKey(sound), name)
    names.sounds.set(flatSound(sound), name)
  }
  for (const name of names.latin) names.alike.set(nameKey(name), [...(names.alike.get(nameKey(name)) ?? []), name])
  for (const name of split(placeNames)) names.places.add(nameKey(name))
  return names
}

const names = () => (built ??= build())
const caseEnding = /(?:কে|র|ের|এর|দের)$/

/** What a word is as a name: a given or a family name, `unsure` when it is also an ordinary word; null when no name is known to sound so. */
export type KnownName = { kind: 'given' | 'family'; family: boolean; unsure: boolean; latin: string; ending: number }

/** Looks a word in match form up among the known names. `ending` is the length of the Bengali case ending written onto it, such as `কে`. */
export function knownName(form: string): KnownName | null {
  if (form.length < 3 && scriptOf(form) === 'latin') return null
  if (form.length > 24 || form.length < 2) return null
  const direct = lookUp(form)
  if (direct !== null || scriptOf(form) !== 'bengali') return direct
  const ending = caseEnding.exec(form)?.[0] ?? ''
  const bare = ending === '' || form.length - ending.length < 3 ? null : lookUp(form.slice(0, -ending.length))
  if (bare !== null) return { ...bare, ending: ending.length }
  const elder = /(?:দি|দা|বাবু|ভাই|আপা|সাহেব|মশাই|জি|জী)(?:কে|র|ের|য়ের)?$/.exec(form)?.[0] ?? ''
  const called = elder === '' || form.length - elder.length < 3 ? null : lookUp(form.slice(0, -elder.length))
  return called === null || called.unsure ? null : { ...called, kind: 'given', ending: elder.length }
}

/** How names end that are made by putting parts together. */
const composed = /^[a-z]{2,}(?:ud+in|ul+ah|prit|(?:v|b)ind[ae]r|inder|rahman|krishnan|murthi|murti|swami|svami|jyoti)$/

function lookUp(form: string): KnownName | null {
  const { given, family, ambiguous, latin, spelt } = names()
  const key = nameKey(form)
  if (key.length < 2) return null
  const exact = latin.has(form)
  const first = given.get(key) ?? (spelt.has(form) ? form : undefined)
  const last = family.get(key)
  const name = exact ? form : (first ?? last)
  if (name === undefined)
    return composed.test(flatSound(latinOf(form).toLowerCase())) ? { kind: 'given', family: true, unsure: false, latin: form, ending: 0 } : null
  const loose = scriptOf(form) === 'latin' && !exact
  const kind = first !== undefined && !(last !== undefined && !spelt.has(form) && exact) ? 'given' : 'family'
  return {
    kind,
    family: last !== undefined,
    unsure: ambiguous.has(form) || ambiguous.has(name) || (loose && key.length < 4) || key.length < 3,
    latin: name,
    ending: 0,
  }
}

/** Whether a word in match form and Latin letters is spelt as a name that is also an ordinary word. */
export const isListedWord = (form: string): boolean => names().ambiguous.has(form)

/** Whether a word in match form names a town or a country. */
export const isPlace = (form: string): boolean => names().places.has(nameKey(form))

/** The usual Latin spelling of a name in an Indian script, or undefined. */
export function latinNameOf(form: string): string | undefined {
  if (scriptOf(form) === 'latin') return undefined
  const bare = matchForm(form)
  const known = knownName(bare)
  if (known === null) return undefined
  const sound = latinOf(bare.slice(0, bare.length - known.ending)).toLowerCase()
  const spoken = flatSound(sound)
  const preferred = names().sounds.get(spoken)
  if (preferred !== undefined) return preferred
  const same = names().alike.get(nameKey(known.latin)) ?? []
  return same.find((name) => flatSound(name) === spoken) ?? known.latin
}

/** A sound without length of vowels, for comparing what `nameKey` does not tell apart: `sharma` and `sarma`. */
const flatSound = (sound: string) => sound.replace(/aa/g, 'a').replace(/ee|ii/g, 'i').replace(/oo|uu/g, 'u')
