import type { Language } from '@myna/contracts/page'

/** What the agent says when it could not think of an answer: nobody is left in silence. */
export const apology: Record<Language, string> = {
  en: 'Sorry, something went wrong. Please say that again.',
  hi: 'माफ़ कीजिए, कुछ गड़बड़ हो गई। कृपया फिर से कहिए।',
  hinglish: 'Maaf kijiye, kuch gadbad ho gayi. Please phir se boliye.',
  bn: 'দুঃখিত, কিছু একটা সমস্যা হয়েছে। অনুগ্রহ করে আবার বলুন।',
}
