import { remembered } from '#remembered.ts'
import { stem } from '#stem.ts'
import { scriptOf } from '#tokens.ts'

const consonants: Record<string, string> = {
  क: 'k',
  ख: 'kh',
  ग: 'g',
  घ: 'gh',
  ङ: 'n',
  च: 'ch',
  छ: 'ch',
  ज: 'j',
  झ: 'jh',
  ञ: 'n',
  ट: 't',
  ठ: 'th',
  ड: 'd',
  ढ: 'dh',
  ण: 'n',
  त: 't',
  थ: 'th',
  द: 'd',
  ध: 'dh',
  न: 'n',
  प: 'p',
  फ: 'ph',
  ब: 'b',
  भ: 'bh',
  म: 'm',
  य: 'y',
  र: 'r',
  ल: 'l',
  ळ: 'l',
  व: 'v',
  श: 'sh',
  ष: 'sh',
  स: 's',
  ह: 'h',
  ক: 'k',
  খ: 'kh',
  গ: 'g',
  ঘ: 'gh',
  ঙ: 'n',
  চ: 'ch',
  ছ: 'chh',
  জ: 'j',
  ঝ: 'jh',
  ঞ: 'n',
  ট: 't',
  ঠ: 'th',
  ড: 'd',
  ঢ: 'dh',
  ণ: 'n',
  ত: 't',
  থ: 'th',
  দ: 'd',
  ধ: 'dh',
  ন: 'n',
  প: 'p',
  ফ: 'ph',
  ব: 'b',
  ভ: 'bh',
  ম: 'm',
  য: 'y',
  র: 'r',
  ল: 'l',
  শ: 'sh',
  ষ: 'sh',
  স: 's',
  হ: 'h',
  ৎ: 't',
  'ং': 'ng',
  'ं': 'n',
  'ँ': 'n',
  'ः': '',
  'ঃ': '',
}
const vowels: Record<string, string> = {
  अ: 'a',
  आ: 'aa',
  इ: 'i',
  ई: 'ee',
  उ: 'u',
  ऊ: 'oo',
  ए: 'e',
  ऐ: 'ai',
  ओ: 'o',
  औ: 'au',
  ऑ: 'o',
  ऍ: 'e',
  ऋ: 'ri',
  'ा': 'aa',
  'ि': 'i',
  'ी': 'ee',
  'ु': 'u',
  'ू': 'oo',
  'े': 'e',
  'ै': 'ai',
  'ो': 'o',
  'ौ': 'au',
  'ॉ': 'o',
  'ॅ': 'e',
  'ृ': 'ri',
  অ: 'a',
  আ: 'aa',
  ই: 'i',
  ঈ: 'ee',
  উ: 'u',
  ঊ: 'oo',
  এ: 'e',
  ঐ: 'oi',
  ও: 'o',
  ঔ: 'ou',
  ঋ: 'ri',
  'া': 'aa',
  'ি': 'i',
  'ী': 'ee',
  'ু': 'u',
  'ূ': 'oo',
  'ে': 'e',
  'ৈ': 'oi',
  'ো': 'o',
  'ৌ': 'ou',
  'ৃ': 'ri',
}
const independent = /[अआइईउऊएऐओऔऑঅআইঈউঊএঐওঔ]/

/** A Devanagari or Bengali word in Latin letters, by sound; Latin words come back as they are. */
export function latinOf(word: string): string {
  const script = scriptOf(word)
  if (script !== 'devanagari' && script !== 'bengali') return word
  const letters = Array.from(
    word
      .normalize('NFC')
      .replace(/\u09bc|\u093c/g, '')
      .replace(/ওয(?=[\u09be-\u09cc])/g, 'ভ')
      .replace(/্যা/g, 'ে'),
  )
  let latin = ''
  letters.forEach((letter, at) => {
    const vowel = vowels[letter]
    if (vowel !== undefined) {
      latin += vowel
      return
    }
    const sound = consonants[letter]
    if (sound === undefined) {
      if (/\d/.test(letter)) latin += letter
      return
    }
    latin += sound
    const next = letters[at + 1]
    const bare =
      next === undefined || next === '्' || next === '্' || (vowels[next] !== undefined && !independent.test(next)) || sound === '' || /[ंँং]/.test(letter)
    if (!bare) latin += 'a'
  })
  return latin
}

/**
 * How an Indian word in Latin letters is compared whatever its spelling: `kitna`, `kitnaa` and `कितना` meet,
 * as do `keemat` and `kimat`.
 */
export const spokenKey = remembered(spokenKeyOf)

function spokenKeyOf(word: string): string {
  const folded = latinOf(word)
    .replace(/chh/g, 'ch')
    .replace(/aa+/g, 'a')
    .replace(/ee+|ii+/g, 'i')
    .replace(/oo+|uu+/g, 'u')
    .replace(/w/g, 'v')
    .replace(/ph/g, 'f')
    .replace(/z/g, 'j')
    .replace(/q/g, 'k')
    .replace(/ay$|ai$|ey$/g, 'e')
    .replace(/([a-z])\1+/g, '$1')
  const light = folded.slice(0, 1) + folded.slice(1).replace(/a/g, '')
  const cut = light.length > 4 ? light.replace(/(?<=[eiou])n$/, '') : light
  return cut.length > 3 ? cut.replace(/[eiou]$/, '') : cut
}

/**
 * The consonants of a word as English or Indian spelling sounds them: `warranty`, `वारंटी` and `ওয়ারেন্টি` are all `vrnt`.
 * Too coarse alone: use it on words of three consonants or more and check `soundLikeness`.
 */
export function soundSkeleton(word: string): string {
  const script = scriptOf(word)
  const latin = latinOf(word.toLowerCase())
  const sounded =
    script === 'latin'
      ? latin
          .replace(/tion|sion|cion/g, 'shan')
          .replace(/ture\b/g, 'cher')
          .replace(/ck/g, 'k')
          .replace(/x/g, 'ks')
          .replace(/sch/g, 'sk')
          .replace(/ch/g, 'C')
          .replace(/c(?=[eiy])/g, 's')
          .replace(/c/g, 'k')
          .replace(/g(?=[eiy])/g, 'j')
          .replace(/ght/g, 't')
          .replace(/wh/g, 'w')
          .replace(/(?<=[aeo])w(?![aeiouyh]|$)/g, '')
          .replace(/^kn/g, 'n')
          .replace(/q/g, 'k')
      : latin.replace(/chh/g, 's').replace(/ch/g, 'C')
  return sounded
    .replace(/ph/g, 'f')
    .replace(/bh/g, 'v')
    .replace(/([kgtdjs])h/g, '$1')
    .replace(/[vwb]/g, 'v')
    .replace(/z/g, 'j')
    .replace(/C/g, 'c')
    .replace(/[aeiouyh]/g, '')
    .replace(/(.)\1+/g, '$1')
}

/** Devanagari ड and Bengali ড are also written for the flap that Latin letters give as r. */
const flapped = (word: string) => word.replace(/ड/g, 'र').replace(/ড/g, 'র')

/** The skeletons a word may have: English spells one sound in several ways (`tech`, `chip`; `schedule`), and case endings and plurals come off. */
export const soundSkeletons = remembered(skeletonsOf)

function skeletonsOf(word: string): string[] {
  const native = [word, stem(word), word.replace(/(?:ের|তে|কে|য|ে|র)$/, '')]
  const bases =
    scriptOf(word) === 'latin'
      ? [word, word.length > 3 ? word.replace(/(?:es|s)$/, '') : word, word.length > 4 ? word.replace(/s$/, '') : word]
      : [...native, ...native.map(flapped)]
  const spelt = bases.flatMap((it) =>
    scriptOf(it) !== 'latin'
      ? [it]
      : [it, it.replace(/sch/g, 's').replace(/ch/g, 'k'), it.replace(/(?<=[aeiou])s(?=[aeiou])/g, 'j')].flatMap((each) => [
          each,
          each.replace(/g(?=[eiy])/g, 'gh'),
        ]),
  )
  return [...new Set(spelt.map(soundSkeleton))]
}

const pairsOf = (word: string) => {
  const pairs = new Set<string>()
  const framed = `^${word}$`
  for (let at = 0; at < framed.length - 1; at++) pairs.add(framed.slice(at, at + 2))
  return pairs
}

/** How alike two words look, 0 to 1: Dice coefficient over pairs of letters. */
export function letterLikeness(a: string, b: string): number {
  if (a === b) return 1
  const left = pairsOf(a)
  const right = pairsOf(b)
  let both = 0
  for (const pair of left) if (right.has(pair)) both++
  return (2 * both) / (left.size + right.size)
}

const soundForm = (word: string) =>
  (scriptOf(word) === 'latin'
    ? word
        .replace(/igh/g, 'ai')
        .replace(/g(?=[ei])/g, 'j')
        .replace(/ck/g, 'k')
        .replace(/(?<=[a-z]{3})e$/, '')
    : latinOf(word)
  )
    .replace(/aa/g, 'a')
    .replace(/ee|ii/g, 'i')
    .replace(/oo/g, 'u')
    .replace(/[vwb]h?/g, 'v')
    .replace(/ph/g, 'f')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c(?!h)/g, 'k')
    .replace(/y/g, 'i')
    .replace(/e/g, 'a')
    .replace(/([a-z])\1/g, '$1')

/** How alike two words of any of the scripts sound, 0 to 1. */
export function soundLikeness(a: string, b: string): number {
  return letterLikeness(soundForm(a), soundForm(b))
}
