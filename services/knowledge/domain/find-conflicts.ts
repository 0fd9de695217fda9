import type { Item } from '@myna/contracts/knowledge'
import { topicOf, topicOfWords } from '#domain/fact-topic.ts'
import { plainWords } from '#domain/item-fingerprint.ts'
import { hoursDisagree, readOpeningHours, wordsBeforeHours } from '#domain/opening-hours.ts'

/** A fact as it is compared. */
export type ComparedFact = Pick<Item, 'id' | 'title' | 'text' | 'label' | 'value' | 'url' | 'state'>

/** Facts that cannot all be true, under a key that stays the same from reading to reading. */
export type FoundConflict = { label: string; topic: string; itemIds: string[] }

type Told = ComparedFact & { said: string }
type Disagree = (one: Told, other: Told) => boolean
/** How facts of a label are compared: whether the business as a whole has one value, how finely topics part, and when two values contradict. */
type Rule = { oneForAll: boolean; onePerPage: boolean; apart?(fact: Told, ownNames: readonly string[]): string | undefined; disagree: Disagree }

/**
 * Finds facts that contradict each other: the same label, about the same thing, with values that cannot both hold.
 * Several phone numbers, branches, or prices of several things are no contradiction.
 */
export function findConflicts(facts: readonly ComparedFact[], ownNames: readonly string[]): FoundConflict[] {
  const manyPlaces = distinctAddresses(facts) > 1
  const groups = new Map<string, { label: string; topic: string; facts: Told[] }>()
  for (const fact of facts) {
    const rule = rules[fact.label ?? '']
    if (!rule) continue
    const told = { ...fact, said: fact.state === 'edited' || fact.value === null ? fact.text : fact.value }
    const topic = topicOf(fact.title, ownNames)
    // Hours of no place in particular may be of any of several places.
    if (topic === '' && (!rule.oneForAll || (manyPlaces && fact.label === 'opening_hours'))) continue
    const apart = rule.apart ? rule.apart(told, ownNames) : ''
    if (apart === undefined) continue
    const key = [fact.label, topic, apart].join('|')
    const group = groups.get(key)
    if (group) group.facts.push(told)
    else groups.set(key, { label: fact.label!, topic: key, facts: [told] })
  }
  return [...groups.values()].flatMap(({ label, topic, facts: told }) => {
    const itemIds = contradicting(told, rules[label]!)
    return itemIds.length > 1 ? [{ label, topic, itemIds }] : []
  })
}

function contradicting(facts: readonly Told[], rule: Rule): string[] {
  // A page that gives several values for one thing lists variants of it.
  if (rule.onePerPage && facts.some((a) => facts.some((b) => a !== b && a.url !== null && a.url === b.url && rule.disagree(a, b)))) return []
  return facts.filter((a) => facts.some((b) => a !== b && rule.disagree(a, b))).map((it) => it.id)
}

const yearOf = (text: string) => {
  const years = new Set(text.match(/\b(1[6-9]|20)\d\d\b/g))
  return years.size === 1 ? [...years][0] : undefined
}
/** A part of a business may have been founded at another time. */
const partOfBusiness =
  /\b(plant|branch|factory|unit|division|foundation|school|department|subsidiary|showroom|clinic|cent(?:re|er)|hospital|warehouse|workshop|hotel|partner|trust)\b/i
/** Hours are put in plain order in brackets behind what the page says, where they could be read. */
const hoursOf = (fact: Told) =>
  (fact.state === 'edited' ? undefined : readOpeningHours(/\(([^()]+)\)\s*$/.exec(fact.text)?.[1] ?? '')) ?? readOpeningHours(fact.said)
const digitsOf = (text: string) => text.replace(/\D/g, '').slice(-10)
const differ =
  (read: (text: string) => string | undefined): Disagree =>
  (a, b) => {
    const [x, y] = [read(a.said), read(b.said)]
    return x !== undefined && y !== undefined && x !== '' && y !== '' && x !== y
  }

const money =
  /(₹|\$|€|£|৳|\b(?:rs|inr|usd|eur|gbp|bdt|taka|aed)\b\.?)\s*(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?)\s*(₹|€|৳|\b(?:rs|inr|usd|eur|gbp|bdt|taka|aed|rupees|dollars)\b)/gi
const currencies: Record<string, string> = { '₹': 'inr', rs: 'inr', rupees: 'inr', $: 'usd', dollars: 'usd', '€': 'eur', '£': 'gbp', '৳': 'bdt', taka: 'bdt' }
const unit =
  /(?:\bper\b|\/|\ban?\b)\s*(hour|hr|day|night|week|month|mo|year|yr|annum|person|head|adult|child|km|kilometre|mile|kg|g|litre|sq\.? ?ft|square foot|piece|pair|unit|session|visit|class)\b|\b(monthly|yearly|annual(?:ly)?|weekly|daily|hourly)\b/i

function priceOf(text: string): { currency: string; amount: string } | undefined {
  const found = [...text.matchAll(money)]
  if (found.length !== 1 || /\b(from|starting|starts|upto|up to|onwards?|save|off|discount)\b|\d\s*[-–]\s*[₹$€£]?\d/i.test(text)) return undefined
  const [, before, amountAfter, amountBefore, after] = found[0]!
  const sign = (before ?? after ?? '').toLowerCase().replace('.', '')
  return { currency: currencies[sign] ?? sign, amount: String(Number((amountAfter ?? amountBefore ?? '').replaceAll(',', ''))) }
}

const streetWords: Record<string, string> = {
  st: 'street',
  rd: 'road',
  ave: 'avenue',
  blvd: 'boulevard',
  ln: 'lane',
  dr: 'drive',
  opp: 'opposite',
  nr: 'near',
  flr: 'floor',
  bldg: 'building',
  hwy: 'highway',
}
const addressWords = (text: string) =>
  new Set(
    plainWords(text)
      .split(' ')
      .map((it) => streetWords[it] ?? it)
      .filter(Boolean),
  )

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((it) => other.has(it)).length
  return both / Math.max(1, Math.min(one.size, other.size))
}

/** One address written twice with a number changed; different streets are different places. */
const addressesDisagree: Disagree = (a, b) => {
  const [one, other] = [addressWords(a.said), addressWords(b.said)]
  const numbers = (words: ReadonlySet<string>) => [...words].filter((it) => /\d/.test(it))
  const only = (x: ReadonlySet<string>, y: ReadonlySet<string>) => numbers(x).some((it) => !y.has(it))
  return Math.min(one.size, other.size) >= 4 && overlap(one, other) >= 0.7 && only(one, other) && only(other, one)
}

function distinctAddresses(facts: readonly ComparedFact[]): number {
  const places: ReadonlySet<string>[] = []
  for (const fact of facts) {
    if (fact.label !== 'address') continue
    const words = addressWords(fact.value ?? fact.text)
    if (!places.some((it) => overlap(it, words) >= 0.6)) places.push(words)
  }
  return places.length
}

const amountOf = (text: string) => {
  const found = [...text.matchAll(/(\d[\d,.]*)\s*(%|[\p{L}]+)/gu)]
  return found.length === 1 ? `${found[0]![1]!.replace(/[,.]+$/, '')} ${found[0]![2]!.toLowerCase().replace(/s$/, '')}` : undefined
}
const measured: Rule = { oneForAll: false, onePerPage: true, disagree: differ(amountOf) }

const rules: Record<string, Rule> = {
  founded: { oneForAll: true, onePerPage: false, apart: (fact) => partOfBusiness.exec(fact.text)?.[0].toLowerCase() ?? '', disagree: differ(yearOf) },
  opening_hours: {
    oneForAll: true,
    onePerPage: false,
    // "Workshop: Mon-Fri 8-4" is about the workshop, whatever it stands under; a sentence is about something of its own.
    apart: (fact, ownNames) => {
      const before = wordsBeforeHours(fact.text)
      return topicOfWords(before, ownNames) || (plainWords(before).split(' ').length > 8 ? fact.id : '')
    },
    disagree: (a, b) => {
      const [one, other] = [hoursOf(a), hoursOf(b)]
      return one !== undefined && other !== undefined && hoursDisagree(one, other)
    },
  },
  price: {
    oneForAll: false,
    onePerPage: true,
    apart: (fact) => {
      const price = priceOf(fact.said)
      const [, per, adverb] = unit.exec(`${fact.said} ${fact.text}`) ?? []
      return price && `${price.currency} ${(per ?? adverb ?? '').toLowerCase()}`.trim()
    },
    disagree: differ((text) => priceOf(text)?.amount),
  },
  address: { oneForAll: true, onePerPage: false, disagree: addressesDisagree },
  phone: { oneForAll: false, onePerPage: true, disagree: differ(digitsOf) },
  email: { oneForAll: false, onePerPage: true, disagree: differ((text) => text.trim().toLowerCase()) },
  warranty: measured,
  minimum_order: measured,
}
