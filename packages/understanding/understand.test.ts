import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { understand } from '#understand.ts'

const situation = { reference: new Date('2026-11-21T09:00:00+05:30'), zone: 'Asia/Kolkata' }

describe('understand', () => {
  it('tells language, intent and the things named', () => {
    const { language, intent, confidence, entities } = understand('please book a demo with Priya Nair tomorrow at 4 pm, her number is 98450 12345', situation)
    expect([language, intent]).toEqual(['en', 'schedule_meeting'])
    expect(confidence).toBeGreaterThan(0.5)
    expect(entities.find((it) => it.type === 'time')?.value).toMatchObject({ from: '2026-11-22T16:00' })
    expect(entities.find((it) => it.type === 'person')?.value).toEqual({ name: 'Priya Nair' })
    expect(entities.find((it) => it.type === 'phone')?.value).toMatchObject({ e164: '+919845012345' })
  })
  it('understands Hindi, Hinglish and Bengali alike', () => {
    const said = ['कल शाम पाँच बजे मीटिंग रख दो', 'kal shaam paanch baje meeting rakh do', 'কাল বিকেল পাঁচটায় মিটিং রাখুন']
    for (const text of said) {
      const { intent, entities } = understand(text, situation)
      expect(intent).toBe('schedule_meeting')
      expect(entities.find((it) => it.type === 'time')?.value).toMatchObject({ from: '2026-11-22T17:00' })
    }
  })
  it('reads numbers by the country of the zone when none is given', () => {
    const { entities } = understand('call me on 01711 234567', { ...situation, zone: 'Asia/Dhaka' })
    expect(entities.find((it) => it.type === 'phone')?.value).toMatchObject({ e164: '+8801711234567' })
  })
  it('takes the language it is told', () => {
    expect(understand('ok', { ...situation, language: 'bn' }).language).toBe('bn')
  })
  it('answers whatever the text, with entities that lie in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { start, end, text: part } of understand(text, situation).entities) expect(text.slice(start, end)).toBe(part)
      }),
      { numRuns: 100 },
    )
  })
  it.each(['', '\0', '😀'.repeat(50_000), 'آپ کیسے ہیں', 'কাল '.repeat(30_000), '9'.repeat(100_000)])('never throws: %#', (text) => {
    expect(() => understand(text, situation)).not.toThrow()
    expect(() => understand(text, { ...situation, zone: 'Nowhere/Land' })).not.toThrow()
  })
})
