import type { LanguageCode } from '@myna/language'

type In = Record<LanguageCode, string>

/** What the engine says of its own accord; `{value}` and the like are filled in. One table, every language beside the others. */
export const sentences = {
  refusal: {
    en: "I don't have that information. Shall I take a message for the team?",
    hi: 'माफ़ कीजिए, मेरे पास इसकी जानकारी नहीं है। क्या मैं टीम के लिए आपका संदेश ले लूँ?',
    hinglish: 'Maaf kijiye, mere paas iski jaankari nahi hai. Kya main team ke liye aapka message le loon?',
    bn: 'দুঃখিত, এ বিষয়ে আমার কাছে তথ্য নেই। আমি কি দলের জন্য আপনার বার্তা নিয়ে রাখব?',
  },
  notMentioned: {
    en: 'That is not mentioned in what I have. What I do have is this: {value}',
    hi: 'इसका ज़िक्र मेरे पास की जानकारी में उपलब्ध नहीं है। मेरे पास यह लिखा है: {value}',
    hinglish: 'Iska zikr mere paas nahi mila. Jo likha hai woh yeh hai: {value}',
    bn: 'এর উল্লেখ নেই। আমার কাছে যা লেখা আছে: {value}',
  },
  empty: {
    en: 'I did not catch a question. What would you like to know about {business}?',
    hi: 'मुझे सवाल सुनाई नहीं दिया। आप {business} के बारे में क्या जानना चाहेंगे?',
    hinglish: 'Mujhe sawaal sunai nahi diya. Aap {business} ke baare mein kya jaanna chahenge?',
    bn: 'প্রশ্নটি শুনতে পাইনি। {business} সম্পর্কে কী জানতে চান?',
  },
  tooLong: {
    en: 'That was more than I can take in at once, and I am not sure what to look up. Could you ask it in a sentence or two?',
    hi: 'यह एक साथ बहुत ज़्यादा है। क्या आप इसे एक-दो वाक्यों में पूछ सकते हैं?',
    hinglish: 'Yeh ek saath bahut zyada hai. Kya aap ise ek-do vaakyon mein pooch sakte hain?',
    bn: 'একসঙ্গে অনেকটা হয়ে গেল। এক-দুই বাক্যে জিজ্ঞাসা করবেন কি?',
  },
  foreign: {
    en: 'I am sorry, I do not understand this language. I can speak English, Hindi and Bengali.',
    hi: 'माफ़ कीजिए, मैं यह भाषा नहीं समझती। मैं अंग्रेज़ी, हिंदी और बांग्ला बोल सकती हूँ।',
    hinglish: 'Sorry, main yeh bhasha nahi samajhti. Main English, Hindi aur Bangla bol sakti hoon.',
    bn: 'দুঃখিত, এই ভাষা আমি বুঝি না। আমি ইংরেজি, হিন্দি ও বাংলা বলতে পারি।',
  },
  greeting: {
    en: 'Hello! This is {agent}, the AI assistant of {business}. How can I help you?',
    hi: 'नमस्ते! मैं {agent}, {business} की एआई सहायक हूँ। मैं आपकी क्या मदद करूँ?',
    hinglish: 'Namaste! Main {agent}, {business} ki AI assistant hoon. Main aapki kya madad karoon?',
    bn: 'নমস্কার! আমি {agent}, {business}-এর এআই সহকারী। কীভাবে সাহায্য করতে পারি?',
  },
  identity: {
    en: 'I am {agent}, an AI assistant that answers for {business}. You can ask me about its services, prices, hours and more.',
    hi: 'मैं {agent} हूँ, {business} की ओर से जवाब देने वाली एआई सहायक। आप मुझसे सेवाओं, कीमतों और समय के बारे में पूछ सकते हैं।',
    hinglish: 'Main {agent} hoon, {business} ki taraf se jawab dene wali AI assistant. Aap mujhse services, price aur timing ke baare mein pooch sakte hain.',
    bn: 'আমি {agent}, {business}-এর হয়ে উত্তর দেওয়া এআই সহকারী। সেবা, দাম ও সময় সম্পর্কে আমাকে জিজ্ঞাসা করতে পারেন।',
  },
  thanks: {
    en: 'You are welcome. Is there anything else?',
    hi: 'आपका स्वागत है। और कुछ जानना चाहेंगे?',
    hinglish: 'Aapka swagat hai. Aur kuch jaanna chahenge?',
    bn: 'আপনাকেও ধন্যবাদ। আর কিছু জানতে চান?',
  },
  goodbye: {
    en: 'Thank you for calling {business}. Goodbye!',
    hi: '{business} से बात करने के लिए धन्यवाद। नमस्ते!',
    hinglish: '{business} se baat karne ke liye dhanyavaad. Namaste!',
    bn: '{business}-এর সঙ্গে কথা বলার জন্য ধন্যবাদ। ভালো থাকবেন!',
  },
  wellbeing: {
    en: 'I am well, thank you. How can I help you?',
    hi: 'मैं ठीक हूँ, धन्यवाद। मैं आपकी क्या मदद करूँ?',
    hinglish: 'Main theek hoon, shukriya. Main aapki kya madad karoon?',
    bn: 'ভালো আছি, ধন্যবাদ। কীভাবে সাহায্য করতে পারি?',
  },
  orders: {
    en: 'I can only answer questions about {business}. What would you like to know?',
    hi: 'मैं सिर्फ़ {business} के बारे में बता सकती हूँ। आप क्या जानना चाहेंगे?',
    hinglish: 'Main sirf {business} ke baare mein bata sakti hoon. Aap kya jaanna chahenge?',
    bn: 'আমি শুধু {business} সম্পর্কে বলতে পারি। কী জানতে চান?',
  },
  phone: { en: 'You can call us on {value}.', hi: 'हमारा फ़ोन नंबर है: {value}।', hinglish: 'Hamara phone number hai: {value}.', bn: 'আমাদের ফোন নম্বর: {value}।' },
  fax: { en: 'Our fax number is {value}.', hi: 'हमारा फ़ैक्स नंबर है: {value}।', hinglish: 'Hamara fax number hai: {value}.', bn: 'আমাদের ফ্যাক্স নম্বর: {value}।' },
  whatsapp: {
    en: 'Our WhatsApp number is {value}.',
    hi: 'हमारा व्हाट्सएप नंबर है: {value}।',
    hinglish: 'Hamara WhatsApp number hai: {value}.',
    bn: 'আমাদের হোয়াটসঅ্যাপ নম্বর: {value}।',
  },
  email: { en: 'Our e-mail address is {value}.', hi: 'हमारा ईमेल है: {value}', hinglish: 'Hamara email hai: {value}', bn: 'আমাদের ইমেইল: {value}' },
  address: { en: 'We are at {value}.', hi: 'हमारा पता है: {value}।', hinglish: 'Hamara pata hai: {value}.', bn: 'আমাদের ঠিকানা: {value}।' },
  hours: { en: 'Our hours are {value}.', hi: 'हमारा समय है: {value}।', hinglish: 'Hamari timing hai: {value}.', bn: 'আমাদের সময়সূচি: {value}।' },
  dayHours: {
    en: 'On {day} we are open {value}.',
    hi: '{day} को हमारा समय है: {value}।',
    hinglish: '{day} ko hamari timing hai: {value}.',
    bn: '{day} আমাদের সময়: {value}।',
  },
  dayOpen: {
    en: 'Yes, we are open on {day}: {value}.',
    hi: 'हाँ, हम {day} को खुले हैं: {value}।',
    hinglish: 'Haan, hum {day} ko khule hain: {value}.',
    bn: 'হ্যাঁ, {day} আমরা খোলা: {value}।',
  },
  dayClosed: {
    en: 'No, we are closed on {day}. Our hours are {value}.',
    hi: 'नहीं, हम {day} को बंद रहते हैं। हमारा समय है: {value}।',
    hinglish: 'Nahi, hum {day} ko band rehte hain. Hamari timing hai: {value}.',
    bn: 'না, {day} আমরা বন্ধ থাকি। আমাদের সময়: {value}।',
  },
  dayUnnamed: {
    en: 'No, {day} is not listed in our hours, which are {value}.',
    hi: 'नहीं, हमारे समय में {day} नहीं लिखा है। हमारा समय है: {value}।',
    hinglish: 'Nahi, hamari timing mein {day} nahi likha hai. Timing hai: {value}.',
    bn: 'না, আমাদের সময়সূচিতে {day} উল্লেখ নেই। সময়: {value}।',
  },
  closedYes: {
    en: 'Yes, we are closed on {day}. Our hours are {value}.',
    hi: 'हाँ, हम {day} को बंद रहते हैं। हमारा समय है: {value}।',
    hinglish: 'Haan, hum {day} ko band rehte hain. Timing hai: {value}.',
    bn: 'হ্যাঁ, {day} আমরা বন্ধ থাকি। সময়: {value}।',
  },
  timeOpen: {
    en: 'Yes, we are open then: {value}.',
    hi: 'हाँ, हम उस समय खुले हैं: {value}।',
    hinglish: 'Haan, hum us samay khule hain: {value}.',
    bn: 'হ্যাঁ, তখন আমরা খোলা: {value}।',
  },
  timeClosed: {
    en: 'No, we are closed then. Our hours are {value}.',
    hi: 'नहीं, हम उस समय बंद रहते हैं। हमारा समय है: {value}।',
    hinglish: 'Nahi, hum us samay band rehte hain. Hamari timing hai: {value}.',
    bn: 'না, তখন আমরা বন্ধ থাকি। আমাদের সময়: {value}।',
  },
  price: { en: '{subject} costs {value}.', hi: '{subject} की कीमत {value} है।', hinglish: '{subject} ki keemat {value} hai.', bn: '{subject}-এর দাম {value}।' },
  said: { en: '{value}', hi: 'हमारी जानकारी में लिखा है: {value}', hinglish: 'Hamari jaankari mein likha hai: {value}', bn: 'আমাদের তথ্যে লেখা আছে: {value}' },
  have: { en: 'We have {value}.', hi: 'हमारे पास हैं: {value}।', hinglish: 'Hamare paas hain: {value}.', bn: 'আমাদের আছে: {value}।' },
  about: { en: '{subject}: {value}.', hi: '{subject}: {value}।', hinglish: '{subject}: {value}.', bn: '{subject}: {value}।' },
  yes: { en: 'Yes. {value}', hi: 'हाँ। {value}', hinglish: 'Haan. {value}', bn: 'হ্যাঁ। {value}' },
  no: { en: 'No. {value}', hi: 'नहीं। {value}', hinglish: 'Nahi. {value}', bn: 'না। {value}' },
  disagree: {
    en: 'Our pages disagree: one says {value}, another says {other}. Please confirm with the team.',
    hi: 'हमारे पन्नों पर दो बातें लिखी हैं: एक जगह {value}, दूसरी जगह {other}। कृपया टीम से पक्का कर लें।',
    hinglish: 'Hamare pages par do baatein likhi hain: ek jagah {value}, doosri jagah {other}. Team se confirm kar lijiye.',
    bn: 'আমাদের পাতায় দুই রকম লেখা আছে: এক জায়গায় {value}, অন্য জায়গায় {other}। দয়া করে দলের সঙ্গে নিশ্চিত করে নিন।',
  },
} satisfies Record<string, In>

export type SentenceName = keyof typeof sentences

/** A sentence in a language with its blanks filled; a full stop is not doubled. */
export function say(name: SentenceName, language: LanguageCode, blanks: Record<string, string> = {}): string {
  return sentences[name][language]
    .replace(/\{(\w+)\}/g, (_, blank: string) => blanks[blank] ?? '')
    .replace(/([.!?।])\s?[.।](?=\s|$)/g, '$1')
    .trim()
}

const days: Record<LanguageCode, string[]> = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  hi: ['रविवार', 'सोमवार', 'मंगलवार', 'बुधवार', 'गुरुवार', 'शुक्रवार', 'शनिवार'],
  hinglish: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  bn: ['রবিবার', 'সোমবার', 'মঙ্গলবার', 'বুধবার', 'বৃহস্পতিবার', 'শুক্রবার', 'শনিবার'],
}

/** The name of a day, 0 for Sunday. */
export const dayName = (day: number, language: LanguageCode): string => days[language][day] ?? ''

const joiners: Record<LanguageCode, string> = { en: 'and', hi: 'और', hinglish: 'aur', bn: 'ও' }

/** `a, b and c`. */
export function joinList(parts: readonly string[], language: LanguageCode): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${joiners[language]} ${parts.at(-1)}`
}
