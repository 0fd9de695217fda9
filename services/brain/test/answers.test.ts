import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrain, personaOf } from '#test/house.ts'
import { mark, type Question } from '#test/mark.ts'

const businesses: Record<string, string> = {
  clinic: 'Nirmaya Polyclinic',
  restaurant: 'Saffron Courtyard',
  school: 'Greenfield Vidya Mandir',
  courier: 'SwiftKite Couriers',
  hotel: 'Hotel Palash Residency',
  salon: 'Lumi Hair & Beauty',
  hardware: 'Torqline Fasteners',
  dentist: 'Maple Street Dental',
  gym: 'IronLeaf Fitness',
  bakery: 'মিষ্টি মহল বেকারি',
  rentals: 'Pedal & Peak',
  tax: 'Ledger & Lotus',
  tiffin: 'GreenSpoon Tiffins',
  plumber: 'Hadley Brothers Plumbing & Heating',
  museum: 'Museum of Indian Textiles',
  vet: 'Paws & Whiskers Animal Clinic',
  caterer: 'Bhoj Utsav Caterers',
  cowork: 'Deskhouse Coworking',
  pumps: 'Veerbhadra Pumps',
  pest: 'SafeNest Pest Control',
  coaching: 'लक्ष्य कोचिंग संस्थान',
  travel: 'Dhruvatara Travels',
  sweets: 'শ্রীকৃষ্ণ মিষ্টান্ন ভাণ্ডার',
  photo: 'Amber Lane Photography',
  farm: 'Kaveri Organic Farmstay',
}
const questions: Question[] = readFileSync(new URL('./questions.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Question)

/** Wednesday, 18 November 2026, noon in India. */
const clock = { now: () => new Date('2026-11-18T06:30:00Z') }

describe('answers of the built-in engine on invented businesses', () => {
  let brain: Awaited<ReturnType<typeof openBrain>>
  const marks: { question: Question; right: boolean; why: string; said: string }[] = []

  beforeAll(async () => {
    brain = await openBrain({ clock })
    for (const [site, businessName] of Object.entries(businesses)) {
      const { caller, baseId } = await brain.readSite(site)
      for (const question of questions.filter((it) => it.site === site)) {
        const answer = await brain.brainOf(caller).answerQuestion({ baseId, question: question.question, persona: personaOf(businessName) })
        marks.push({ question, ...mark(question, answer), said: answer.answer })
      }
    }
  }, 120_000)
  afterAll(() => brain.close())

  const shareRight = (these: typeof marks) => these.filter((it) => it.right).length / these.length
  const wrong = (these: typeof marks) => these.filter((it) => !it.right).map((it) => `${it.question.id}: ${it.why}: ${it.said}`)

  it('gets at least 92 % of the answerable questions right', () => {
    const these = marks.filter((it) => it.question.refuse !== true)
    expect(shareRight(these), wrong(these).join('\n')).toBeGreaterThanOrEqual(0.92)
  })

  it('refuses every question the site does not answer', () => {
    expect(wrong(marks.filter((it) => it.question.refuse === true))).toEqual([])
  })

  it.each(['en', 'hi', 'hinglish', 'bn'])('gets at least 85 %% right of those asked in %s', (language) => {
    const these = marks.filter((it) => it.question.language === language)
    expect(these.length).toBeGreaterThanOrEqual(8)
    expect(shareRight(these), wrong(these).join('\n')).toBeGreaterThanOrEqual(0.85)
  })
})
