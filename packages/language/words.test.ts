import { describe, expect, it } from 'vitest'
import { conceptOf, detectLanguage, latinOf, lexiconSize, readConcepts, soundSkeletons, spokenKey, stem, tokensOf } from '#index.ts'

describe('words', () => {
  it.each([
    ['Open 24/7, e-mail us', ['open', '24x7', 'email', 'us']],
    ['₹1,20,000 or $1,299.50', ['120000', 'or', '1299.50']],
    ["the customer's X-ray", ['the', 'customer', 'xray']],
    ['কাল সকাল ৮টায়', ['কাল', 'সকাল', '8', 'টায'.normalize('NFC')]],
    ['१० बजे', ['10', 'बजे']],
    ['check-in at 12:30', ['check', 'in', 'at', '12', '30']],
    ['LBT-1503O', ['lbt', '1503o']],
    ['', []],
  ])('%j are %j', (text, words) => {
    expect(tokensOf(text).map((it) => it.word)).toEqual(words)
  })

  it.each([
    ['deliveries', 'delivered'],
    ['cancellation', 'cancelled'],
    ['repairs', 'repairing'],
    ['founded', 'founding'],
    ['policies', 'policy'],
    ['children', 'child'],
    ['services', 'service'],
    ['making', 'make'],
    ['दुकानें', 'दुकान'],
    ['कमरों', 'कमरा'],
    ['দোকানের', 'দোকান'],
    ['গাড়িগুলোর', 'গাড়ি'],
    ['কেয়ারের', 'কেয়ার'],
  ])('%s and %s have one stem', (a, b) => {
    const one = (word: string) => stem(tokensOf(word)[0]?.word ?? '')
    expect(one(a)).toBe(one(b))
  })

  it.each([
    ['care', 'car'],
    ['fare', 'far'],
    ['bus', 'but'],
    ['news', 'new'],
    ['timings', 'time'],
  ])('%s and %s do not', (a, b) => {
    expect(stem(a)).not.toBe(stem(b))
  })

  it.each([
    ['warranty', 'वारंटी'],
    ['warranty', 'ওয়ারেন্টি'],
    ['delivery', 'ডেলিভারি'],
    ['technology', 'टेक्नोलॉजी'],
    ['restaurant', 'রেস্টুরেন্ট'],
    ['insurance', 'इंश्योरेंस'],
    ['station', 'स्टेशन'],
  ])('%s and %s sound alike', (a, b) => {
    expect(soundSkeletons(a).some((it) => soundSkeletons(b).includes(it))).toBe(true)
  })

  it.each([
    ['kitnaa', 'kitna'],
    ['keemat', 'kimat'],
    ['कीमत', 'kimat'],
    ['কোথায়', 'kothay'],
  ])('%s is spelt %s as well', (a, b) => {
    expect(spokenKey(a)).toBe(spokenKey(b))
  })

  it('writes Indian scripts in Latin letters', () => {
    expect([latinOf('कमल'), latinOf('বাংলা'), latinOf('Latin')]).toEqual(['kamal', 'baanglaa', 'Latin'])
  })
})

describe('the language of an utterance', () => {
  it.each([
    ['What are your opening hours?', 'en'],
    ['Do you have a sedan?', 'en'],
    ['Is the main hall free?', 'en'],
    ['ok', 'en'],
    ['आप कितने बजे खुलते हैं?', 'hi'],
    ['AC कमरे का किराया', 'hi'],
    ['kitne baje khulte ho', 'hinglish'],
    ['Aapke paas SUV kaun si hai?', 'hinglish'],
    ['price kya hai', 'hinglish'],
    ['Home delivery milegi kya?', 'hinglish'],
    ['আপনাদের ফোন নম্বর কত?', 'bn'],
    ['apnader dokan kothay?', 'bn'],
  ])('%j is %s', (text, language) => {
    expect(detectLanguage(text).language).toBe(language)
  })

  it('knows a script it does not read', () => {
    expect(detectLanguage('你们几点开门？').other).toBe(true)
    expect(detectLanguage('Hello').other).toBe(false)
  })
})

describe('the lexicon', () => {
  it('holds more than 3000 words for some 700 meanings', () => {
    expect(lexiconSize()).toBeGreaterThan(3000)
  })

  it.each([
    ['dam kitna hai', true, 'price'],
    ['দাম', false, 'price'],
    ['कीमत', false, 'price'],
    ['cost', false, 'price'],
    ['opening hours', false, 'hours'],
    ['home delivery', false, 'delivery'],
    ['ঠিকানা', false, 'address'],
    ['kiraya', true, 'rent'],
  ])('reads %j (spoken: %s) as %s', (text, spoken, concept) => {
    const found = readConcepts(
      tokensOf(text).map((it) => it.word),
      spoken,
    ).flatMap((it) => it.concepts)
    expect(found).toContain(concept)
  })

  it('keeps things apart that are asked for apart', () => {
    for (const [one, other] of [
      ['implant', 'braces'],
      ['mri', 'x-ray'],
      ['wine', 'beer'],
      ['ceo', 'director'],
      ['cricket', 'football'],
      ['bolt', 'nut'],
    ] as const) {
      expect(
        conceptOf(one)?.stems.filter((it) => conceptOf(other)?.stems.includes(it)),
        `${one} and ${other}`,
      ).toEqual([])
    }
  })
})
