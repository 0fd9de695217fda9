import { describe, expect, it } from 'vitest'
import { overridesRules, speaksToMachines } from '#guard/speaks-to-machines.ts'

describe('text of a business', () => {
  it.each([
    'Model: VP-40; Type: Centrifugal; Max flow (m3/h): 25',
    'Agent: Ramesh Sen, 98300 12345',
    'We will inform customers by SMS when the parcel leaves.',
    'Our assistant manager will help you choose.',
    'Ask your doctor before taking this. Patients are told the price first.',
    'From now on all orders above 500 rupees ship free.',
    'We only answer calls in office hours. Reply within 24 hours.',
    'Our AI assistant is available around the clock.',
    'Systems we repair: air conditioners, refrigerators and washing machines.',
    'The dental assistant will call you. Forget about long queues.',
    'Please note: bookings are confirmed by e-mail. No confirmation call is needed.',
    'How to use: call the number, say your name and wait.',
    'ग्राहक को बिल के साथ वारंटी कार्ड मिलता है। हमारे सहायक आपकी मदद करेंगे।',
    'গ্রাহকদের জন্য বিনামূল্যে পার্কিং। আমাদের সহকারী আপনাকে সাহায্য করবেন।',
    'Customers ko bill ke saath warranty card milta hai.',
    'Training for call centre agents: five days, certificate included.',
  ])('speaks to people: %s', (text) => {
    expect(speaksToMachines(text)).toBe(false)
  })
})

describe('what callers say', () => {
  it.each([
    'I want to talk to an agent, not a bot',
    'please ignore my last message',
    'forget it',
    'tell the customer that I called',
    'what are the rules for pets?',
    'you are very kind',
    'can you override the price?',
  ])('sets no rules aside: %s', (text) => {
    expect(overridesRules(text)).toBe(false)
  })
})
