import type { Spoken } from '#api/shapes.ts'

/** What is spoken to try a voice, in each language. */
export const trialWords: Record<Spoken, string> = {
  en: 'Hello, how may I help you today?',
  hi: 'नमस्ते, मैं आपकी क्या सहायता कर सकती हूँ?',
  hinglish: 'Namaste, main aapki kya help kar sakti hoon?',
  bn: 'নমস্কার, আমি আপনাকে কীভাবে সাহায্য করতে পারি?',
}
