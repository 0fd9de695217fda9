import { describe, expect, it } from 'vitest'
import type { Facts } from '#report/facts.ts'
import { sentimentOf, sentimentOfText } from '#report/mood.ts'

const sentences = {
  negative: [
    'This is ridiculous, I have been waiting for an hour',
    'You are useless',
    'I am so fed up with this',
    'worst service I have ever had',
    'I want to make a complaint about my order',
    'I am very disappointed',
    'nobody answers your phone, third time I am calling',
    'the food was horrible',
    'I am not happy with the room',
    'you are not listening, how many times do I have to say it',
    'this is a waste of my time',
    'bahut kharab service hai aapki',
    'kya bakwas hai yeh',
    'mujhe shikayat karni hai',
    'kitni baar bataya hai aapko, koi phone nahi uthata',
    'main bahut naraz hoon',
    'time waste mat karo mera',
    'abhi tak nahi aaya mera order',
    'यह बहुत घटिया सर्विस है',
    'मैं बहुत नाराज़ हूँ',
    'मुझे शिकायत दर्ज करानी है, बहुत बुरा अनुभव रहा',
    'कितनी बार बताऊँ, कोई सुनता ही नहीं',
    'आप लोग लूट रहे हो',
    'तंग आ गया हूँ आप लोगों से',
    'আপনাদের সার্ভিস খুব খারাপ',
    'আমি অভিযোগ জানাতে চাই',
    'খুব বিরক্ত লাগছে, কতবার বলব',
    'এখনও পাইনি আমার অর্ডার, কেউ ফোন ধরে না',
    'এটা একদম জঘন্য',
    'আমার সময় নষ্ট করবেন না',
    'khub kharap service apnader',
  ],
  positive: [
    'Thank you so much, you have been very helpful',
    'that is wonderful',
    'excellent service, I loved it',
    'Oh fantastic',
    'I am really glad I called',
    'thanks a lot, that was so kind',
    'we really appreciate your help',
    'bahut bahut shukriya, bahut achha laga',
    'bahut badhiya',
    'kamaal ki service hai aapki',
    'zabardast, maza aa gaya',
    'बहुत बहुत धन्यवाद, आपने बहुत मदद की',
    'बहुत बढ़िया',
    'शानदार सेवा है आपकी',
    'मैं बहुत खुश हूँ',
    'অনেক ধন্যবাদ, খুব ভালো লাগল',
    'চমৎকার',
    'দারুণ, অনেক উপকার হলো',
    'onek dhonnobad, khub bhalo laglo',
  ],
  neutral: [
    'When are you open?',
    'I would like to book an appointment tomorrow',
    'thank you',
    'ok thanks, bye',
    'Is your food good?',
    'What is the best room you have?',
    'do you have a great view?',
    'how do I make a complaint?',
    'my name is Rahul Sharma',
    'no problem',
    'good morning',
    'nahi, kal nahi aa sakta',
    'kya aapke paas parking hai',
    'theek hai, shukriya',
    'aapka phone number kya hai',
    'ठीक है, धन्यवाद',
    'कल सुबह दस बजे मिल सकते हैं क्या',
    'नहीं, उसे रहने दीजिए',
    'क्या आपका खाना अच्छा है?',
    'ধন্যবাদ',
    'আপনারা কখন খোলেন?',
    'আমি কাল একটা মিটিং চাই',
    'ঠিক আছে, রাখছি',
    'not bad',
    'the complaint number is 4471',
    'it was not great, but fine',
  ],
} as const

const rows = Object.entries(sentences).flatMap(([mood, texts]) => texts.map((text) => [mood, text] as const))

describe('the mood of a sentence', () => {
  it.each(rows)('is %s: %s', (mood, text) => expect(sentimentOfText(text)).toBe(mood))
})

const facts = (more: Partial<Facts>): Facts => ({
  language: 'en',
  said: [],
  asked: [],
  wishes: [],
  complaints: [],
  handedOffTo: null,
  wasHandedOff: false,
  interruptions: 0,
  askedAgain: 0,
  ignored: 0,
  ...more,
})
const refused = (question: string) => ({ question, answer: null })

describe('the mood of a conversation', () => {
  it.each([
    ['neutral', { said: [] }],
    ['neutral', { said: ['thank you', 'thanks', 'ok thank you', 'good', 'thanks, bye'] }],
    ['positive', { said: ['when are you open', 'thank you so much, that was very helpful'] }],
    ['negative', { said: ['you are useless', 'ok thank you', 'bye'] }],
    ['neutral', { said: ['is there a pool', 'a gym', 'a spa'], asked: ['a', 'b', 'c'].map(refused) }],
    ['negative', { said: ['a', 'b', 'c', 'd'], asked: ['a', 'b', 'c', 'd'].map(refused) }],
    ['negative', { said: ['a', 'b'], interruptions: 6 }],
    ['negative', { said: ['leave me alone'], wishes: [{ goal: 'opt_out', tool: 'opt_out', end: 'done', slots: {} }] }],
  ] as const)('is %s: %j', (mood, it_) => expect(sentimentOf(facts(it_ as unknown as Partial<Facts>))).toBe(mood))
})
